package coop.kumiai.cards;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.JapaneseDates;
import coop.kumiai.kernel.Refused;
import coop.kumiai.kernel.Yen;
import coop.kumiai.policies.Policies;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.UUID;

/**
 * What a till may do with an IC card. The card is held until the end of the till's transaction, so
 * that a suspension comes before a payment or after it, never between its question and its answer
 * (U-WAL-5).
 */
@Service
public class IcCardPayments {
    private final IcCardStore store;
    private final CardStore checks;
    private final IdmMarks marks;
    private final Policies policies;
    private final Clock clock;

    IcCardPayments(
            IcCardStore store, CardStore checks, IdmMarks marks, Policies policies, Clock clock) {
        this.store = store;
        this.checks = checks;
        this.marks = marks;
        this.policies = policies;
        this.clock = clock;
    }

    /**
     * Whose card pays.
     *
     * @param spentThen with it today, this payment counted
     */
    public record Payer(UUID memberId, UUID cardId, Yen spentThen) {}

    /**
     * Whose card this is, for money that comes in.
     *
     * @throws Refused when it is unknown or suspended, or the till asks too often
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    public UUID holder(CoopId coop, UUID tillId, String idm) {
        return held(coop, tillId, idm).card().memberId();
    }

    /**
     * Whose card this is, and that it may pay so much.
     *
     * @throws Refused as above, and beyond the card's limits
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = Refused.class)
    public Payer payer(CoopId coop, UUID tillId, String idm, Yen amount) {
        var held = held(coop, tillId, idm);
        var spent = held.spent(JapaneseDates.dayOf(clock.instant()));
        IcCardRules.beyond(policies.today(coop, IcCardTerms.class), spent, amount)
                .ifPresent(
                        no -> {
                            throw Refused.because(no);
                        });
        return new Payer(held.card().memberId(), held.card().cardId(), spent.plus(amount));
    }

    /** The wallet has paid: the card's day counts it. In the transaction that asked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void paid(CoopId coop, Payer payer) {
        var today = JapaneseDates.dayOf(clock.instant());
        store.spend(coop, payer.cardId(), today, payer.spentThen());
    }

    /** What stands for a chip in a digest: its IDm is kept nowhere. */
    public String mark(CoopId coop, String idm) {
        return marks.of(coop, idm).orElse("none");
    }

    private IcCardStore.Held held(CoopId coop, UUID tillId, String idm) {
        var most = policies.today(coop, CardCodeTerms.class).mostPerMinute();
        if (checks.count(coop, tillId, clock.instant()) > most) {
            throw Refused.because(new CardRefusal.TooMany(most));
        }
        var held =
                marks.of(coop, idm)
                        .flatMap(it -> store.holdByMark(coop, it))
                        .orElseThrow(() -> Refused.because(new IcCardRefusal.UnknownCard()));
        IcCardRules.unusable(held.card())
                .ifPresent(
                        no -> {
                            throw Refused.because(no);
                        });
        return held;
    }
}
