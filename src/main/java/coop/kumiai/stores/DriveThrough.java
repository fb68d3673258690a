package coop.kumiai.stores;

import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policy;
import coop.kumiai.policies.PolicyName;

import java.time.LocalTime;
import java.util.List;

/**
 * コープドライブスルー (N-DRIVE-1): members fetch their goods at the store in a slot of their own, paid by
 * card; by store. These slots have room, cutoffs and numbers apart from those of deliveries
 * (X-SLOT-3).
 *
 * @param slots none where the store has no drive-through
 * @param feeInTax what fetching costs, in the place of 配達手数料
 * @param place where at the store, such as 1階 駐車場のドライブスルー受け取り口
 * @param keptUntil how long on the day goods wait that nobody fetched in time
 */
@PolicyName("stores.drive-through")
public record DriveThrough(List<SlotTime> slots, Yen feeInTax, String place, LocalTime keptUntil)
        implements Policy {
    /** Below it are the numbers of deliveries, so that the two never meet. */
    static final int FIRST_NUMBER = 11;

    public DriveThrough {
        slots = List.copyOf(slots);
        if (slots.stream().anyMatch(it -> it.number() < FIRST_NUMBER)) {
            throw new IllegalArgumentException("the number of a delivery");
        }
        if (slots.stream().anyMatch(it -> it.until().isAfter(keptUntil))) {
            throw new IllegalArgumentException("thrown away before its time");
        }
    }
}
