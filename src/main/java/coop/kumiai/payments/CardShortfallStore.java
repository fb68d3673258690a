package coop.kumiai.payments;

import static coop.kumiai.payments.db.Tables.CARD_SHORTFALL;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;

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
}
