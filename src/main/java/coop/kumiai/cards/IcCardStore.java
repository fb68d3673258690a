package coop.kumiai.cards;

import static coop.kumiai.cards.db.Tables.IC_CARD;

import coop.kumiai.cards.IcCard.By;
import coop.kumiai.cards.IcCard.State;
import coop.kumiai.cards.db.tables.records.IcCardRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** ICカード. */
@Repository
class IcCardStore {
    private final DSLContext sql;

    IcCardStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A card whose row is held, and what was spent with it on the day of its last payment. */
    record Held(IcCard card, LocalDate spentOn, Yen spent) {
        Yen spent(LocalDate day) {
            return spentOn.equals(day) ? spent : Yen.ZERO;
        }
    }

    /** One change of a member's cards at a time. */
    void lock(CoopId coop, UUID memberId) {
        sql.execute(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                "ic-cards:" + coop + ":" + memberId);
    }

    /** False when the chip is a card already. */
    boolean insert(
            CoopId coop,
            IcCard card,
            String idmMark,
            Optional<UUID> replaces,
            Optional<IcCard.Papers> papers) {
        return sql.insertInto(IC_CARD)
                        .set(IC_CARD.COOP_ID, coop.code())
                        .set(IC_CARD.CARD_ID, card.cardId())
                        .set(IC_CARD.MEMBER_ID, card.memberId())
                        .set(IC_CARD.IDM_MARK, idmMark)
                        .set(IC_CARD.NAME, card.name())
                        .set(IC_CARD.STATE, card.state().code())
                        .set(IC_CARD.REASON, card.reason())
                        .set(IC_CARD.ISSUED_AT, card.issuedAt().atOffset(ZoneOffset.UTC))
                        .set(IC_CARD.CHANGED_AT, card.changedAt().atOffset(ZoneOffset.UTC))
                        .set(IC_CARD.REPLACES, replaces.orElse(null))
                        .set(IC_CARD.PAPERS, papers.map(IcCard.Papers::code).orElse(null))
                        .set(IC_CARD.FEE_YEN, card.fee().amount())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** The newest first. */
    List<IcCard> of(CoopId coop, UUID memberId) {
        return sql.selectFrom(IC_CARD)
                .where(IC_CARD.COOP_ID.eq(coop.code()), IC_CARD.MEMBER_ID.eq(memberId))
                .orderBy(IC_CARD.ISSUED_AT.desc(), IC_CARD.CARD_ID.desc())
                .fetch(IcCardStore::card);
    }

    /**
     * Holds a card until the end of the transaction: a payment with it and its suspension wait for
     * each other.
     */
    Optional<IcCard> hold(CoopId coop, UUID memberId, UUID cardId) {
        return sql.selectFrom(IC_CARD)
                .where(
                        IC_CARD.COOP_ID.eq(coop.code()),
                        IC_CARD.CARD_ID.eq(cardId),
                        IC_CARD.MEMBER_ID.eq(memberId))
                .forUpdate()
                .fetchOptional(IcCardStore::card);
    }

    /** The card in use with this chip, held. */
    Optional<Held> holdByMark(CoopId coop, String idmMark) {
        return sql.selectFrom(IC_CARD)
                .where(
                        IC_CARD.COOP_ID.eq(coop.code()),
                        IC_CARD.IDM_MARK.eq(idmMark),
                        IC_CARD.STATE.in(State.ACTIVE.code(), State.SUSPENDED.code()))
                .forUpdate()
                .fetchOptional(
                        row ->
                                new Held(
                                        card(row),
                                        Optional.ofNullable(row.getSpentOn())
                                                .orElse(LocalDate.EPOCH),
                                        Yen.of(row.getSpentYen())));
    }

    /** Writes the state, and why; the row is held. */
    void change(CoopId coop, IcCard card) {
        var rows =
                sql.update(IC_CARD)
                        .set(IC_CARD.STATE, card.state().code())
                        .set(IC_CARD.SUSPENDED_BY, card.suspendedBy().map(By::code).orElse(null))
                        .set(IC_CARD.REASON, card.reason())
                        .set(IC_CARD.CHANGED_AT, card.changedAt().atOffset(ZoneOffset.UTC))
                        .where(IC_CARD.COOP_ID.eq(coop.code()), IC_CARD.CARD_ID.eq(card.cardId()))
                        .execute();
        requireOne(rows);
    }

    /** Writes what was spent with a card on a day; the row is held. */
    void spend(CoopId coop, UUID cardId, LocalDate day, Yen spent) {
        var rows =
                sql.update(IC_CARD)
                        .set(IC_CARD.SPENT_ON, day)
                        .set(IC_CARD.SPENT_YEN, spent.amount())
                        .where(IC_CARD.COOP_ID.eq(coop.code()), IC_CARD.CARD_ID.eq(cardId))
                        .execute();
        requireOne(rows);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("an IC card is not there");
        }
    }

    private static IcCard card(IcCardRecord row) {
        return new IcCard(
                row.getCardId(),
                row.getMemberId(),
                row.getName(),
                State.of(row.getState()),
                Optional.ofNullable(row.getSuspendedBy()).map(By::of),
                row.getReason(),
                row.getIssuedAt().toInstant(),
                row.getChangedAt().toInstant(),
                Yen.of(row.getFeeYen()));
    }
}
