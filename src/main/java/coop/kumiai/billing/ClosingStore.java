package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.CLOSING;
import static coop.kumiai.billing.db.Tables.LINE;
import static coop.kumiai.billing.db.Tables.STATEMENT;

import static org.jooq.impl.DSL.countDistinct;

import coop.kumiai.billing.db.tables.records.ClosingRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Makes statements out of lines, many members at a time. */
@Repository
class ClosingStore {
    /** One statement for a batch. Whoever has a statement of this day already keeps it as it is. */
    private static final String CLOSE =
            """
            with who as (
                select * from unnest(?::uuid[], ?::text[]) w (member_id, payer_name)
            ), taken as (
                select l.line_id, l.member_id, l.amount_yen from billing.line l
                where l.coop_id = ? and l.member_id in (select member_id from who) and l.closed_on is null and l.day <= ?
                for update
            ), made as (
                insert into billing.statement (coop_id, member_id, closed_on, pay_by, payer_name, lines, total_yen,
                    issued_at)
                select c.coop_id, t.member_id, c.closed_on, c.pay_by, w.payer_name, count(*), sum(t.amount_yen),
                    ?::timestamptz
                from taken t join who w using (member_id) cross join billing.closing c
                where c.coop_id = ? and c.closed_on = ?
                group by c.coop_id, c.closed_on, c.pay_by, t.member_id, w.payer_name
                on conflict do nothing
                returning coop_id, member_id, closed_on, pay_by, lines, total_yen
            ), owed as (
                insert into billing.due (coop_id, member_id, closed_on, pay_by, amount_yen)
                select coop_id, member_id, closed_on, pay_by, greatest(total_yen, 0) from made
            ), closed as (
                update billing.line l set closed_on = m.closed_on
                from taken t join made m using (member_id)
                where l.coop_id = m.coop_id and l.line_id = t.line_id
                returning 1
            )
            select coalesce(sum(lines), 0)::bigint, coalesce(sum(total_yen), 0)::bigint, (select count(*) from closed)
            from made
            """;

    private final DSLContext sql;
    private final Clock clock;

    ClosingStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Begins a closing, unless it has begun. */
    void begin(CoopId coop, LocalDate closedOn, LocalDate payBy) {
        sql.insertInto(CLOSING)
                .set(CLOSING.COOP_ID, coop.code())
                .set(CLOSING.CLOSED_ON, closedOn)
                .set(CLOSING.PAY_BY, payBy)
                .set(CLOSING.BEGUN_AT, now())
                .onConflictDoNothing()
                .execute();
    }

    Closing get(CoopId coop, LocalDate closedOn) {
        return sql.selectFrom(CLOSING).where(is(coop, closedOn)).fetchSingle(ClosingStore::closing);
    }

    /** The same, held until the transaction ends: one batch of a closing at a time. */
    Closing lock(CoopId coop, LocalDate closedOn) {
        return sql.selectFrom(CLOSING)
                .where(is(coop, closedOn))
                .forUpdate()
                .fetchSingle(ClosingStore::closing);
    }

    /** The latest closings. */
    List<Closing> latest(CoopId coop, int most) {
        return sql.selectFrom(CLOSING)
                .where(CLOSING.COOP_ID.eq(coop.code()))
                .orderBy(CLOSING.CLOSED_ON.desc())
                .limit(most)
                .fetch(ClosingStore::closing);
    }

    /** Counts, before the first batch, for whom there is something to do. */
    void count(CoopId coop, LocalDate closedOn) {
        var members =
                sql.select(countDistinct(LINE.MEMBER_ID))
                        .from(LINE)
                        .where(waits(coop, closedOn))
                        .fetchSingle()
                        .value1();
        requireOne(
                sql.update(CLOSING)
                        .set(CLOSING.MEMBERS_TO_DO, members)
                        .where(is(coop, closedOn))
                        .execute());
    }

