package coop.kumiai.payments;

import static coop.kumiai.payments.db.Tables.STORE_PAYMENT;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.payments.StorePayment.State;
import coop.kumiai.payments.db.tables.records.StorePaymentRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.ZoneOffset;
import java.util.Optional;

/** Numbers for convenience stores, and what is known of them. */
@Repository
class StorePaymentStore {
    private final DSLContext sql;

    StorePaymentStore(DSLContext sql) {
        this.sql = sql;
    }

    void insert(CoopId coop, StorePayment asked) {
        sql.insertInto(STORE_PAYMENT)
                .set(STORE_PAYMENT.COOP_ID, coop.code())
                .set(STORE_PAYMENT.PAYABLE_REF, asked.ref())
                .set(STORE_PAYMENT.MEMBER_ID, asked.memberId())
                .set(STORE_PAYMENT.GATEWAY_ORDER, asked.gatewayOrder())
                .set(STORE_PAYMENT.CHAIN, asked.chain().code())
                .set(STORE_PAYMENT.AMOUNT_YEN, asked.amount().amount())
                .set(STORE_PAYMENT.STATE, asked.state().code())
                .set(STORE_PAYMENT.BEGUN_AT, asked.begunAt().atOffset(ZoneOffset.UTC))
                .set(STORE_PAYMENT.PAY_UNTIL, asked.payUntil().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<StorePayment> find(CoopId coop, String ref) {
        return find(coop, STORE_PAYMENT.PAYABLE_REF.eq(ref));
    }

    Optional<StorePayment> ofGatewayOrder(CoopId coop, String gatewayOrder) {
        return find(coop, STORE_PAYMENT.GATEWAY_ORDER.eq(gatewayOrder));
    }

    /** What an inquiry or the answer of the issue told; what has ended stays as it ended. */
    void told(CoopId coop, StorePayment was, State state, StoreAnswer.Told answer) {
        sql.update(STORE_PAYMENT)
                .set(STORE_PAYMENT.STATE, state.code())
                .set(STORE_PAYMENT.RECEIPT_NO, answer.receiptNumber())
                .set(STORE_PAYMENT.CONFIRM_NO, answer.confirmNumber())
                .where(isOpen(coop, was))
                .execute();
    }

    void ended(CoopId coop, StorePayment was, State state) {
        sql.update(STORE_PAYMENT)
                .set(STORE_PAYMENT.STATE, state.code())
                .where(isOpen(coop, was))
                .execute();
    }

    private static Condition isOpen(CoopId coop, StorePayment payment) {
        return STORE_PAYMENT
                .COOP_ID
                .eq(coop.code())
                .and(STORE_PAYMENT.PAYABLE_REF.eq(payment.ref()))
                .and(STORE_PAYMENT.STATE.in(State.ASKED.code(), State.WAITING.code()));
    }

    private Optional<StorePayment> find(CoopId coop, Condition which) {
        return sql.selectFrom(STORE_PAYMENT)
                .where(STORE_PAYMENT.COOP_ID.eq(coop.code()), which)
                .fetchOptional(StorePaymentStore::payment);
    }

    private static StorePayment payment(StorePaymentRecord row) {
        return new StorePayment(
                row.getPayableRef(),
                row.getMemberId(),
                row.getGatewayOrder(),
                StoreChain.of(row.getChain()).orElseThrow(),
                Yen.of(row.getAmountYen()),
                State.of(row.getState()),
                row.getReceiptNo(),
                row.getConfirmNo(),
                row.getBegunAt().toInstant(),
                row.getPayUntil().toInstant());
    }
}
