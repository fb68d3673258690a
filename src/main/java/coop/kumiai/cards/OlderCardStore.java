package coop.kumiai.cards;

import static coop.kumiai.cards.db.Tables.OLDER_CARD;

import static org.jooq.impl.DSL.any;

import coop.kumiai.cards.OlderCard.Kind;
import coop.kumiai.cards.OlderCard.State;
import coop.kumiai.cards.db.tables.records.OlderCardRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** 紙・ラミネートの組合員証. */
@Repository
class OlderCardStore {
    private final DSLContext sql;

    OlderCardStore(DSLContext sql) {
        this.sql = sql;
    }

    /** One import of a co-op at a time: the other waits, and then finds what the first wrote. */
    void lock(CoopId coop) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "older-cards:" + coop);
    }

    List<OlderCard> of(CoopId coop, UUID memberId) {
        return sql.selectFrom(OLDER_CARD)
                .where(OLDER_CARD.COOP_ID.eq(coop.code()), OLDER_CARD.MEMBER_ID.eq(memberId))
                .orderBy(OLDER_CARD.ISSUED_ON.desc(), OLDER_CARD.CARD_ID.desc())
                .fetch(OlderCardStore::card);
    }

    Optional<OlderCard> byNumber(CoopId coop, String number) {
        return sql.selectFrom(OLDER_CARD)
                .where(OLDER_CARD.COOP_ID.eq(coop.code()), OLDER_CARD.NUMBER.eq(number))
                .fetchOptional(OlderCardStore::card);
    }

    /** Whose the cards with these numbers are. */
    Map<String, UUID> holders(CoopId coop, Collection<String> numbers) {
        return sql.select(OLDER_CARD.NUMBER, OLDER_CARD.MEMBER_ID)
                .from(OLDER_CARD)
                .where(
                        OLDER_CARD.COOP_ID.eq(coop.code()),
                        OLDER_CARD.NUMBER.eq(any(numbers.toArray(String[]::new))))
                .fetchMap(OLDER_CARD.NUMBER, OLDER_CARD.MEMBER_ID);
    }

    Optional<OlderCard> find(CoopId coop, UUID memberId, UUID cardId) {
        return sql.selectFrom(OLDER_CARD)
                .where(
                        OLDER_CARD.COOP_ID.eq(coop.code()),
                        OLDER_CARD.CARD_ID.eq(cardId),
                        OLDER_CARD.MEMBER_ID.eq(memberId))
                .fetchOptional(OlderCardStore::card);
    }

    /** False when a card has this number already. */
    boolean insert(CoopId coop, OlderCard card, Instant now) {
        return sql.insertInto(OLDER_CARD)
                        .set(OLDER_CARD.COOP_ID, coop.code())
                        .set(OLDER_CARD.CARD_ID, card.cardId())
                        .set(OLDER_CARD.MEMBER_ID, card.memberId())
                        .set(OLDER_CARD.KIND, card.kind().code())
                        .set(OLDER_CARD.NUMBER, card.number())
                        .set(OLDER_CARD.ISSUED_ON, card.issuedOn())
                        .set(OLDER_CARD.STATE, card.state().code())
                        .set(OLDER_CARD.RECORDED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(
                                OLDER_CARD.ENDED_AT,
                                card.endedAt().map(it -> it.atOffset(ZoneOffset.UTC)).orElse(null))
                        .set(OLDER_CARD.REASON, card.reason())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** False when it was ended before. */
    boolean end(CoopId coop, UUID memberId, UUID cardId, State state, String reason, Instant now) {
        return sql.update(OLDER_CARD)
                        .set(OLDER_CARD.STATE, state.code())
                        .set(OLDER_CARD.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                        .set(OLDER_CARD.REASON, reason)
                        .where(
                                OLDER_CARD.COOP_ID.eq(coop.code()),
                                OLDER_CARD.CARD_ID.eq(cardId),
                                OLDER_CARD.MEMBER_ID.eq(memberId),
                                OLDER_CARD.STATE.eq(State.VALID.code()))
                        .execute()
                == 1;
    }

    private static OlderCard card(OlderCardRecord row) {
        return new OlderCard(
                row.getCardId(),
                row.getMemberId(),
                Kind.of(row.getKind()).orElseThrow(),
                row.getNumber(),
                row.getIssuedOn(),
                State.of(row.getState()).orElseThrow(),
                Optional.ofNullable(row.getEndedAt()).map(OffsetDateTime::toInstant),
                row.getReason());
    }
}