    /** The next members with something to bill, in the order of their ids. */
    List<UUID> next(CoopId coop, LocalDate closedOn, Optional<UUID> after, int most) {
        return sql.selectDistinct(LINE.MEMBER_ID)
                .from(LINE)
                .where(waits(coop, closedOn))
                .and(after.map(LINE.MEMBER_ID::gt).orElseGet(DSL::noCondition))
                .orderBy(LINE.MEMBER_ID)
                .limit(most)
                .fetch(LINE.MEMBER_ID);
    }

    /** Makes the statements of these members and notes how far the closing has come. */
    void close(CoopId coop, LocalDate closedOn, Map<UUID, String> names) {
        var memberIds = names.keySet().stream().sorted(ClosingStore::asTheDatabaseDoes).toList();
        var made =
                sql.fetchSingle(
                        CLOSE,
                        memberIds.toArray(UUID[]::new),
                        memberIds.stream().map(names::get).toArray(String[]::new),
                        coop.code(),
                        closedOn,
                        now().toString(),
                        coop.code(),
                        closedOn);
        if (!Objects.equals(made.get(0), made.get(2))) {
            throw new IllegalStateException("a line was lost on its way to a statement");
        }
        note(coop, closedOn, memberIds, made);
    }

    /** The statements of a closing that nobody has to pay: of nought, or giving back. */
    List<UUID> credits(CoopId coop, LocalDate closedOn) {
        return sql.select(STATEMENT.MEMBER_ID)
                .from(STATEMENT)
                .where(
                        STATEMENT.COOP_ID.eq(coop.code()),
                        STATEMENT.CLOSED_ON.eq(closedOn),
                        STATEMENT.TOTAL_YEN.le(0L))
                .orderBy(STATEMENT.MEMBER_ID)
                .fetch(STATEMENT.MEMBER_ID);
    }

    void finish(CoopId coop, LocalDate closedOn) {
        requireOne(
                sql.update(CLOSING)
                        .set(CLOSING.DONE_AT, now())
                        .where(is(coop, closedOn))
                        .and(CLOSING.DONE_AT.isNull())
                        .execute());
    }

    private void note(CoopId coop, LocalDate closedOn, List<UUID> memberIds, Record made) {
        requireOne(
                sql.update(CLOSING)
                        .set(CLOSING.AFTER_MEMBER, memberIds.getLast())
                        .set(CLOSING.MEMBERS_DONE, CLOSING.MEMBERS_DONE.plus(memberIds.size()))
                        .set(CLOSING.LINES_DONE, CLOSING.LINES_DONE.plus(made.get(0, Long.class)))
                        .set(CLOSING.TOTAL_YEN, CLOSING.TOTAL_YEN.plus(made.get(1, Long.class)))
                        .where(is(coop, closedOn))
                        .execute());
    }

    private static Condition is(CoopId coop, LocalDate closedOn) {
        return CLOSING.COOP_ID.eq(coop.code()).and(CLOSING.CLOSED_ON.eq(closedOn));
    }

    private static Condition waits(CoopId coop, LocalDate closedOn) {
        return LINE.COOP_ID.eq(coop.code()).and(LINE.CLOSED_ON.isNull()).and(LINE.DAY.le(closedOn));
    }

    /** Byte by byte, where Java compares ids as signed numbers. */
    private static int asTheDatabaseDoes(UUID one, UUID other) {
        var high =
                Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high == 0
                ? Long.compareUnsigned(
                        one.getLeastSignificantBits(), other.getLeastSignificantBits())
                : high;
    }

    private static Closing closing(ClosingRecord row) {
        return new Closing(
                row.getClosedOn(),
                row.getPayBy(),
                row.getBegunAt().toInstant(),
                Optional.ofNullable(row.getDoneAt()).map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getAfterMember()),
                row.getMembersToDo(),
                row.getMembersDone(),
                row.getLinesDone(),
                Yen.of(row.getTotalYen()));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new IllegalStateException("a closing did not change");
        }
    }
}
