package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.DUE;
import static coop.kumiai.billing.db.Tables.LINE;
import static coop.kumiai.billing.db.Tables.RECEIPT;
import static coop.kumiai.billing.db.Tables.SETTLEMENT;
import static coop.kumiai.billing.db.Tables.STATEMENT;

import static org.jooq.impl.DSL.any;
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

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Payments that a bank or the desk takes back, and what they have paid. */
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

    /** Whose statements a receipt has paid. */
    List<UUID> members(CoopId coop, UUID receiptId) {
        return sql.selectDistinct(SETTLEMENT.MEMBER_ID)
                .from(SETTLEMENT)
                .where(SETTLEMENT.COOP_ID.eq(coop.code()), SETTLEMENT.RECEIPT_ID.eq(receiptId))
                .fetch(SETTLEMENT.MEMBER_ID);
    }

    /** What pays some of a statement and was not taken back, the oldest first. */
    List<Receipt> paying(CoopId coop, UUID memberId, LocalDate closedOn) {
        return sql.selectFrom(RECEIPT)
                .where(
                        RECEIPT.COOP_ID.eq(coop.code()),
                        RECEIPT.USED_YEN.gt(0L),
                        RECEIPT.RECEIPT_ID.in(
                                select(SETTLEMENT.RECEIPT_ID)
                                        .from(SETTLEMENT)
                                        .where(
                                                SETTLEMENT.COOP_ID.eq(coop.code()),
                                                SETTLEMENT.MEMBER_ID.eq(memberId),
                                                SETTLEMENT.CLOSED_ON.eq(closedOn),
                                                SETTLEMENT.RECEIPT_ID.isNotNull())))
                .orderBy(RECEIPT.RECEIPT_ID)
                .fetch(ReceiptStore::receipt);
    }

    /**
     * Payments that somebody may mean who takes one back: of this sum with the name or the number
     * that the bank said, no later, and whatever has paid statements of these members. The latest
     * first.
     */
    List<Receipt> mayBeMeant(CoopId coop, Receipt reversal, Collection<UUID> memberIds, int most) {
        var said =
                RECEIPT.AMOUNT_YEN
                        .eq(reversal.amount().amount())
                        .and(RECEIPT.DAY.le(reversal.day()))
                        .and(
                                RECEIPT.PAYER_NAME
                                        .eq(reversal.payerName())
                                        .or(
                                                RECEIPT.PAYER_NUMBER
                                                        .eq(reversal.payerNumber())
                                                        .and(RECEIPT.PAYER_NUMBER.ne(""))));
        var ofThese =
                RECEIPT.RECEIPT_ID.in(
                        select(SETTLEMENT.RECEIPT_ID)
                                .from(SETTLEMENT)
                                .where(
                                        SETTLEMENT.COOP_ID.eq(coop.code()),
                                        SETTLEMENT.MEMBER_ID.eq(
                                                any(memberIds.toArray(UUID[]::new))),
                                        SETTLEMENT.RECEIPT_ID.isNotNull()));
        return sql.selectFrom(RECEIPT)
                .where(
                        RECEIPT.COOP_ID.eq(coop.code()),
                        RECEIPT.TAKEN_BACK.isFalse(),
                        RECEIPT.USED_YEN.gt(0L),
                        memberIds.isEmpty() ? said : said.or(ofThese))
                .orderBy(RECEIPT.RECEIPT_ID.desc())
                .limit(most)
                .fetch(ReceiptStore::receipt);
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
                .having(amount.gt(BigDecimal.ZERO))
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

    /** A payment that was taken back, by the bank or by the desk, pays nothing any more. */
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
