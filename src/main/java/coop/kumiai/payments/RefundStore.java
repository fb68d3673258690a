package coop.kumiai.payments;

import static coop.kumiai.payments.db.Tables.REFUND;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.db.tables.records.RefundRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What was given back of payments. */
@Repository
class RefundStore {
    private final DSLContext sql;

    RefundStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, NewRefund refund, PaymentMethod method, Instant at) {
        sql.insertInto(REFUND)
                .set(REFUND.COOP_ID, coop.code())
                .set(REFUND.REFUND_ID, refund.refundId())
                .set(REFUND.PAYABLE_REF, refund.ref())
                .set(REFUND.STORE_ID, refund.storeId())
                .set(REFUND.METHOD, method.code())
                .set(REFUND.AMOUNT_YEN, refund.amount().amount())
                .set(REFUND.REASON, refund.reason())
                .set(REFUND.ASKED_AT, at.atOffset(ZoneOffset.UTC))
                .set(REFUND.ASKED_BY, refund.by())
                .execute();
    }

    Optional<Refund> find(CoopId coop, UUID refundId) {
        return sql.selectFrom(REFUND)
                .where(REFUND.COOP_ID.eq(coop.code()), REFUND.REFUND_ID.eq(refundId))
                .fetchOptional(RefundStore::refund);
    }

    List<Refund> of(CoopId coop, String ref) {
        return of(coop, List.of(ref));
    }

    List<Refund> of(CoopId coop, Collection<String> refs) {
        return sql.selectFrom(REFUND)
                .where(REFUND.COOP_ID.eq(coop.code()), REFUND.PAYABLE_REF.in(refs))
                .orderBy(REFUND.ASKED_AT, REFUND.REFUND_ID)
                .fetch(RefundStore::refund);
    }

    /** All that was given back of a payment, on its way or done. */
    Yen givenBack(CoopId coop, String ref) {
        return Yen.sum(of(coop, ref).stream().map(Refund::amount).toList());
    }

    List<Refund> toPayOut(CoopId coop, String storeId, Optional<Refund> after, int most) {
        return sql.selectFrom(REFUND)
                .where(REFUND.COOP_ID.eq(coop.code()), REFUND.STORE_ID.eq(storeId))
                // written out, so that every plan can use the index of what waits
                .and(REFUND.METHOD.eq(DSL.inline(PaymentMethod.CASH_ON_DELIVERY.code())))
                .and(REFUND.DONE_AT.isNull())
                .and(after.map(RefundStore::isBehind).orElseGet(DSL::noCondition))
                .orderBy(REFUND.ASKED_AT, REFUND.REFUND_ID)
                .limit(most)
                .fetch(RefundStore::refund);
    }

    private static Condition isBehind(Refund last) {
        return DSL.row(REFUND.ASKED_AT, REFUND.REFUND_ID)
                .gt(last.askedAt().atOffset(ZoneOffset.UTC), last.refundId());
    }

    /** Whether there was cash that waited. */
    boolean payOut(CoopId coop, UUID refundId, UUID staff, Instant at) {
        return sql.update(REFUND)
                        .set(REFUND.DONE_AT, at.atOffset(ZoneOffset.UTC))
                        .set(REFUND.DONE_BY, staff)
                        .where(REFUND.COOP_ID.eq(coop.code()), REFUND.REFUND_ID.eq(refundId))
                        .and(REFUND.METHOD.eq(PaymentMethod.CASH_ON_DELIVERY.code()))
                        .and(REFUND.DONE_AT.isNull())
                        .execute()
                == 1;
    }

    /** The processor has all refunds of a card payment, as an inquiry told. */
    void doneByCard(CoopId coop, String ref, Instant at) {
        sql.update(REFUND)
                .set(REFUND.DONE_AT, at.atOffset(ZoneOffset.UTC))
                .where(REFUND.COOP_ID.eq(coop.code()), REFUND.PAYABLE_REF.eq(ref))
                .and(REFUND.METHOD.eq(PaymentMethod.CARD.code()))
                .and(REFUND.DONE_AT.isNull())
                .execute();
    }

    private static Refund refund(RefundRecord row) {
        return new Refund(
                row.getRefundId(),
                row.getPayableRef(),
                PaymentMethod.require(row.getMethod()),
                Yen.of(row.getAmountYen()),
                row.getReason(),
                row.getAskedAt().toInstant(),
                Optional.ofNullable(row.getDoneAt()).map(OffsetDateTime::toInstant));
    }
}
