package coop.kumiai.stores;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The slots of a store's day as its policies have them: deliveries, then drive-through. */
@Component
class PlannedSlots {
    private final Policies policies;

    PlannedSlots(Policies policies) {
        this.policies = policies;
    }

    List<Slot> ofDay(CoopId coop, String storeId, LocalDate day) {
        var mostItems = mostItems(coop, storeId, day);
        var deliveries = policies.at(coop, SlotPlan.class, storeId, day).slots();
        var fetched = policies.at(coop, DriveThrough.class, storeId, day).slots();
        return Stream.concat(
                        deliveries.stream().map(it -> SlotRules.slot(storeId, day, it, mostItems)),
                        fetched.stream()
                                .map(it -> SlotRules.slot(storeId, day, it, mostItems))
                                .map(Slot::asDriveThrough))
                .toList();
    }

    /** In pieces, of every slot of the day; 0 where only orders count (X-SLOT-3). */
    int mostItems(CoopId coop, String storeId, LocalDate day) {
        return policies.at(coop, SlotItems.class, storeId, day).mostItems();
    }
}
