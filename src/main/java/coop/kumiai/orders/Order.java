package coop.kumiai.orders;

import coop.kumiai.stores.SlotId;
import coop.kumiai.stores.Slots;

import java.time.Instant;
import java.util.UUID;

/**
 * An order (注文) as it stands.
 *
 * @param number what members and staff call it by (注文番号)
 * @param memberId whose it is
 * @param slot the store, day and slot that it is promised for
 * @param slotItems how many pieces it counts for there (X-SLOT-3), whatever was picked
 * @param current its last version
 */
public record Order(
        UUID id,
        String number,
        UUID memberId,
        SlotId slot,
        int slotItems,
        boolean cancelled,
        Instant placedAt,
        OrderVersion current) {

    /** What it has of its slot. */
    Slots.Place place() {
        return new Slots.Place(slot, slotItems);
    }

    public boolean isPicked() {
        return current.kind() == OrderVersion.Kind.PICKED;
    }

    /** Whether the member may still cancel it alone (N-ORD-6, N-ORD-8). */
    public boolean isCancellable(Instant now) {
        return !cancelled && !isPicked() && now.isBefore(current.cutoffAt());
    }

    /** Whether its member fetches it at the store (N-DRIVE-1). */
    public boolean isDriveThrough() {
        return current.destination().driveThrough();
    }
}
