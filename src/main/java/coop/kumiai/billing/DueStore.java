package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.DUE;
import static coop.kumiai.billing.db.Tables.LINE;
import static coop.kumiai.billing.db.Tables.PAYER;
import static coop.kumiai.billing.db.Tables.RECEIPT;
import static coop.kumiai.billing.db.Tables.SETTLEMENT;
import static coop.kumiai.billing.db.Tables.STATEMENT;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.Yen;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.jooq.SelectConditionStep;
import org.jooq.SelectSeekStep2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What statements still want, and what settled them. */
@Repository
class DueStore {
    private static final String SETTLE =
            """
            with n as (
                select * from unnest(?::uuid[], ?::uuid[], ?::date[], ?::text[], ?::uuid[], ?::bigint[], ?::date[])
                    as n (settlement_id, member_id, closed_on, settlement_key, receipt_id, amount_yen, day)
            ), written as (
                insert into billing.settlement (coop_id, settlement_id, member_id, closed_on, settlement_key, kind,
                    receipt_id, amount_yen, day, recorded_at)
                select ?, settlement_id, member_id, closed_on, settlement_key,
                    case when receipt_id is null then 'shares' when amount_yen < 0 then 'reversal' else 'receipt' end,
                    receipt_id, amount_yen, day,
                    ?::timestamptz
                from n
            )
            update billing.due d set settled_yen = d.settled_yen + s.amount_yen
            from (select member_id, closed_on, sum(amount_yen) as amount_yen from n group by 1, 2) s
            where d.coop_id = ? and d.member_id = s.member_id and d.closed_on = s.closed_on
            """;

    private final DSLContext sql;
    private final Clock clock;

    DueStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The open statements of these members, the oldest first. */
    List<OpenDue> open(CoopId coop, Collection<UUID> memberIds) {
        return openOf(coop, memberIds).fetch(DueStore::due);
    }

    /** The same, held until the transaction ends. */
    List<OpenDue> lockOpen(CoopId coop, Collection<UUID> memberIds) {
        return openOf(coop, memberIds).forUpdate().of(DUE).fetch(DueStore::due);
    }

    /** An open statement, held until the transaction ends. */
    Optional<OpenDue> lockOpen(CoopId coop, UUID memberId, LocalDate closedOn) {
        return lockOpen(coop, List.of(memberId)).stream()
                .filter(it -> it.closedOn().equals(closedOn))
                .findFirst();
    }

    /** Some of all open statements, the most urgent first, after the given one. */
    List<OpenDue> page(CoopId coop, Optional<OpenDueKey> after, int most) {
        return select(coop)
                .and(after.map(DueStore::isAfter).orElseGet(DSL::noCondition))
                .orderBy(DUE.PAY_BY, DUE.MEMBER_ID, DUE.CLOSED_ON)
                .limit(most)
                .fetch(DueStore::due);
    }

    /** How many are open, and how much. */
    OpenTotal total(CoopId coop) {
        return sql.select(
                        count(),
                        coalesce(sum(DUE.AMOUNT_YEN.minus(DUE.SETTLED_YEN)), BigDecimal.ZERO))
                .from(DUE)
                .where(DUE.COOP_ID.eq(coop.code()), isOpen())
                .fetchSingle(
                        it -> new OpenTotal(it.value1(), Yen.of(it.value2().longValueExact())));
    }

    /**
     * Writes settlements, or what takes them back (below nought); each statement takes no more than
     * it wants, and gives back no more than it took.
     */
    void settle(CoopId coop, List<NewSettlement> settlements) {
        var dues =
                settlements.stream()
                        .map(it -> it.memberId() + "/" + it.closedOn())
                        .distinct()
                        .count();
        var rows =
                sql.execute(
                        SETTLE,
                        settlements.stream().map(it -> Ids.next(clock)).toArray(UUID[]::new),
                        settlements.stream().map(NewSettlement::memberId).toArray(UUID[]::new),
                        settlements.stream().map(NewSettlement::closedOn).toArray(LocalDate[]::new),
                        settlements.stream().map(NewSettlement::key).toArray(String[]::new),
                        settlements.stream()
                                .map(it -> it.receipt().orElse(null))
                                .toArray(UUID[]::new),
                        settlements.stream().map(it -> it.amount().amount()).toArray(Long[]::new),
                        settlements.stream().map(NewSettlement::day).toArray(LocalDate[]::new),
                        coop.code(),
                        clock.instant().atOffset(ZoneOffset.UTC).toString(),
                        coop.code());
        if (rows != dues) {
            throw new IllegalStateException("a statement was not settled");
        }
    }

