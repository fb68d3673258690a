package coop.kumiai.payments;

import static coop.kumiai.payments.db.Tables.PAYMENT;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.db.tables.records.PaymentRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Repository
class PaymentStore {
    private final DSLContext sql;

    PaymentStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, Payment payment) {
        sql.insertInto(PAYMENT)
                .set(PAYMENT.COOP_ID, coop.code())
                .set(PAYMENT.PAYABLE_REF, payment.ref())
                .set(PAYMENT.METHOD, payment.method().code())
                .set(PAYMENT.AMOUNT_YEN, payment.amount().amount())
                .set(PAYMENT.STATE, payment.state().code())
                .execute();
    }

    /** The way of a payment that is due and whose amount is now another; empty when none is due. */
    Optional<PaymentMethod> change(CoopId coop, String ref, Yen amount) {
        return sql.update(PAYMENT)
                .set(PAYMENT.AMOUNT_YEN, amount.amount())
                .where(isDue(coop, ref))
                .returningResult(PAYMENT.METHOD)
                .fetchOptional(row -> PaymentMethod.require(row.value1()));
    }

    /** The way of a payment that is due, or was taken from a card, and is now less. */
    Optional<PaymentMethod> lessen(CoopId coop, String ref, Yen amount) {
        var ofCard =
                PAYMENT.STATE
                        .eq(Payment.State.COLLECTED.code())
                        .and(PAYMENT.METHOD.eq(PaymentMethod.CARD.code()));
        return sql.update(PAYMENT)
                .set(PAYMENT.AMOUNT_YEN, amount.amount())
                .where(is(coop, ref))
                .and(PAYMENT.STATE.eq(Payment.State.DUE.code()).or(ofCard))
                .and(PAYMENT.AMOUNT_YEN.ge(amount.amount()))
                .returningResult(PAYMENT.METHOD)
                .fetchOptional(row -> PaymentMethod.require(row.value1()));
    }

    /** The way of a payment that was due until now; empty when none was. */
    Optional<PaymentMethod> cancel(CoopId coop, String ref, Instant at) {
        return sql.update(PAYMENT)
                .set(PAYMENT.STATE, Payment.State.VOID.code())
                .set(PAYMENT.SETTLED_AT, at.atOffset(ZoneOffset.UTC))
                .where(isDue(coop, ref))
                .returningResult(PAYMENT.METHOD)
                .fetchOptional(row -> PaymentMethod.require(row.value1()));
    }

    /** From now on it is paid in cash. */
    boolean switchToCash(CoopId coop, String ref) {
        return become(coop, ref, PaymentMethod.CARD, PaymentMethod.CASH_ON_DELIVERY);
    }

    /** From now on it is paid by card. */
    boolean switchToCard(CoopId coop, String ref) {
        return become(coop, ref, PaymentMethod.CASH_ON_DELIVERY, PaymentMethod.CARD);
    }

    private boolean become(CoopId coop, String ref, PaymentMethod before, PaymentMethod after) {
        return sql.update(PAYMENT)
                        .set(PAYMENT.METHOD, after.code())
                        .where(isDue(coop, ref))
                        .and(PAYMENT.METHOD.eq(before.code()))
                        .execute()
                == 1;
    }

    /** The processor has taken it; whether that is new. */
    boolean captured(CoopId coop, String ref, Instant at) {
        return sql.update(PAYMENT)
                        .set(PAYMENT.STATE, Payment.State.COLLECTED.code())
                        .set(PAYMENT.SETTLED_AT, at.atOffset(ZoneOffset.UTC))
                        .where(isDue(coop, ref))
                        .and(PAYMENT.METHOD.eq(PaymentMethod.CARD.code()))
                        .execute()
                == 1;
    }

    boolean collect(CoopId coop, String ref, Yen received, UUID staff, Instant at) {
        return sql.update(PAYMENT)
                        .set(PAYMENT.STATE, Payment.State.COLLECTED.code())
                        .set(PAYMENT.SETTLED_AT, at.atOffset(ZoneOffset.UTC))
                        .set(PAYMENT.SETTLED_BY, staff)
                        .where(isDue(coop, ref))
                        .and(PAYMENT.AMOUNT_YEN.eq(received.amount()))
                        .and(PAYMENT.METHOD.eq(PaymentMethod.CASH_ON_DELIVERY.code()))
                        .execute()
                == 1;
    }

    Optional<Payment> find(CoopId coop, String ref) {
        return sql.selectFrom(PAYMENT).where(is(coop, ref)).fetchOptional(PaymentStore::payment);
    }

    /** Reads a payment and holds it until the end of the transaction. */
    Optional<Payment> lock(CoopId coop, String ref) {
        return sql.selectFrom(PAYMENT)
                .where(is(coop, ref))
                .forUpdate()
                .fetchOptional(PaymentStore::payment);
    }

    Map<String, Payment> find(CoopId coop, Collection<String> refs) {
        return sql.selectFrom(PAYMENT)
                .where(PAYMENT.COOP_ID.eq(coop.code()), PAYMENT.PAYABLE_REF.in(refs))
                .fetchMap(PAYMENT.PAYABLE_REF, PaymentStore::payment);
    }

    private static Condition isDue(CoopId coop, String ref) {
        return is(coop, ref).and(PAYMENT.STATE.eq(Payment.State.DUE.code()));
    }

    private static Condition is(CoopId coop, String ref) {
        return PAYMENT.COOP_ID.eq(coop.code()).and(PAYMENT.PAYABLE_REF.eq(ref));
    }

    private static Payment payment(PaymentRecord row) {
        return new Payment(
                row.getPayableRef(),
                PaymentMethod.require(row.getMethod()),
                Yen.of(row.getAmountYen()),
                Payment.State.of(row.getState()));
    }
}
