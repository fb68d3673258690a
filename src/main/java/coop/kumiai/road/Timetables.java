package coop.kumiai.road;

import static java.util.stream.Collectors.toMap;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.orders.Order;
import coop.kumiai.orders.Orders;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** Times of vans, by the policies of the day and what is known of where doors are. */
@Component
class Timetables {
    private final RunStore store;
    private final Orders orders;
    private final Slots slots;
    private final Policies policies;

    Timetables(RunStore store, Orders orders, Slots slots, Policies policies) {
        this.store = store;
        this.orders = orders;
        this.slots = slots;
        this.policies = policies;
    }

    RunTerms terms(CoopId coop, SlotId slot) {
        return policies.at(coop, RunTerms.class, slot.storeId(), slot.day());
    }

    /** These orders in this order, each with its time when the van sets out for the slot. */
    List<VanStop> stops(CoopId coop, SlotId slot, List<UUID> orderIds) {
        var doors = doors(coop, slot, orderIds);
        return stops(doors, of(coop, slot, doors).expected(doors));
    }

    /** The same of a van that leaves at this moment. */
    List<VanStop> leaving(CoopId coop, SlotId slot, List<UUID> orderIds, Instant now) {
        var doors = doors(coop, slot, orderIds);
        var timetable = of(coop, slot, doors);
        return stops(doors, timetable.expected(doors, timetable.firstDoor(doors, now)));
    }

    static List<VanStop> stops(List<Door> doors, List<Instant> expected) {
        return IntStream.range(0, doors.size())
                .mapToObj(i -> new VanStop(doors.get(i).orderId(), i + 1, expected.get(i)))
                .toList();
    }

    Timetable of(CoopId coop, SlotId slotId, Collection<Door> doors) {
        var slot = slots.get(coop, slotId);
        var terms = terms(coop, slotId);
        var home = Roads.STORE + slotId.storeId();
        var codes = doors.stream().map(Door::postalCode).distinct().toList();
        var places = new ArrayList<>(codes);
        places.add(home);
        return new Timetable(
                new Roads(terms, store.spots(coop, places), codes),
                home,
                Duration.ofMinutes(terms.minutesAtDoor()),
                slot.startsAt(),
                slot.endsAt());
    }

    /** Of an order that was cancelled since there is no door any more. */
    private List<Door> doors(CoopId coop, SlotId slot, List<UUID> orderIds) {
        var standing = orders.ordersOfSlot(coop, slot).stream().collect(toMap(Order::id, it -> it));
        return orderIds.stream()
                .flatMap(id -> Optional.ofNullable(standing.get(id)).stream())
                .map(Timetables::door)
                .toList();
    }

    static Door door(Order order) {
        return new Door(order.id(), order.current().destination().postalCode());
    }
}
