package coop.kumiai.members;

import static coop.kumiai.members.db.Tables.SHARE_BALANCE;
import static coop.kumiai.members.db.Tables.SHARE_BILL;

import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes bills for share capital, many members at a time. */
@Repository
class ShareClosingStore {
    /**
     * Bills each of some members for what was promised until the closing day and stands on no bill
     * yet. Of a bill that is paid in part, so many whole shares stand as its rest makes up; what
     * was taken back stands on its old bill.
     */
    private static final String BILL =
            """
            with who as (
                select * from unnest(?::uuid[], ?::uuid[]) w (member_id, bill_id)
            ), later as (
                select t.member_id, sum(t.units) as units, sum(t.amount_yen) as yen
                from members.share_transfer t join members.share_posting p using (coop_id, posting_id)
                where t.coop_id = ? and t.member_id in (select member_id from who) and t.debit = 'due' and p.effective_on > ?
                    and p.kind <> 'take_back'
                group by t.member_id
            ), billed as (
                select b.member_id, sum((b.amount_yen - b.paid_yen) * b.units / b.amount_yen) as units,
                    sum(b.amount_yen - b.paid_yen) as yen
                from members.share_bill b
                where b.coop_id = ? and b.member_id in (select member_id from who) and b.void_at is null
                    and b.paid_yen < b.amount_yen
                group by b.member_id
            ), open as (
                select d.coop_id, w.bill_id, w.member_id,
                    d.units - coalesce(l.units, 0) - coalesce(b.units, 0) as units,
                    d.amount_yen - coalesce(l.yen, 0) - coalesce(b.yen, 0) as yen
                from who w join members.share_balance d on d.coop_id = ? and d.member_id = w.member_id and d.account = 'due'
                    left join later l on l.member_id = w.member_id left join billed b on b.member_id = w.member_id
            )
            insert into members.share_bill (coop_id, bill_id, member_id, closed_on, pay_by, units, amount_yen)
            select coop_id, bill_id, member_id, ?, ?, units, yen from open where units > 0
            on conflict (coop_id, member_id, closed_on) do nothing
            """;

    private final DSLContext sql;
    private final Clock clock;

    ShareClosingStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The next of those who owe share capital and have no bill of this day, by their ids. */
    List<UUID> next(CoopId coop, LocalDate closedOn, Optional<UUID> after, int most) {
        return sql.select(SHARE_BALANCE.MEMBER_ID)
                .from(SHARE_BALANCE)
                .where(
                        SHARE_BALANCE.COOP_ID.eq(coop.code()),
                        SHARE_BALANCE.ACCOUNT.eq(ShareAccount.DUE.code()),
                        SHARE_BALANCE.AMOUNT_YEN.gt(0L),
                        notExists(
                                selectOne()
                                        .from(SHARE_BILL)
                                        .where(
                                                SHARE_BILL.COOP_ID.eq(SHARE_BALANCE.COOP_ID),
                                                SHARE_BILL.MEMBER_ID.eq(SHARE_BALANCE.MEMBER_ID),
                                                SHARE_BILL.CLOSED_ON.eq(closedOn))))
                .and(after.map(SHARE_BALANCE.MEMBER_ID::gt).orElseGet(DSL::noCondition))
                .orderBy(SHARE_BALANCE.MEMBER_ID)
                .limit(most)
                .fetch(SHARE_BALANCE.MEMBER_ID);
    }

    /**
     * Bills these members, whose rows the caller holds.
     *
     * @return how many bills that made
     */
    int bill(CoopId coop, List<UUID> memberIds, LocalDate closedOn, LocalDate payBy) {
        return sql.execute(
                BILL,
                memberIds.toArray(UUID[]::new),
                memberIds.stream().map(it -> Ids.next(clock)).toArray(UUID[]::new),
                coop.code(),
                closedOn,
                coop.code(),
                coop.code(),
                closedOn,
                payBy);
    }
}
