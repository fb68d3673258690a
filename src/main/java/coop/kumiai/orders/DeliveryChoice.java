package coop.kumiai.orders;

import coop.kumiai.stores.Slot;
import coop.kumiai.stores.Store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Where and when a member wants the next order (お届け先と便, N-AREA-2): chosen before shopping, promised
 * only by the confirmed order (N-SLOT-4).
 *
 * @param label what the member calls the address, such as 自宅
 * @param store the store that delivers there, and so range, prices and fee (N-AREA-1)
 * @param slot empty while none is chosen
 * @param heldUntil until when a place of the slot is held for the member (X-SLOT-1)
 */
public record DeliveryChoice(
        UUID addressId,
        String label,
        Destination destination,
        Store store,
        Optional<Slot> slot,
        Optional<Instant> heldUntil) {

    /** Whether the member fetches the goods at the store (N-DRIVE-1). */
    public boolean isDriveThrough() {
        return destination.driveThrough();
    }

    /** {@code 自宅へ、渋谷店から}, or {@code 世田谷店で}. */
    public String where() {
        return isDriveThrough() ? store.name() + "で" : label + "へ、" + store.name() + "から";
    }

    /** The day whose prices count: that of the slot, or today while none is chosen. */
    public LocalDate priceDay(LocalDate today) {
        return slot.map(it -> it.id().day()).orElse(today);
    }
}
