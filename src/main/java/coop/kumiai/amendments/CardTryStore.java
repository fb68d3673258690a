package coop.kumiai.amendments;

import static coop.kumiai.amendments.db.Tables.CARD_TRY;

import coop.kumiai.amendments.db.tables.records.CardTryRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cards that were asked so that an order may turn from cash to card. */
@Repository
class CardTryStore {
    private final DSLContext sql;

    CardTryStore(DSLContext sql) {
        this.sql = sql;
    }

    /** One card, asked for one revision of one draft. */
    record CardTry(UUID tryId, UUID orderId, UUID draftId, String revision) {}

    void insert(CoopId coop, CardTry asked, Instant at) {
        sql.insertInto(CARD_TRY)
                .set(CARD_TRY.COOP_ID, coop.code())
                .set(CARD_TRY.TRY_ID, asked.tryId())
                .set(CARD_TRY.ORDER_ID, asked.orderId())
                .set(CARD_TRY.DRAFT_ID, asked.draftId())
                .set(CARD_TRY.REVISION, asked.revision())
                .set(CARD_TRY.BEGUN_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<CardTry> find(CoopId coop, UUID tryId) {
        return sql.selectFrom(CARD_TRY)
                .where(CARD_TRY.COOP_ID.eq(coop.code()), CARD_TRY.TRY_ID.eq(tryId))
                .fetchOptional(CardTryStore::cardTry);
    }

    List<CardTry> ofOrder(CoopId coop, UUID orderId) {
        return sql.selectFrom(CARD_TRY)
                .where(CARD_TRY.COOP_ID.eq(coop.code()), CARD_TRY.ORDER_ID.eq(orderId))
                .orderBy(CARD_TRY.TRY_ID)
                .fetch(CardTryStore::cardTry);
    }

    private static CardTry cardTry(CardTryRecord row) {
        return new CardTry(row.getTryId(), row.getOrderId(), row.getDraftId(), row.getRevision());
    }
}
