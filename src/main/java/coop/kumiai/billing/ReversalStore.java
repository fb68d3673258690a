package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.DUE;
import static coop.kumiai.billing.db.Tables.LINE;
import static coop.kumiai.billing.db.Tables.RECEIPT;
import static coop.kumiai.billing.db.Tables.SETTLEMENT;
import static coop.kumiai.billing.db.Tables.STATEMENT;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.util.List;
import java.util.UUID;

/** Transfers that a bank takes back, and what they have paid. */
@Repository
class ReversalStore {
    private final DSLContext sql;

    ReversalStore(DSLContext sql) {
        this.sql = sql;
    }

    /** Whose statements the transfers have paid that a reversal may mean. */
    List<UUID> members(CoopId coop, ZenginLine reversal) {
        return sql.selectDistinct(SETTLEMENT.MEMBER_ID)
                .from(SETTLEMENT)
                .where(
                        SETTLEMENT.COOP_ID.eq(coop.code()),
                        SETTLEMENT.RECEIPT_ID.in(
                                select(RECEIPT.RECEIPT_ID)
                                        .from(RECEIPT)
                                        .where(isMeant(coop, reversal))))
                .fetch(SETTLEMENT.MEMBER_ID);
    }

    /** The transfers that a reversal may mean, held until the transaction ends. */
    List<Receipt> lock(CoopId coop, ZenginLine reversal) {
        return sql.selectFrom(RECEIPT)
                .where(isMeant(coop, reversal))
                .orderBy(RECEIPT.RECEIPT_ID)
                .forUpdate()
                .fetch(ReceiptStore::receipt);
    }

    /** What a receipt has paid, and was not taken back. */
    List<PaidDue> paid(CoopId coop, UUID receiptId) {
        var amount = sum(SETTLEMENT.AMOUNT_YEN);
        var withShares = field(exists(selectOne().from(LINE).where(isPaidShare())));
        return sql.select(
                        STATEMENT.MEMBER_ID,
                        STATEMENT.CLOSED_ON,
                        STATEMENT.PAYER_NAME,
                        amount,
                        withShares)
                .from(SETTLEMENT)
                .join(STATEMENT)
                .on(
                        STATEMENT.COOP_ID.eq(SETTLEMENT.COOP_ID),
                        STATEMENT.MEMBER_ID.eq(SETTLEMENT.MEMBER_ID),
                        STATEMENT.CLOSED_ON.eq(SETTLEMENT.CLOSED_ON))
                .join(DUE)
                .on(
                        DUE.COOP_ID.eq(SETTLEMENT.COOP_ID),
                        DUE.MEMBER_ID.eq(SETTLEMENT.MEMBER_ID),
                        DUE.CLOSED_ON.eq(SETTLEMENT.CLOSED_ON))
                .where(SETTLEMENT.COOP_ID.eq(coop.code()), SETTLEMENT.RECEIPT_ID.eq(receiptId))
                .groupBy(
                        STATEMENT.MEMBER_ID,
                        STATEMENT.CLOSED_ON,
                        STATEMENT.PAYER_NAME,
                        DUE.COOP_ID,
                        DUE.MEMBER_ID,
                        DUE.CLOSED_ON)
                .having(amount.gt(java.math.BigDecimal.ZERO))
                .orderBy(STATEMENT.MEMBER_ID, STATEMENT.CLOSED_ON)
                .fetch(
                        it ->
                                new PaidDue(
                                        it.value1(),
                                        it.value2(),
                                        it.value3(),
                                        Yen.of(it.value4().longValueExact()),
                                        it.value5()));
    }

    /** A transfer that the bank took back pays nothing any more. */
    void takeBack(CoopId coop, Receipt transfer, String remark) {
        var rows =
                sql.update(RECEIPT)
                        .set(RECEIPT.USED_YEN, 0L)
                        .set(RECEIPT.STATE, Receipt.State.SET_ASIDE.code())
                        .set(RECEIPT.TAKEN_BACK, true)
                        .set(RECEIPT.REMARK, remark)
                        .where(
                                RECEIPT.COOP_ID.eq(coop.code()),
                                RECEIPT.RECEIPT_ID.eq(transfer.receiptId()),
                                RECEIPT.USED_YEN.eq(transfer.used().amount()),
                                RECEIPT.STATE.eq(transfer.state().code()))
                        .execute();
        if (rows != 1) {
            throw new IllegalStateException("a receipt did not change");
        }
    }

    /** What the reversal says of its transfer. */
    private static Condition isMeant(CoopId coop, ZenginLine reversal) {
        return RECEIPT.COOP_ID
                .eq(coop.code())
                .and(RECEIPT.KIND.eq(Receipt.Kind.TRANSFER.code()))
                .and(RECEIPT.TAKEN_BACK.isFalse())
                .and(RECEIPT.PAYER_NUMBER.eq(reversal.payerNumber()))
                .and(RECEIPT.AMOUNT_YEN.eq(reversal.amount().amount()))
                .and(RECEIPT.PAYER_NAME.eq(reversal.payerName()))
                .and(RECEIPT.DAY.le(reversal.day()));
    }

    /** A settled statement has paid its share capital. */
    private static Condition isPaidShare() {
        return LINE.COOP_ID
                .eq(DUE.COOP_ID)
                .and(LINE.MEMBER_ID.eq(DUE.MEMBER_ID))
                .and(LINE.CLOSED_ON.eq(DUE.CLOSED_ON))
                .and(LINE.SOURCE.eq(BilledShares.SOURCE))
                .and(DUE.SETTLED_YEN.eq(DUE.AMOUNT_YEN));
    }
}
