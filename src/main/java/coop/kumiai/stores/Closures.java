package coop.kumiai.stores;

import coop.kumiai.accounts.Audit;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Refused;
import coop.kumiai.policies.Policies;
import coop.kumiai.policies.Remembered;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** 臨時のお休み: extra rests of the net supermarket, which staff announce beforehand (N-HOUR-1). */
@Service
public class Closures {
    private final ClosureStore store;
    private final Remembered<CoopId, List<Closure>> notOver;
    private final Policies policies;
    private final Audit audit;
    private final ApplicationEventPublisher announce;
    private final Clock clock;

    Closures(
            ClosureStore store,
            Policies policies,
            Audit audit,
            ApplicationEventPublisher announce,
            Clock clock) {
        this.store = store;
        notOver = new Remembered<>(coop -> store.notOver(coop, clock.instant()));
        this.policies = policies;
        this.audit = audit;
        this.announce = announce;
        this.clock = clock;
    }

    /** Those that are running or still to come, the next first. */
    public List<Closure> coming(CoopId coop) {
        var now = clock.instant();
        return notOver.get(coop).stream().filter(it -> now.isBefore(it.until())).toList();
    }

    /** When the shop is open, as far as it is known now. */
    public OpenTimes openTimes(CoopId coop) {
        return new OpenTimes(policies.today(coop, ShopHours.class), coming(coop));
    }

    /**
     * Announces one: from now on members read it, and a cart that reaches into it lasts longer by
     * its length.
     *
     * @param from empty where it could not be read, as {@code until}
     * @throws Refused when it would begin at once, ends before it begins, overlaps another, or has
     *     no reason
     */
    @Transactional
    public Closure announce(
            CoopId coop,
            UUID staff,
            Optional<Instant> from,
            Optional<Instant> until,
            String reason) {
        if (from.isEmpty() || until.isEmpty()) {
            throw Refused.because(new ClosureRefusal.NoTimes());
        }
        var now = clock.instant();
        var why = audit.reason(coop, reason, new ClosureRefusal.NoReason());
        var closure = new Closure(Ids.next(clock), from.get(), until.get(), why);
        var others = store.notOver(coop, now);
        Refused.unless(ClosureRules.announcing(closure, others, now).stream().toList());
        store.insert(coop, closure, now);
        notOver.changes(coop);
        audit.note(coop, staff, "closure.announced", closure.id(), closure.label() + " " + why);
        announce.publishEvent(new ClosureAnnounced(coop, closure.from(), closure.until()));
        return closure;
    }

    /**
     * Takes one back, or ends the one that is running; carts keep the time that they got by it.
     *
     * @throws Refused without a reason
     */
    @Transactional
    public void withdraw(CoopId coop, UUID staff, UUID closure, String reason) {
        var why = audit.reason(coop, reason, new ClosureRefusal.NoReason());
        if (store.withdraw(coop, closure, clock.instant())) {
            notOver.changes(coop);
            audit.note(coop, staff, "closure.withdrawn", closure, why);
        }
    }
}
