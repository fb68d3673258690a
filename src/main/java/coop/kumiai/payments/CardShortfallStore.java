package coop.kumiai.payments;

import static coop.kumiai.payments.db.Tables.CARD_SHORTFALL;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/** What became of what cards have not paid. */
@Repository
class CardShortfallStore {
    private final DSLContext sql;

    CardShortfallStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, NewShortfall shortfall, Yen captured, Instant at) {
        sql.insertInto(CARD_SHORTFALL)
                .set(CARD_SHORTFALL.COOP_ID, coop.code())
                .set(CARD_SHORTFALL.PAYABLE_REF, shortfall.ref())
                .set(CARD_SHORTFALL.CAPTURED_YEN, captured.amount())
                .set(CARD_SHORTFALL.REST_YEN, shortfall.rest().amount())
                .set(CARD_SHORTFALL.WAY, shortfall.way().code())
                .set(CARD_SHORTFALL.REASON, shortfall.reason())
                .set(CARD_SHORTFALL.SETTLED_AT, at.atOffset(ZoneOffset.UTC))
                .set(CARD_SHORTFALL.SETTLED_BY, shortfall.by())
                .execute();
    }

    /** What came over the counter for these payments. */
    CounterMoney atCounter(CoopId coop, Collection<String> refs) {
        var rests =
                sql.select(CARD_SHORTFALL.CAPTURED_YEN, CARD_SHORTFALL.REST_YEN)
                        .from(CARD_SHORTFALL)
                        .where(
                                CARD_SHORTFALL.COOP_ID.eq(coop.code()),
                                CARD_SHORTFALL.PAYABLE_REF.in(refs))
                        .and(CARD_SHORTFALL.WAY.eq(ShortfallWay.COUNTER.code()))
                        .fetchGroups(row -> row.value1() > 0, row -> Yen.of(row.value2()));
        return new CounterMoney(
                Yen.sum(rests.getOrDefault(true, List.of())),
                Yen.sum(rests.getOrDefault(false, List.of())));
    }
}
