package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.SHARE_BILL;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.members.db.tables.records.ShareBillRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Bills for share capital. */
@Repository
class ShareBillStore {
    private final DSLContext sql;
    private final Clock clock;

    ShareBillStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The bills of a member that stand, the oldest first. */
    List<ShareBill> of(CoopId coop, UUID memberId) {
        return fetch(coop, SHARE_BILL.MEMBER_ID.eq(memberId));
    }

    /** Some of what is not paid yet, the most urgent first, after the given one. */
    List<ShareBill> unpaid(CoopId coop, Optional<ShareBillKey> after, int most) {
        return sql.selectFrom(SHARE_BILL)
                .where(isOpen(coop))
                .and(after.map(ShareBillStore::isAfter).orElseGet(DSL::noCondition))
                .orderBy(SHARE_BILL.PAY_BY, SHARE_BILL.BILL_ID)
                .limit(most)
                .fetch(ShareBillStore::bill);
    }

    /** How many are not paid yet, and how much. */
    OpenShares total(CoopId coop) {
        var open = sum(SHARE_BILL.AMOUNT_YEN.minus(SHARE_BILL.PAID_YEN));
        return sql.select(count(), coalesce(open, BigDecimal.ZERO))
                .from(SHARE_BILL)
                .where(isOpen(coop))
                .fetchSingle(
                        it -> new OpenShares(it.value1(), Yen.of(it.value2().longValueExact())));
    }

    /** Some of what is not paid and was closed until a day, in the order of their ids. */
    List<ShareBill> openUntil(CoopId coop, LocalDate day, Optional<UUID> after, int most) {
        return sql.selectFrom(SHARE_BILL)
                .where(isOpen(coop), SHARE_BILL.CLOSED_ON.le(day))
                .and(after.map(SHARE_BILL.BILL_ID::gt).orElseGet(DSL::noCondition))
                .orderBy(SHARE_BILL.BILL_ID)
                .limit(most)
                .fetch(ShareBillStore::bill);
    }

    /** Those of these that are not paid, held as they are until the transaction ends. */
    List<ShareBill> holdOpen(CoopId coop, Collection<UUID> billIds) {
        return sql.selectFrom(SHARE_BILL)
                .where(isOpen(coop), SHARE_BILL.BILL_ID.eq(any(billIds.toArray(UUID[]::new))))
                .orderBy(SHARE_BILL.BILL_ID)
                .forShare()
                .fetch(ShareBillStore::bill);
    }

    /** A bill that stands. */
    Optional<ShareBill> find(CoopId coop, UUID billId) {
        return fetch(coop, SHARE_BILL.BILL_ID.eq(billId)).stream().findFirst();
    }

    void pay(CoopId coop, UUID billId, Yen amount) {
        requireOne(
                sql.update(SHARE_BILL)
                        .set(SHARE_BILL.PAID_YEN, SHARE_BILL.PAID_YEN.plus(amount.amount()))
                        .where(
                                SHARE_BILL.COOP_ID.eq(coop.code()),
                                SHARE_BILL.BILL_ID.eq(billId),
                                SHARE_BILL.VOID_AT.isNull())
                        .execute());
    }

    /** What was paid of it is gone again. */
    void takeBack(CoopId coop, UUID billId, Yen amount) {
        requireOne(
                sql.update(SHARE_BILL)
                        .set(SHARE_BILL.PAID_YEN, SHARE_BILL.PAID_YEN.minus(amount.amount()))
                        .where(
                                SHARE_BILL.COOP_ID.eq(coop.code()),
                                SHARE_BILL.BILL_ID.eq(billId),
                                SHARE_BILL.VOID_AT.isNull())
                        .execute());
    }

    /** The promise behind it was taken back. */
    void cancel(CoopId coop, UUID billId) {
        requireOne(
                sql.update(SHARE_BILL)
                        .set(SHARE_BILL.VOID_AT, clock.instant().atOffset(ZoneOffset.UTC))
                        .where(
                                SHARE_BILL.COOP_ID.eq(coop.code()),
                                SHARE_BILL.BILL_ID.eq(billId),
                                SHARE_BILL.VOID_AT.isNull())
                        .execute());
    }

    private List<ShareBill> fetch(CoopId coop, Condition condition) {
        return sql.selectFrom(SHARE_BILL)
                .where(SHARE_BILL.COOP_ID.eq(coop.code()), SHARE_BILL.VOID_AT.isNull(), condition)
                .orderBy(SHARE_BILL.PAY_BY, SHARE_BILL.CLOSED_ON, SHARE_BILL.BILL_ID)
                .fetch(ShareBillStore::bill);
    }

    private static Condition isOpen(CoopId coop) {
        return SHARE_BILL
                .COOP_ID
                .eq(coop.code())
                .and(SHARE_BILL.VOID_AT.isNull())
                .and(SHARE_BILL.PAID_YEN.lt(SHARE_BILL.AMOUNT_YEN));
    }

    private static Condition isAfter(ShareBillKey key) {
        return row(SHARE_BILL.PAY_BY, SHARE_BILL.BILL_ID).gt(key.payBy(), key.billId());
    }

    private static ShareBill bill(ShareBillRecord row) {
        return new ShareBill(
                row.getBillId(),
                row.getMemberId(),
                row.getClosedOn(),
                row.getPayBy(),
                new ShareAmount(row.getUnits(), Yen.of(row.getAmountYen())),
                Yen.of(row.getPaidYen()));
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a share bill did not change");
        }
    }
}
