package coop.kumiai.aftercare;

import coop.kumiai.aftercare.MadeGood.Way;
import coop.kumiai.documents.Documents;
import coop.kumiai.documents.Paper;
import coop.kumiai.documents.Return;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Refused;
import coop.kumiai.payments.NewRefund;
import coop.kumiai.payments.Payments;
import coop.kumiai.payments.Refunds;
import coop.kumiai.stores.SlotId;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes down what is made good, in the transaction that holds the order: money back with its
 * return invoice (返還請求書) and refund, an exchange, or another delivery. Each piece once.
 */
@Component
class MakingGood {
    private final AftercareStore store;
    private final Documents documents;
    private final Refunds refunds;
    private final Clock clock;

    MakingGood(AftercareStore store, Documents documents, Refunds refunds, Clock clock) {
        this.store = store;
        this.documents = documents;
        this.refunds = refunds;
        this.clock = clock;
    }

    /**
     * What is to be made good.
     *
     * @param inHand whether cash is handed out now
     */
    record Asked(
            UUID goodId,
            Optional<UUID> troubleId,
            Map<Integer, Integer> pieces,
            String reason,
            UUID by,
            boolean inHand) {}

    /**
     * Money goes back the way it came, for what the goods were sold for.
     *
     * @throws Refused before it was paid, or when the goods came back already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    MadeGood refund(CoopId coop, CaredOrder of, Asked asked) {
        Refused.unless(AftercareRules.left(of, asked.pieces()));
        var paper = documents.giveBack(coop, returned(of, asked));
        if (!paper.total().isZero()) {
            refunds.give(
                    coop,
                    new NewRefund(
                            asked.goodId(),
                            Payments.order(of.order().id()),
                            of.order().slot().storeId(),
                            paper.total(),
                            asked.reason(),
                            asked.by(),
                            asked.inHand()));
        }
        return write(coop, of, asked, Way.REFUND, Optional.of(paper), Optional.empty());
    }

    /** The same goods once more, over the counter. */
    @Transactional(propagation = Propagation.MANDATORY)
    MadeGood exchange(CoopId coop, CaredOrder of, Asked asked) {
        Refused.unless(AftercareRules.left(of, asked.pieces()));
        return write(coop, of, asked, Way.EXCHANGE, Optional.empty(), Optional.empty());
    }

    /** The goods are brought again in that slot, without a fee. */
    @Transactional(propagation = Propagation.MANDATORY)
    MadeGood redeliver(CoopId coop, CaredOrder of, Asked asked, SlotId slot) {
        Refused.unless(AftercareRules.left(of, asked.pieces()));
        return write(coop, of, asked, Way.REDELIVERY, Optional.empty(), Optional.of(slot));
    }

    private Return returned(CaredOrder of, Asked asked) {
        return new Return(
                asked.goodId().toString(),
                of.order().id(),
                LocalDate.now(clock),
                asked.pieces(),
                asked.reason(),
                Optional.of(asked.by()));
    }

    private MadeGood write(
            CoopId coop,
            CaredOrder of,
            Asked asked,
            Way way,
            Optional<Paper> paper,
            Optional<SlotId> slot) {
        var good =
                new MadeGood(
                        asked.goodId(),
                        of.order().id(),
                        asked.troubleId(),
                        way,
                        asked.pieces(),
                        asked.reason(),
                        paper.map(Paper::number).orElse(""),
                        clock.instant(),
                        slot,
                        Optional.empty());
        store.insert(coop, good, asked.by());
        return good;
    }
}
