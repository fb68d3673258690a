package coop.kumiai.stores;

import java.util.OptionalInt;

/**
 * What a slot can take and has taken: orders, and pieces of goods where they are counted too
 * (X-SLOT-3).
 *
 * @param capacity how many orders its van can take
 * @param open how many of them are released by now (X-SLOT-2)
 * @param taken orders that have a place
 * @param held places that members at the checkout hold (X-SLOT-1)
 * @param waiting members who wait for a place: what comes free is theirs first (X-SLOT-2)
 * @param waitingFirst those of them for whom places are kept
 * @param mostItems how many pieces can be picked for it; empty where only orders are counted
 * @param items pieces of its orders
 */
public record SlotPlaces(
        int capacity,
        int open,
        int taken,
        int held,
        int waiting,
        int waitingFirst,
        OptionalInt mostItems,
        int items) {
    static SlotPlaces empty(int capacity, int mostItems) {
        return new SlotPlaces(
                capacity,
                capacity,
                0,
                0,
                0,
                0,
                mostItems == 0 ? OptionalInt.empty() : OptionalInt.of(mostItems),
                0);
    }

    /** How many more orders it can take; none when no further piece can be picked. */
    public int left() {
        return itemsLeft() > 0 ? Math.max(0, open - taken - held - waiting) : 0;
    }

    /** The same for whoever may have such a share of the places; a part of one is one. */
    SlotPlaces of(SlotShare share) {
        var ahead = share.goesFirst() ? waitingFirst : waiting;
        return new SlotPlaces(
                capacity,
                places(share.percent()),
                taken,
                held,
                ahead,
                waitingFirst,
                mostItems,
                items);
    }

    /** Whether there is still a place among so many percent of all. */
    boolean hasPlaceOf(int percent) {
        return taken + held < places(percent);
    }

    private int places(int percent) {
        var whole = SlotReleases.ALL;
        return (capacity * percent + whole - 1) / whole;
    }

    /** Whoever holds one does not wait behind others. */
    SlotPlaces asHeldByMe() {
        return new SlotPlaces(capacity, open, taken, Math.max(0, held - 1), 0, 0, mostItems, items);
    }

    /** How many more pieces can be picked for it. */
    public int itemsLeft() {
        return mostItems.isEmpty() ? Integer.MAX_VALUE : mostItems.getAsInt() - items;
    }
}
