package coop.kumiai.billing;

import static coop.kumiai.billing.db.Tables.LINE;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.sum;

import coop.kumiai.billing.db.tables.records.LineRecord;
import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Ids;
import coop.kumiai.kernel.TaxClass;
import coop.kumiai.kernel.Yen;

import org.jooq.Condition;
import org.jooq.DSLContext;
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
import java.util.function.Function;

/** Lines that are to be billed, and who is billed. */
@Repository
class LineStore {
    private static final String NEW_PAYERS =
            """
            insert into billing.payer (coop_id, member_id)
            select ?, m from (select distinct m from unnest(?::uuid[]) m) x
            where not exists (select 1 from billing.payer p where p.coop_id = ? and p.member_id = m)
            order by m
            on conflict do nothing
            """;

    private static final String COLUMNS =
            """
            unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::date[], ?::text[], ?::bigint[], ?::text[], ?::int[])
                as n (line_id, member_id, line_key, source, day, wording, amount_yen, tax_class, tax_percent)
            """;

    private static final String INSERT =
            """
            insert into billing.line (coop_id, line_id, member_id, line_key, source, day, wording, amount_yen, tax_class,
                tax_percent, added_at)
            select ?, n.*, ?::timestamptz from
            """
                    + COLUMNS
                    + "order by n.line_key on conflict (coop_id, line_key) do nothing";

    /** Lines whose key stands for something else already. */
    private static final String DIFFERENT =
            "select n.line_key from "
                    + COLUMNS
                    + """
                    join billing.line l on l.coop_id = ? and l.line_key = n.line_key
                    where (l.member_id, l.source, l.amount_yen, coalesce(l.tax_class, ''), l.tax_percent)
                        <> (n.member_id, n.source, n.amount_yen, coalesce(n.tax_class, ''), n.tax_percent)
                    order by n.line_key limit 1
                    """;

    private final DSLContext sql;
    private final Clock clock;

    LineStore(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Gives a number to those who have none yet. */
    void enterPayers(CoopId coop, Collection<UUID> memberIds) {
        sql.execute(NEW_PAYERS, coop.code(), memberIds.toArray(UUID[]::new), coop.code());
    }

    /** Writes those lines whose key is new; how many they were. */
    int insert(CoopId coop, List<NewLine> lines) {
        var now = clock.instant().atOffset(ZoneOffset.UTC).toString();
        return sql.execute(INSERT, bindings(coop.code(), now, lines));
    }

    /** A key among these that stands for another line. */
    Optional<String> keyOfAnother(CoopId coop, List<NewLine> lines) {
        var all = bindings(coop.code(), "", lines);
        var bound = new Object[all.length - 1];
        System.arraycopy(all, 2, bound, 0, all.length - 2);
        bound[bound.length - 1] = coop.code();
        return sql.fetchOptional(DIFFERENT, bound).map(row -> row.get(0, String.class));
    }

    /** The line of a key, held until the transaction ends. */
    Optional<LineRecord> lock(CoopId coop, String key) {
        return sql.selectFrom(LINE)
                .where(LINE.COOP_ID.eq(coop.code()), LINE.LINE_KEY.eq(key))
                .forUpdate()
                .fetchOptional();
    }

    /** The lines of a statement. */
    List<StatementLine> of(CoopId coop, UUID memberId, LocalDate closedOn) {
        return fetch(coop, memberId, LINE.CLOSED_ON.eq(closedOn));
    }

    /** What waits for the next closing. */
    List<StatementLine> waiting(CoopId coop, UUID memberId) {
        return fetch(coop, memberId, LINE.CLOSED_ON.isNull());
    }

    /** What of all members waits for a closing. */
    Yen waiting(CoopId coop) {
        return sql.select(coalesce(sum(LINE.AMOUNT_YEN), BigDecimal.ZERO))
                .from(LINE)
                .where(LINE.COOP_ID.eq(coop.code()), LINE.CLOSED_ON.isNull())
                .fetchSingle(row -> Yen.of(row.value1().longValueExact()));
    }

    private List<StatementLine> fetch(CoopId coop, UUID memberId, Condition condition) {
        return sql.selectFrom(LINE)
                .where(LINE.COOP_ID.eq(coop.code()), LINE.MEMBER_ID.eq(memberId), condition)
                .orderBy(LINE.DAY, LINE.ADDED_AT, LINE.LINE_KEY)
                .fetch(LineStore::line);
    }

    private static StatementLine line(LineRecord row) {
        return new StatementLine(
                row.getLineId(),
                row.getSource(),
                row.getDay(),
                row.getWording(),
                Yen.of(row.getAmountYen()),
                new LineTax(
                        Optional.ofNullable(row.getTaxClass()).map(TaxClass::of),
                        row.getTaxPercent()));
    }

    private Object[] bindings(String coop, String now, List<NewLine> lines) {
        return new Object[] {
            coop,
            now,
            lines.stream().map(it -> Ids.next(clock)).toArray(UUID[]::new),
            lines.stream().map(NewLine::memberId).toArray(UUID[]::new),
            texts(lines, NewLine::key),
            texts(lines, NewLine::source),
            lines.stream().map(NewLine::day).toArray(LocalDate[]::new),
            texts(lines, NewLine::wording),
            lines.stream().map(it -> it.amount().amount()).toArray(Long[]::new),
            texts(lines, it -> it.tax().taxClass().map(TaxClass::code).orElse(null)),
            lines.stream().map(it -> it.tax().percent()).toArray(Integer[]::new)
        };
    }

    private static String[] texts(List<NewLine> lines, Function<NewLine, @Nullable String> of) {
        return lines.stream().map(of).toArray(String[]::new);
    }
}
