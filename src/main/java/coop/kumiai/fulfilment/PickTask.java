package coop.kumiai.fulfilment;

import coop.kumiai.catalog.Jan;

import java.util.OptionalInt;
import java.util.UUID;

/**
 * One product to fetch for one order of a slot.
 *
 * @param box the order's number within the slot (箱番号), as it stands on its boxes
 * @param shelf where it stands in the store, such as {@code A-03-2}
 * @param wantsSubstitute whether the member would like something else when it is short (N-PICK-2)
 * @param found how many there were, once somebody looked
 * @param boxClosed whether the order's boxes are closed, so that nothing changes any more
 */
public record PickTask(
        UUID orderId,
        String orderNumber,
        int box,
        int lineNo,
        Jan jan,
        String name,
        String unit,
        int ordered,
        String shelf,
        boolean byWeight,
        boolean wantsSubstitute,
        OptionalInt found,
        boolean boxClosed) {

    public boolean isDecided() {
        return found.isPresent();
    }

    /** Whether fewer were there than ordered (品切れ, N-PICK-1). */
    public boolean isShort() {
        return found.isPresent() && found.getAsInt() < ordered;
    }
}
