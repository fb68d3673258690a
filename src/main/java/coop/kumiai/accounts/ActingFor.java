package coop.kumiai.accounts;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.NotFound;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/**
 * 代理の操作 (M-CARE-2): a representative at work for a member. Whether they still may is asked at every
 * request and again in the transaction of an order; all of it is written down for the member to
 * read.
 */
@Service
public class ActingFor {
    private static final String ACTION = "acting.";
    private final RepresentationStore store;
    private final Audit audit;
    private final Clock clock;

    ActingFor(RepresentationStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins.
     *
     * @throws Refused when it has ended
     */
    @Transactional
    public Representation begin(CoopId coop, UUID representative, UUID representationId) {
        var found =
                store.goingOn(coop, representationId, representative, LocalDate.now(clock))
                        .orElseThrow(() -> Refused.because(new RepresentationRefusal.HasEnded()));
        audit.note(coop, representative, ACTION + "began", found.accountId(), "");
        return found;
    }

    /** Whether it goes on at this moment. */
    public boolean goesOn(CoopId coop, Acting acting) {
        return store.goingOn(
                        coop, acting.representationId(), acting.accountId(), LocalDate.now(clock))
                .isPresent();
    }

    /**
     * What the representative may do.
     *
     * @throws NotFound when it has ended
     */
    public Representation of(CoopId coop, Acting acting) {
        return store.goingOn(
                        coop, acting.representationId(), acting.accountId(), LocalDate.now(clock))
                .orElseThrow(() -> new NotFound("representation"));
    }

    /** That they used a part of the member's pages: once a day for reading, once for changing. */
    public void note(CoopId coop, Acting acting, UUID member, Errand errand, boolean changes) {
        var action = ACTION + errand.code() + (changes ? ".changed" : ".looked-at");
        audit.noteLook(coop, acting.accountId(), action, member, "");
    }

    /** That the representative has stopped. */
    public void noteEnd(CoopId coop, Acting acting, UUID member) {
        audit.note(coop, acting.accountId(), ACTION + "ended", member, "");
    }

    /**
     * Lets an order of this sum pass, in the transaction that places it: an end waits for it, or it
     * is refused.
     *
     * @throws Refused above the limit, or when it has ended meanwhile
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void requireOrder(CoopId coop, Acting acting, Yen total) {
        var found = hold(coop, acting);
        Refused.unless(RepresentationRules.order(found.mandate(), total).stream().toList());
    }

    /**
     * Writes down what was done, in its transaction.
     *
     * @param deed such as {@code order-placed}
     * @param subject what it was done to
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteDeed(CoopId coop, Acting acting, String deed, UUID subject, String words) {
        hold(coop, acting);
        audit.note(coop, acting.accountId(), ACTION + deed, subject, words);
    }

    private Representation hold(CoopId coop, Acting acting) {
        return store.hold(coop, acting.representationId(), acting.accountId(), LocalDate.now(clock))
                .orElseThrow(() -> Refused.because(new RepresentationRefusal.HasEnded()));
    }
}
