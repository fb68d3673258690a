package coop.kumiai.wallet;

import static coop.kumiai.wallet.db.Tables.BALANCE_REFUND;
import static coop.kumiai.wallet.db.Tables.WALLET_;

import static org.jooq.impl.DSL.sum;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Balances that were paid out, with their reasons. */
@Repository
class BalanceRefundStore {
    private final DSLContext sql;

    BalanceRefundStore(DSLContext sql) {
        this.sql = sql;
    }

    /** One refund of a co-op at a time, so that no two share what is left of the limit. */
    void lock(CoopId coop) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "refunds:" + coop);
    }

    /** What was paid out for small reasons after a day. */
    Yen smallSince(CoopId coop, LocalDate day) {
        var amount = sum(BALANCE_REFUND.AMOUNT_YEN);
        return sql.select(amount)
                .from(BALANCE_REFUND)
                .where(
                        BALANCE_REFUND.COOP_ID.eq(coop.code()),
                        BALANCE_REFUND.REASON.eq(RefundReason.SMALL.code()),
                        BALANCE_REFUND.REFUNDED_ON.gt(day))
                .fetchOptional(amount)
                .map(it -> Yen.of(it.longValueExact()))
                .orElse(Yen.ZERO);
    }

    void insert(
            CoopId coop,
            Receipt paid,
            RefundReason reason,
            String note,
            LocalDate day,
            UUID staff) {
        sql.insertInto(BALANCE_REFUND)
                .set(BALANCE_REFUND.COOP_ID, coop.code())
                .set(BALANCE_REFUND.POSTING_ID, paid.postingId())
                .set(BALANCE_REFUND.WALLET_ID, paid.walletId())
                .set(BALANCE_REFUND.REASON, reason.code())
                .set(BALANCE_REFUND.NOTE, note)
                .set(BALANCE_REFUND.AMOUNT_YEN, -paid.money().amount())
                .set(BALANCE_REFUND.REFUNDED_ON, day)
                .set(BALANCE_REFUND.REFUNDED_AT, paid.at().atOffset(ZoneOffset.UTC))
                .set(BALANCE_REFUND.REFUNDED_BY, staff)
                .execute();
    }

    /** The latest first. */
    List<BalanceRefund> latest(CoopId coop, int most) {
        return sql.select(BALANCE_REFUND, WALLET_.MEMBER_ID)
                .from(BALANCE_REFUND)
                .join(WALLET_)
                .using(BALANCE_REFUND.COOP_ID, BALANCE_REFUND.WALLET_ID)
                .where(BALANCE_REFUND.COOP_ID.eq(coop.code()))
                .orderBy(BALANCE_REFUND.REFUNDED_AT.desc(), BALANCE_REFUND.POSTING_ID.desc())
                .limit(most)
                .fetch(
                        it ->
                                new BalanceRefund(
                                        it.value2(),
                                        RefundReason.of(it.value1().getReason()).orElseThrow(),
                                        it.value1().getNote(),
                                        Yen.of(it.value1().getAmountYen()),
                                        it.value1().getRefundedOn()));
    }
}
