package coop.kumiai.wallet;

import static coop.kumiai.wallet.db.Tables.DAY_END;
import static coop.kumiai.wallet.db.Tables.DAY_SUM;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import coop.kumiai.kernel.BusinessClock;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Sums of days that are over. */
@Repository
class DaySumStore {
    /** Of the day that a posting says: it is the one in Japan at the moment it was recorded. */
    private static final String SUM =
            """
            insert into wallet.day_sum (coop_id, day, debit, credit, transfers, amount_yen)
            select p.coop_id, p.effective_on, a.debit, a.credit, count(*), sum(t.amount_yen)
            from wallet.posting p
            join wallet.transfer t using (coop_id, wallet_id, posting_id)
            cross join lateral (select regexp_replace(t.debit, '^(points:.*):[0-9-]+$', '\\1') as debit,
                regexp_replace(t.credit, '^(points:.*):[0-9-]+$', '\\1') as credit) a
            where p.coop_id = ? and p.effective_on = ?::date and p.recorded_at >= ?::timestamptz
                and p.recorded_at < ?::timestamptz
            group by 1, 2, 3, 4
            """;

    /** Accounts of the co-op: the totals that payments have kept against the sums of their days. */
    private static final String DIFFERENT =
            """
            with kept as (
                select t.day, t.account, sum(t.debit_yen)::bigint as debit, sum(t.credit_yen)::bigint as credit
                from wallet.total t join wallet.day_end e using (coop_id, day)
                where t.coop_id = ? group by 1, 2
            ), summed as (
                select s.day, a.account, sum(a.debit)::bigint as debit, sum(a.credit)::bigint as credit
                from wallet.day_sum s
                cross join lateral (values (s.debit, s.amount_yen, 0::bigint), (s.credit, 0::bigint, s.amount_yen))
                    a (account, debit, credit)
                where s.coop_id = ? and a.account not similar to '(money|points|held|debt):%' group by 1, 2
            )
            select day::text, account from kept k full join summed s using (day, account)
            where (k.debit, k.credit) is distinct from (s.debit, s.credit) order by 1, 2 limit ?
            """;

    private final DSLContext sql;

    DaySumStore(DSLContext sql) {
        this.sql = sql;
    }

    Optional<LocalDate> lastDay(CoopId coop) {
        return sql.select(max(DAY_END.DAY))
                .from(DAY_END)
                .where(DAY_END.COOP_ID.eq(coop.code()))
                .fetchOptional(0, LocalDate.class);
    }

    /** The day of the first posting. */
    Optional<LocalDate> firstDay(CoopId coop) {
        return sql.fetchOptional(
                        "select min(recorded_at) from wallet.posting where coop_id = ?",
                        coop.code())
                .map(it -> it.get(0, OffsetDateTime.class))
                .map(it -> it.atZoneSameInstant(BusinessClock.JAPAN).toLocalDate());
    }

    /**
     * Sums a day.
     *
     * @return false when it is summed already
     */
    boolean sumUp(CoopId coop, LocalDate day, Instant now) {
        var mine =
                sql.insertInto(DAY_END)
                        .set(DAY_END.COOP_ID, coop.code())
                        .set(DAY_END.DAY, day)
                        .set(DAY_END.SUMMED_AT, now.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute();
        if (mine == 1) {
            sql.execute(SUM, coop.code(), day, start(day), start(day.plusDays(1)));
        }
        return mine == 1;
    }

    /**
     * What moved over days.
     *
     * @param from the first of them, or empty: since the beginning
     * @param until the last of them
     */
    List<DaySum> sums(CoopId coop, Optional<LocalDate> from, LocalDate until) {
        var transfers = sum(DAY_SUM.TRANSFERS);
        var amount = sum(DAY_SUM.AMOUNT_YEN);
        return sql.select(DAY_SUM.DEBIT, DAY_SUM.CREDIT, transfers, amount)
                .from(DAY_SUM)
                .where(DAY_SUM.COOP_ID.eq(coop.code()), DAY_SUM.DAY.le(until))
                .and(from.map(DAY_SUM.DAY::ge).orElseGet(DSL::noCondition))
                .groupBy(DAY_SUM.DEBIT, DAY_SUM.CREDIT)
                .orderBy(DAY_SUM.DEBIT, DAY_SUM.CREDIT)
                .fetch(
                        it ->
                                new DaySum(
                                        it.value1(),
                                        it.value2(),
                                        it.value3().longValueExact(),
                                        Yen.of(it.value4().longValueExact())));
    }

    /** Days and accounts whose sums are not what payments have kept. */
    List<String> different(CoopId coop, int most) {
        return sql.fetch(DIFFERENT, coop.code(), coop.code(), most)
                .map(it -> "%s の日計：勘定 %s が集計と一致しません。".formatted(it.intoArray()));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.JAPAN).toOffsetDateTime();
    }
}
