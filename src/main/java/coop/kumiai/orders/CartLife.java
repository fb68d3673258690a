package coop.kumiai.orders;

import coop.kumiai.catalog.Jan;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.policies.Policies;
import coop.kumiai.stores.ClosureAnnounced;
import coop.kumiai.stores.Closures;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * How a stored cart begins, ends and begins anew (N-CART-1). Whoever calls it has a transaction
 * open.
 */
@Component
class CartLife {
    private final CartStore store;
    private final Closures closures;
    private final Policies policies;
    private final Clock clock;

    CartLife(CartStore store, Closures closures, Policies policies, Clock clock) {
        this.store = store;
        this.closures = closures;
        this.policies = policies;
        this.clock = clock;
    }

    /** A cart lives from its first product; one whose time is over begins anew. */
    void begin(CoopId coop, UUID member) {
        var now = clock.instant();
        var kept = store.lock(coop, member);
        if (kept.isEmpty()) {
            store.insert(coop, member, Ids.next(clock), now, end(coop, now));
        } else if (kept.get().hasEnded(now)) {
            if (keepsLists(coop)) {
                store.setAside(coop, member, true);
            } else {
                store.takeAllOut(coop, member);
            }
            restart(coop, member, now);
        }
    }

    /**
     * Lets a cart live while its card is asked, and as long again to answer to a refusal; however
     * many cards are tried, no longer than that beyond its own end.
     */
    void waitForCard(CoopId coop, UUID member, KeptCart kept, Duration heldFor) {
        var more = heldFor.multipliedBy(2);
        var last = end(coop, kept.startedAt()).plus(more);
        var wanted = clock.instant().plus(more);
        store.extend(coop, member, wanted.isBefore(last) ? wanted : last);
    }

    /** What is left once the cart holds nothing more: nothing, or the list that waits. */
    void endEmpty(CoopId coop, UUID member, KeptCart kept) {
        var now = clock.instant();
        if (kept.waiting(now).isEmpty()) {
            store.delete(coop, member);
        } else {
            store.end(coop, member, now);
        }
    }

    /** Takes goods out that went into another order; what is more than those stays. */
    void takeOut(CoopId coop, UUID member, Map<Jan, Integer> gone) {
        var now = clock.instant();
        var kept = store.lock(coop, member);
        if (kept.isEmpty() || kept.get().hasEnded(now)) {
            return;
        }
        var left =
                kept.get().live(now).stream()
                        .map(line -> line.less(gone.getOrDefault(line.jan(), 0)))
                        .toList();
        store.takeOut(
                coop,
                member,
                left.stream().filter(it -> it.quantity() == 0).map(KeptCart.Line::jan).toList());
        store.putAll(
                coop,
                member,
                left.stream()
                        .filter(it -> it.quantity() > 0 && gone.containsKey(it.jan()))
                        .toList(),
                now);
        if (left.stream().allMatch(line -> line.quantity() == 0)) {
            endEmpty(coop, member, kept.get());
        }
    }

    /** The member does without what waits. */
    void forgetWaiting(CoopId coop, UUID member) {
        var kept = store.lock(coop, member);
        if (kept.isPresent() && kept.get().live(clock.instant()).isEmpty()) {
            store.delete(coop, member);
        } else {
            store.takeWaitingOut(coop, member);
        }
    }

    /**
     * Puts back what waits (X-CART-1).
     *
     * @return whether there was anything to put back
     */
    boolean putBackWaiting(CoopId coop, UUID member) {
        var kept = store.lock(coop, member);
        if (kept.isEmpty() || !keepsLists(coop)) {
            return false;
        }
        if (kept.get().hasEnded(clock.instant())) {
            restart(coop, member, clock.instant());
        }
        store.setAside(coop, member, false);
        return true;
    }

    /**
     * The shop will rest once more: carts that reach into that time last longer by its length
     * (N-HOUR-1). In the transaction that announces it.
     */
    @EventListener
    void on(ClosureAnnounced closure) {
        store.lengthen(closure.coop(), closure.from(), closure.until());
    }

    private void restart(CoopId coop, UUID member, Instant now) {
        store.restart(coop, member, Ids.next(clock), now, end(coop, now));
    }

    private Instant end(CoopId coop, Instant start) {
        return CartRules.expiresAt(
                policies.today(coop, CartTerms.class).life(), closures.openTimes(coop), start);
    }

    private boolean keepsLists(CoopId coop) {
        return policies.today(coop, CartTerms.class).atExpiry() == CartTerms.AtExpiry.KEEP;
    }
}
