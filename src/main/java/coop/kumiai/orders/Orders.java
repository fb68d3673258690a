package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.SlotId;

import org.springframework.stereotype.Service;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders (注文): placing, finding, cancelling; picking makes their next version. */
@Service
public class Orders {

    /**
     * Confirms the member's cart as an order. Asked again under the same key, or for the same cart,
     * it finds the order that is there.
     *
     * @throws coop.kumiai.kernel.Refused with every reason; the cart stays as it was
     */
    public Order place(CoopId coop, UUID account, PlaceOrder confirmation) {
        throw new UnsupportedOperationException();
    }

    /**
     * Cancels the whole order for its member (N-ORD-6): the slot's place is given back and nothing
     * is owed.
     *
     * @throws coop.kumiai.kernel.Refused after the cutoff (N-ORD-8)
     * @throws coop.kumiai.kernel.NotFound when it is not the member's
     */
    public Order cancel(CoopId coop, UUID account, UUID orderId) {
        throw new UnsupportedOperationException();
    }

    /**
     * The member's own order.
     *
     * @throws coop.kumiai.kernel.NotFound when it is not the member's
     */
    public Order own(CoopId coop, UUID account, UUID orderId) {
        throw new UnsupportedOperationException();
    }

    /** Every version of the member's own order, the first first. */
    public List<OrderVersion> versions(CoopId coop, UUID account, UUID orderId) {
        throw new UnsupportedOperationException();
    }

    /** A part of the member's purchase history, the latest first. */
    public OrderPage history(CoopId coop, UUID account, Optional<UUID> after, int size) {
        throw new UnsupportedOperationException();
    }

    /**
     * An order for staff.
     *
     * @throws coop.kumiai.kernel.NotFound when the co-op has none
     */
    public Order get(CoopId coop, UUID orderId) {
        throw new UnsupportedOperationException();
    }

    /** The order that staff know by its number (注文番号), whatever became of it. */
    public Optional<Order> findByNumber(CoopId coop, String number) {
        throw new UnsupportedOperationException();
    }

    /**
     * The orders of a slot that stand, with their current versions, in the order of their placing.
     */
    public List<Order> ordersOfSlot(CoopId coop, SlotId slot) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes what the picker found as the next version: shortages are deducted, the fee stays, and
     * the least of an order does not count (N-PICK-1, N-PICK-3). What is due becomes the new total.
     *
     * @param picked the quantity found of every line, by line number
     * @throws coop.kumiai.kernel.Refused before the cutoff, when it is cancelled or picked already,
     *     or when the quantities do not fit the lines
     */
    public Order recordPicking(
            CoopId coop, UUID orderId, UUID staff, Map<Integer, Integer> picked) {
        throw new UnsupportedOperationException();
    }
}
