package coop.kumiai.office;

import coop.kumiai.stores.SlotId;

/** How a slot stands in the address of a page: {@code 2026-11-23/2}. */
public final class SlotPath {
    private SlotPath() {}

    /** The part of an address. */
    public static String of(SlotId slot) {
        return slot.day() + "/" + slot.number();
    }
}
