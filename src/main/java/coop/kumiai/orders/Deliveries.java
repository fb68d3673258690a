package coop.kumiai.orders;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.stores.SlotId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Where and when members want their next order: address, store, day and slot (N-AREA-2). */
@Service
public class Deliveries {

    /**
     * What the member has chosen; before any choice the first registered address without a slot.
     * Empty for a member without an address.
     */
    public Optional<DeliveryChoice> choice(CoopId coop, UUID account) {
        throw new UnsupportedOperationException();
    }

    /**
     * Chooses address and slot.
     *
     * @throws coop.kumiai.kernel.Refused when the address lies outside, or the slot cannot be had
     */
    public DeliveryChoice choose(CoopId coop, UUID account, UUID addressId, SlotId slot) {
        throw new UnsupportedOperationException();
    }

    /** Chooses the address only: its store counts from now on, the slot is to be chosen. */
    public DeliveryChoice chooseAddress(CoopId coop, UUID account, UUID addressId) {
        throw new UnsupportedOperationException();
    }

    /**
     * The store and day that somebody shops at: the chosen ones, or the viewing store (見学店舗) today
     * for visitors and members without an address (N-CAT-3).
     */
    public ShoppingPlace place(CoopId coop, Optional<UUID> account) {
        throw new UnsupportedOperationException();
    }
}
