package coop.kumiai.payments;

import static coop.kumiai.payments.db.Tables.KEPT_CARD;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.payments.db.tables.records.KeptCardRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The cards that the processor keeps for members. */
@Repository
class KeptCardStore {
    private final DSLContext sql;

    KeptCardStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Once for every card, however often the processor tells of it; also after its removal. */
    void insert(CoopId coop, KeptCard card, Instant at) {
        sql.insertInto(KEPT_CARD)
                .set(KEPT_CARD.COOP_ID, coop.code())
                .set(KEPT_CARD.CARD_ID, card.cardId())
                .set(KEPT_CARD.MEMBER_ID, card.memberId())
                .set(KEPT_CARD.GATEWAY_CARD, card.gatewayCard())
                .set(KEPT_CARD.BRAND, card.brand().code())
                .set(KEPT_CARD.LAST_FOUR, card.lastFour())
                .set(KEPT_CARD.EXPIRES, card.expires().toString())
                .set(KEPT_CARD.KEPT_AT, at.atOffset(ZoneOffset.UTC))
                .onConflict(KEPT_CARD.COOP_ID, KEPT_CARD.MEMBER_ID, KEPT_CARD.GATEWAY_CARD)
                .doUpdate()
                .set(KEPT_CARD.EXPIRES, card.expires().toString())
                .setNull(KEPT_CARD.REMOVED_AT)
                .setNull(KEPT_CARD.DELETED_AT)
                .setNull(KEPT_CARD.FORGET_AFTER)
                .execute();
    }

    List<KeptCard> ofMember(CoopId coop, UUID member) {
        return sql.selectFrom(KEPT_CARD)
                .where(
                        KEPT_CARD.COOP_ID.eq(coop.code()),
                        KEPT_CARD.MEMBER_ID.eq(member),
                        KEPT_CARD.REMOVED_AT.isNull())
                .orderBy(KEPT_CARD.CARD_ID)
                .fetch(KeptCardStore::card);
    }

    Optional<KeptCard> find(CoopId coop, UUID member, UUID card) {
        return sql.selectFrom(KEPT_CARD)
                .where(
                        KEPT_CARD.COOP_ID.eq(coop.code()),
                        KEPT_CARD.CARD_ID.eq(card),
                        KEPT_CARD.MEMBER_ID.eq(member),
                        KEPT_CARD.REMOVED_AT.isNull())
                .fetchOptional(KeptCardStore::card);
    }

    boolean remove(CoopId coop, UUID member, UUID card, Instant at) {
        return sql.update(KEPT_CARD)
                        .set(KEPT_CARD.REMOVED_AT, at.atOffset(ZoneOffset.UTC))
                        .where(
                                KEPT_CARD.COOP_ID.eq(coop.code()),
                                KEPT_CARD.CARD_ID.eq(card),
                                KEPT_CARD.MEMBER_ID.eq(member),
                                KEPT_CARD.REMOVED_AT.isNull())
                        .execute()
                == 1;
    }

    void removeAll(CoopId coop, UUID member, Instant at) {
        sql.update(KEPT_CARD)
                .set(KEPT_CARD.REMOVED_AT, at.atOffset(ZoneOffset.UTC))
                .where(
                        KEPT_CARD.COOP_ID.eq(coop.code()),
                        KEPT_CARD.MEMBER_ID.eq(member),
                        KEPT_CARD.REMOVED_AT.isNull())
                .execute();
    }

    /** The co-ops with cards that the processor still has to forget. */
    List<CoopId> coopsWithRemoved(Instant now) {
        return sql.selectDistinct(KEPT_CARD.COOP_ID)
                .from(KEPT_CARD)
                .where(isToForget(now))
                .fetch(row -> new CoopId(row.value1()));
    }

    List<KeptCard> removed(CoopId coop, Instant now) {
        return sql.selectFrom(KEPT_CARD)
                .where(KEPT_CARD.COOP_ID.eq(coop.code()), isToForget(now))
                .fetch(KeptCardStore::card);
    }

    private static Condition isToForget(Instant now) {
        return KEPT_CARD
                .REMOVED_AT
                .isNotNull()
                .and(KEPT_CARD.DELETED_AT.isNull())
                .and(
                        KEPT_CARD
                                .FORGET_AFTER
                                .isNull()
                                .or(KEPT_CARD.FORGET_AFTER.le(now.atOffset(ZoneOffset.UTC))));
    }

    /** The processor has not forgotten it yet, and is not asked again before then. */
    void forgetLater(CoopId coop, UUID card, Instant again) {
        sql.update(KEPT_CARD)
                .set(KEPT_CARD.FORGET_AFTER, again.atOffset(ZoneOffset.UTC))
                .where(KEPT_CARD.COOP_ID.eq(coop.code()), KEPT_CARD.CARD_ID.eq(card))
                .execute();
    }

    void deleted(CoopId coop, UUID card, Instant at) {
        var changed =
                sql.update(KEPT_CARD)
                        .set(KEPT_CARD.DELETED_AT, at.atOffset(ZoneOffset.UTC))
                        .where(KEPT_CARD.COOP_ID.eq(coop.code()), KEPT_CARD.CARD_ID.eq(card))
                        .execute();
        if (changed != 1) {
            throw new IllegalStateException("no such kept card");
        }
    }

    private static KeptCard card(KeptCardRecord row) {
        return new KeptCard(
                row.getCardId(),
                row.getMemberId(),
                row.getGatewayCard(),
                CardBrand.of(row.getBrand()).orElseThrow(),
                row.getLastFour(),
                YearMonth.parse(row.getExpires()));
    }
}
