package coop.kumiai.payments;

import static coop.kumiai.payments.db.Tables.CARD_PAYMENT;
import static coop.kumiai.payments.db.Tables.PAYMENT;
import static coop.kumiai.payments.db.Tables.REFUND;
import static coop.kumiai.payments.db.Tables.SETTLEMENT_LINE;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What the processor says it has taken, beside what we have. */
@Repository
class SettlementStore {
    private final DSLContext sql;

    SettlementStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A line of the processor's file. */
    record Line(String gatewayOrder, Yen amount, Instant settledAt) {}

    void put(CoopId coop, Line line, UUID staff, Instant at) {
        sql.insertInto(SETTLEMENT_LINE)
                .set(SETTLEMENT_LINE.COOP_ID, coop.code())
                .set(SETTLEMENT_LINE.GATEWAY_ORDER, line.gatewayOrder())
                .set(SETTLEMENT_LINE.AMOUNT_YEN, line.amount().amount())
                .set(SETTLEMENT_LINE.SETTLED_AT, line.settledAt().atOffset(ZoneOffset.UTC))
                .set(SETTLEMENT_LINE.TAKEN_AT, at.atOffset(ZoneOffset.UTC))
                .set(SETTLEMENT_LINE.TAKEN_BY, staff)
                .onConflict(SETTLEMENT_LINE.COOP_ID, SETTLEMENT_LINE.GATEWAY_ORDER)
                .doUpdate()
                .set(SETTLEMENT_LINE.AMOUNT_YEN, line.amount().amount())
                .set(SETTLEMENT_LINE.SETTLED_AT, line.settledAt().atOffset(ZoneOffset.UTC))
                .set(SETTLEMENT_LINE.TAKEN_AT, at.atOffset(ZoneOffset.UTC))
                .set(SETTLEMENT_LINE.TAKEN_BY, staff)
                .execute();
    }

    /** Until when the processor has told; empty before the first file. */
    Optional<Instant> toldUntil(CoopId coop) {
        return sql.select(DSL.max(SETTLEMENT_LINE.SETTLED_AT))
                .from(SETTLEMENT_LINE)
                .where(SETTLEMENT_LINE.COOP_ID.eq(coop.code()))
                .fetchOptional(row -> row.value1())
                .map(it -> it.toInstant());
    }

    /** Where the two do not agree: theirs first, then what only we have until that moment. */
    List<CardDifference> differences(CoopId coop, Instant toldUntil) {
        return Stream.concat(theirs(coop).stream(), oursOnly(coop, toldUntil).stream()).toList();
    }

    private List<CardDifference> theirs(CoopId coop) {
        var ours = CARD_PAYMENT.CAPTURED_YEN.plus(givenBackSince());
        return sql.select(
                        SETTLEMENT_LINE.GATEWAY_ORDER,
                        CARD_PAYMENT.PAYABLE_REF,
                        ours,
                        SETTLEMENT_LINE.AMOUNT_YEN)
                .from(SETTLEMENT_LINE)
                .leftJoin(CARD_PAYMENT)
                .on(
                        CARD_PAYMENT.COOP_ID.eq(SETTLEMENT_LINE.COOP_ID),
                        CARD_PAYMENT.GATEWAY_ORDER.eq(SETTLEMENT_LINE.GATEWAY_ORDER),
                        CARD_PAYMENT.STATE.eq(CardPayment.State.CAPTURED.code()))
                .where(SETTLEMENT_LINE.COOP_ID.eq(coop.code()))
                .and(ours.isNull().or(ours.ne(SETTLEMENT_LINE.AMOUNT_YEN)))
                .orderBy(SETTLEMENT_LINE.SETTLED_AT, SETTLEMENT_LINE.GATEWAY_ORDER)
                .fetch(SettlementStore::difference);
    }

    /** A file cannot know of refunds that were asked for after it was taken. */
    private static Field<Long> givenBackSince() {
        return DSL.field(
                DSL.select(
                                DSL.coalesce(DSL.sum(REFUND.AMOUNT_YEN), BigDecimal.ZERO)
                                        .cast(Long.class))
                        .from(REFUND)
                        .where(
                                REFUND.COOP_ID.eq(CARD_PAYMENT.COOP_ID),
                                REFUND.PAYABLE_REF.eq(CARD_PAYMENT.PAYABLE_REF),
                                REFUND.METHOD.eq(PaymentMethod.CARD.code()),
                                REFUND.DONE_AT.isNotNull(),
                                REFUND.ASKED_AT.gt(SETTLEMENT_LINE.TAKEN_AT)));
    }

    private List<CardDifference> oursOnly(CoopId coop, Instant toldUntil) {
        return sql.select(
                        CARD_PAYMENT.GATEWAY_ORDER,
                        CARD_PAYMENT.PAYABLE_REF,
                        CARD_PAYMENT.CAPTURED_YEN,
                        DSL.castNull(Long.class))
                .from(CARD_PAYMENT)
                .join(PAYMENT)
                .on(
                        PAYMENT.COOP_ID.eq(CARD_PAYMENT.COOP_ID),
                        PAYMENT.PAYABLE_REF.eq(CARD_PAYMENT.PAYABLE_REF))
                .where(
                        CARD_PAYMENT.COOP_ID.eq(coop.code()),
                        CARD_PAYMENT.STATE.eq(CardPayment.State.CAPTURED.code()),
                        CARD_PAYMENT.CAPTURED_YEN.ne(0L),
                        PAYMENT.SETTLED_AT.le(toldUntil.atOffset(ZoneOffset.UTC)))
                .andNotExists(
                        DSL.selectOne()
                                .from(SETTLEMENT_LINE)
                                .where(
                                        SETTLEMENT_LINE.COOP_ID.eq(CARD_PAYMENT.COOP_ID),
                                        SETTLEMENT_LINE.GATEWAY_ORDER.eq(
                                                CARD_PAYMENT.GATEWAY_ORDER)))
                .orderBy(PAYMENT.SETTLED_AT, CARD_PAYMENT.GATEWAY_ORDER)
                .fetch(SettlementStore::difference);
    }

    private static CardDifference difference(Record4<String, String, Long, Long> row) {
        return new CardDifference(
                row.value1(),
                Optional.ofNullable(row.value2()).flatMap(Payments::orderOf),
                Optional.ofNullable(row.value3()).map(Yen::of),
                Optional.ofNullable(row.value4()).map(Yen::of));
    }
}