    /**
     * The keys of the lines of a source on those of these members' statements of these days that
     * are settled.
     */
    List<SettledLine> settledLines(
            CoopId coop, Collection<UUID> memberIds, Collection<LocalDate> days, String source) {
        return sql.select(LINE.MEMBER_ID, LINE.CLOSED_ON, LINE.LINE_KEY)
                .from(LINE)
                .join(DUE)
                .on(
                        DUE.COOP_ID.eq(LINE.COOP_ID),
                        DUE.MEMBER_ID.eq(LINE.MEMBER_ID),
                        DUE.CLOSED_ON.eq(LINE.CLOSED_ON))
                .where(
                        LINE.COOP_ID.eq(coop.code()),
                        LINE.MEMBER_ID.eq(any(memberIds.toArray(UUID[]::new))),
                        LINE.CLOSED_ON.eq(any(days.toArray(LocalDate[]::new))),
                        LINE.SOURCE.eq(source),
                        DUE.SETTLED_YEN.eq(DUE.AMOUNT_YEN))
                .orderBy(LINE.MEMBER_ID, LINE.CLOSED_ON, LINE.LINE_KEY)
                .fetch(it -> new SettledLine(it.value1(), it.value2(), it.value3()));
    }

    /** What settled a statement, the oldest first. */
    List<Settlement> of(CoopId coop, UUID memberId, LocalDate closedOn) {
        return sql.select(SETTLEMENT.DAY, RECEIPT.KIND, SETTLEMENT.AMOUNT_YEN)
                .from(SETTLEMENT)
                .leftJoin(RECEIPT)
                .on(
                        RECEIPT.COOP_ID.eq(SETTLEMENT.COOP_ID),
                        RECEIPT.RECEIPT_ID.eq(SETTLEMENT.RECEIPT_ID))
                .where(
                        SETTLEMENT.COOP_ID.eq(coop.code()),
                        SETTLEMENT.MEMBER_ID.eq(memberId),
                        SETTLEMENT.CLOSED_ON.eq(closedOn))
                .orderBy(SETTLEMENT.SETTLEMENT_ID)
                .fetch(
                        it ->
                                new Settlement(
                                        it.value1(),
                                        wording(it.value2(), it.value3()),
                                        new Yen(it.value3())));
    }

    /** How many settlements were written for a statement. */
    int settlements(CoopId coop, UUID memberId, LocalDate closedOn) {
        return sql.fetchCount(
                SETTLEMENT,
                SETTLEMENT.COOP_ID.eq(coop.code()),
                SETTLEMENT.MEMBER_ID.eq(memberId),
                SETTLEMENT.CLOSED_ON.eq(closedOn));
    }

    private static String wording(@Nullable String kind, long yen) {
        var label = kind == null ? "出資金の入金・お取消し" : Receipt.Kind.of(kind).label();
        return yen < 0 ? label + "の取消" : label;
    }

    private SelectSeekStep2<
                    Record6<UUID, LocalDate, LocalDate, Long, String, Long>, UUID, LocalDate>
            openOf(CoopId coop, Collection<UUID> memberIds) {
        return select(coop)
                .and(DUE.MEMBER_ID.eq(any(memberIds.toArray(UUID[]::new))))
                .orderBy(DUE.MEMBER_ID, DUE.CLOSED_ON);
    }

    private SelectConditionStep<Record6<UUID, LocalDate, LocalDate, Long, String, Long>> select(
            CoopId coop) {
        return sql.select(
                        DUE.MEMBER_ID,
                        DUE.CLOSED_ON,
                        DUE.PAY_BY,
                        PAYER.PAYER_NUMBER,
                        STATEMENT.PAYER_NAME,
                        DUE.AMOUNT_YEN.minus(DUE.SETTLED_YEN))
                .from(DUE)
                .join(PAYER)
                .on(PAYER.COOP_ID.eq(DUE.COOP_ID), PAYER.MEMBER_ID.eq(DUE.MEMBER_ID))
                .join(STATEMENT)
                .on(
                        STATEMENT.COOP_ID.eq(DUE.COOP_ID),
                        STATEMENT.MEMBER_ID.eq(DUE.MEMBER_ID),
                        STATEMENT.CLOSED_ON.eq(DUE.CLOSED_ON))
                .where(DUE.COOP_ID.eq(coop.code()), isOpen());
    }

    private static Condition isOpen() {
        return DUE.SETTLED_YEN.lt(DUE.AMOUNT_YEN);
    }

    private static Condition isAfter(OpenDueKey key) {
        return row(DUE.PAY_BY, DUE.MEMBER_ID, DUE.CLOSED_ON)
                .gt(key.payBy(), key.memberId(), key.closedOn());
    }

    private static OpenDue due(Record6<UUID, LocalDate, LocalDate, Long, String, Long> it) {
        return new OpenDue(
                it.value1(),
                it.value2(),
                it.value3(),
                it.value4(),
                it.value5(),
                Yen.of(it.value6()));
    }
}
