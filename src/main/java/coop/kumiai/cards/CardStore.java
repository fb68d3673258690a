package coop.kumiai.cards;

import static coop.kumiai.cards.db.Tables.CARD;
import static coop.kumiai.cards.db.Tables.TILL_MINUTE;

import coop.kumiai.cards.db.tables.records.CardRecord;
import coop.kumiai.kernel.CoopId;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/** Cards, and how often tills ask. */
@Repository
class CardStore {
    private final DSLContext sql;

    CardStore(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A card with its sealed secret.
     *
     * @param lastCodeAt when the last code began that was taken, in seconds since 1970
     */
    record Sealed(Card card, byte[] secret, long lastCodeAt) {}

    /** Nothing when the member has a card already. */
    void insert(CoopId coop, Card card, byte[] sealedSecret) {
        sql.insertInto(CARD)
                .set(CARD.COOP_ID, coop.code())
                .set(CARD.CARD_ID, card.cardId())
                .set(CARD.MEMBER_ID, card.memberId())
                .set(CARD.NUMBER, card.number())
                .set(CARD.SECRET, sealedSecret)
                .set(CARD.ISSUED_AT, card.issuedAt().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
    }

    /** The card that a member has now. */
    Optional<Sealed> of(CoopId coop, UUID memberId) {
        return sql.selectFrom(CARD)
                .where(
                        CARD.COOP_ID.eq(coop.code()),
                        CARD.MEMBER_ID.eq(memberId),
                        CARD.ENDED_AT.isNull())
                .fetchOptional(CardStore::sealed);
    }

    /** A card in use. */
    Optional<Sealed> byNumber(CoopId coop, String number) {
        return sql.selectFrom(CARD)
                .where(CARD.COOP_ID.eq(coop.code()), CARD.NUMBER.eq(number), CARD.ENDED_AT.isNull())
                .fetchOptional(CardStore::sealed);
    }

    /**
     * Takes the code that began at this second; false when it, or a later one, was taken by
     * somebody faster.
     */
    boolean take(CoopId coop, UUID cardId, long codeAt) {
        return sql.update(CARD)
                        .set(CARD.LAST_CODE_AT, codeAt)
                        .where(
                                CARD.COOP_ID.eq(coop.code()),
                                CARD.CARD_ID.eq(cardId),
                                CARD.LAST_CODE_AT.lt(codeAt),
                                CARD.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    /** False when the member has none. */
    boolean end(CoopId coop, UUID memberId, Instant now) {
        return sql.update(CARD)
                        .set(CARD.ENDED_AT, now.atOffset(ZoneOffset.UTC))
                        .where(
                                CARD.COOP_ID.eq(coop.code()),
                                CARD.MEMBER_ID.eq(memberId),
                                CARD.ENDED_AT.isNull())
                        .execute()
                == 1;
    }

    /** Counts a check of a till and says how many it has had in this minute. */
    int count(CoopId coop, UUID tillId, Instant now) {
        return sql.insertInto(TILL_MINUTE)
                .set(TILL_MINUTE.COOP_ID, coop.code())
                .set(TILL_MINUTE.TILL_ID, tillId)
                .set(
                        TILL_MINUTE.MINUTE,
                        now.truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC))
                .set(TILL_MINUTE.CHECKS, 1)
                .onConflict(TILL_MINUTE.COOP_ID, TILL_MINUTE.TILL_ID, TILL_MINUTE.MINUTE)
                .doUpdate()
                .set(TILL_MINUTE.CHECKS, TILL_MINUTE.CHECKS.plus(1))
                .returning(TILL_MINUTE.CHECKS)
                .fetchSingle(row -> row.getChecks());
    }

    /** All co-ops': a job of the whole installation. */
    void deleteMinutesBefore(Instant moment) {
        sql.deleteFrom(TILL_MINUTE)
                .where(TILL_MINUTE.MINUTE.lt(moment.atOffset(ZoneOffset.UTC)))
                .execute();
    }

    private static Sealed sealed(CardRecord row) {
        return new Sealed(
                new Card(
                        row.getCardId(),
                        row.getMemberId(),
                        row.getNumber(),
                        row.getIssuedAt().toInstant()),
                row.getSecret(),
                row.getLastCodeAt());
    }
}
