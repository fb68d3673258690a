package coop.kumiai.api;

import coop.kumiai.stores.Slot;
import coop.kumiai.stores.SlotRefusal;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A delivery slot (便).
 *
 * @param driveThrough whether its goods are fetched at the store, by card only (N-DRIVE-1)
 * @param cutoffAt 締切
 * @param left places that are still free
 * @param closedBecause why it cannot be chosen now, as members read it
 */
record SlotJson(
        LocalDate day,
        int number,
        boolean driveThrough,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        OffsetDateTime cutoffAt,
        int left,
        boolean open,
        Optional<String> closedBecause) {

    static SlotJson of(Slot slot, Optional<SlotRefusal> refusal) {
        return new SlotJson(
                slot.id().day(),
                slot.id().number(),
                slot.driveThrough(),
                Jst.of(slot.startsAt()),
                Jst.of(slot.endsAt()),
                Jst.of(slot.cutoffAt()),
                slot.left(),
                refusal.isEmpty(),
                refusal.map(SlotRefusal::sentence));
    }
}
