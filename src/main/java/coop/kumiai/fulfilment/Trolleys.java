package coop.kumiai.fulfilment;

import static java.util.stream.Collectors.toSet;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.SlotId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * 受け持ち (X-PICK-3): a picker takes several orders of a slot along at once, a box for each, and goes
 * past the shelves once for all of them. Nobody else's boxes are on that trolley.
 */
@Service
public class Trolleys {
    private final TrolleyStore store;
    private final Picking picking;
    private final Policies policies;
    private final Clock clock;

    Trolleys(TrolleyStore store, Picking picking, Policies policies, Clock clock) {
        this.store = store;
        this.picking = picking;
        this.policies = policies;
        this.clock = clock;
    }

    /** The walk of one picker: their trolley where they have one, else everything of the slot. */
    @Transactional
    public PickWalk walk(CoopId coop, Staff staff, SlotId slot) {
        var whole = picking.walk(coop, staff, slot);
        var mine =
                pickers(coop, whole).entrySet().stream()
                        .filter(it -> it.getValue().equals(staff.accountId()))
                        .map(Map.Entry::getKey)
                        .collect(toSet());
        return mine.isEmpty()
                ? whole
                : new PickWalk(
                        whole.slot(),
                        whole.tasks().stream().filter(it -> mine.contains(it.orderId())).toList());
    }

    /** Who has which orders of a walk on the trolley, by order. */
    @Transactional(readOnly = true)
    public Map<UUID, UUID> pickers(CoopId coop, PickWalk walk) {
        return store.pickers(coop, walk.boxes().stream().map(PickBox::orderId).toList());
    }

    /** How many orders one picker takes along. */
    public int most(CoopId coop) {
        return policies.today(coop, PickingTerms.class).ordersOnATrolley();
    }

    /**
     * Takes the next orders of the slot that nobody has, in the order of their boxes, until the
     * trolley is full.
     */
    @Transactional
    public void take(CoopId coop, Staff staff, SlotId slot) {
        var whole = picking.walk(coop, staff, slot);
        var pickers = pickers(coop, whole);
        var open = whole.boxes().stream().filter(it -> !it.isClosed()).toList();
        var mine =
                open.stream()
                        .filter(it -> staff.accountId().equals(pickers.get(it.orderId())))
                        .count();
        take(coop, staff, open, most(coop) - mine);
    }

    private void take(CoopId coop, Staff staff, List<PickBox> open, long room) {
        var left = room;
        for (var box : open) {
            if (left > 0 && store.take(coop, box.orderId(), staff.accountId(), clock.instant())) {
                left--;
            }
        }
    }

    /** Gives up what is on one's own trolley and not closed yet. */
    @Transactional
    public void leave(CoopId coop, Staff staff, SlotId slot) {
        var open =
                picking.walk(coop, staff, slot).boxes().stream()
                        .filter(it -> !it.isClosed())
                        .map(PickBox::orderId)
                        .toList();
        store.leave(coop, open, staff.accountId());
    }
}
