package coop.kumiai.tills;

import static coop.kumiai.tills.db.Tables.CASH_COUNT;
import static coop.kumiai.tills.db.Tables.CLOSING;
import static coop.kumiai.tills.db.Tables.CLOSING_SUM;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;
import coop.kumiai.tills.db.tables.records.ClosingRecord;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps closed days of tills, and how their cash was counted. */
@Repository
class TillClosingStore {
    private final DSLContext sql;

    TillClosingStore(DSLContext sql) {
        this.sql = sql;
    }

    /** One closing of a till at a time: the other waits, and then finds what the first wrote. */
    void lock(CoopId coop, UUID tillId) {
        sql.execute(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                "till-closing:" + coop + ":" + tillId);
    }

    void insert(CoopId coop, TillClosing closing) {
        sql.insertInto(CLOSING)
                .set(CLOSING.COOP_ID, coop.code())
                .set(CLOSING.CLOSING_ID, closing.closingId())
                .set(CLOSING.TILL_ID, closing.tillId())
                .set(CLOSING.STORE_ID, closing.storeId())
                .set(CLOSING.NUMBER, closing.number())
                .set(CLOSING.DAY, closing.day())
                .set(CLOSING.SEAL, closing.seal())
                .set(CLOSING.CLOSED_AT, closing.closedAt().atOffset(ZoneOffset.UTC))
                .execute();
        closing.totals().sums().forEach((kind, sum) -> insert(coop, closing, kind, sum));
    }

    private void insert(CoopId coop, TillClosing closing, TillEntryKind kind, TillSum sum) {
        sql.insertInto(CLOSING_SUM)
                .set(CLOSING_SUM.COOP_ID, coop.code())
                .set(CLOSING_SUM.CLOSING_ID, closing.closingId())
                .set(CLOSING_SUM.KIND, kind.code())
                .set(CLOSING_SUM.ACTS, sum.acts())
                .set(CLOSING_SUM.MONEY_YEN, sum.money().amount())
                .set(CLOSING_SUM.POINTS, sum.points().amount())
                .execute();
    }

    void count(CoopId coop, UUID closingId, UUID countId, TillClosing.CashCount count, UUID staff) {
        sql.insertInto(CASH_COUNT)
                .set(CASH_COUNT.COOP_ID, coop.code())
                .set(CASH_COUNT.CLOSING_ID, closingId)
                .set(CASH_COUNT.COUNT_ID, countId)
                .set(CASH_COUNT.COUNTED_YEN, count.counted().amount())
                .set(CASH_COUNT.NOTE, count.note())
                .set(CASH_COUNT.STAFF_ID, staff)
                .set(CASH_COUNT.COUNTED_AT, count.at().atOffset(ZoneOffset.UTC))
                .execute();
    }

    Optional<TillClosing> find(CoopId coop, UUID closingId) {
        return list(coop, CLOSING.CLOSING_ID.eq(closingId), 1).stream().findFirst();
    }

    Optional<TillClosing> of(CoopId coop, UUID tillId, LocalDate day) {
        return list(coop, CLOSING.TILL_ID.eq(tillId).and(CLOSING.DAY.eq(day)), 1).stream()
                .findFirst();
    }

    Optional<TillClosing> last(CoopId coop, UUID tillId) {
        return list(coop, CLOSING.TILL_ID.eq(tillId), 1).stream().findFirst();
    }

    /** Of a store, the latest days first. */
    List<TillClosing> of(CoopId coop, String storeId, LocalDate until, int most) {
        return list(coop, CLOSING.STORE_ID.eq(storeId).and(CLOSING.DAY.le(until)), most);
    }

    private List<TillClosing> list(CoopId coop, Condition which, int most) {
        var rows =
                sql.selectFrom(CLOSING)
                        .where(CLOSING.COOP_ID.eq(coop.code()), which)
                        .orderBy(CLOSING.DAY.desc(), CLOSING.CLOSED_AT.desc(), CLOSING.CLOSING_ID)
                        .limit(most)
                        .fetch();
        var ids = rows.getValues(CLOSING.CLOSING_ID);
        var totals = totals(coop, ids);
        var counts = counts(coop, ids);
        return rows.map(row -> closing(row, totals, counts));
    }

    private Map<UUID, TillTotals> totals(CoopId coop, List<UUID> ids) {
        var sums = new HashMap<UUID, Map<TillEntryKind, TillSum>>();
        sql.selectFrom(CLOSING_SUM)
                .where(CLOSING_SUM.COOP_ID.eq(coop.code()), CLOSING_SUM.CLOSING_ID.in(ids))
                .forEach(
                        row ->
                                sums.computeIfAbsent(
                                                row.getClosingId(),
                                                any -> new EnumMap<>(TillEntryKind.class))
                                        .put(
                                                TillEntryKind.of(row.getKind()),
                                                new TillSum(
                                                        row.getActs(),
                                                        Yen.of(row.getMoneyYen()),
                                                        Yen.of(row.getPoints()))));
        var totals = new HashMap<UUID, TillTotals>();
        sums.forEach((id, it) -> totals.put(id, new TillTotals(it)));
        return totals;
    }

    /** The last one of each. */
    private Map<UUID, TillClosing.CashCount> counts(CoopId coop, List<UUID> ids) {
        var counts = new HashMap<UUID, TillClosing.CashCount>();
        sql.selectFrom(CASH_COUNT)
                .where(CASH_COUNT.COOP_ID.eq(coop.code()), CASH_COUNT.CLOSING_ID.in(ids))
                .orderBy(CASH_COUNT.COUNTED_AT, CASH_COUNT.COUNT_ID)
                .forEach(
                        row ->
                                counts.put(
                                        row.getClosingId(),
                                        new TillClosing.CashCount(
                                                Yen.of(row.getCountedYen()),
                                                row.getNote(),
                                                row.getCountedAt().toInstant())));
        return counts;
    }

    private static TillClosing closing(
            ClosingRecord row,
            Map<UUID, TillTotals> totals,
            Map<UUID, TillClosing.CashCount> counts) {
        var id = row.getClosingId();
        return new TillClosing(
                id,
                row.getTillId(),
                row.getStoreId(),
                row.getNumber(),
                row.getDay(),
                totals.getOrDefault(id, new TillTotals(Map.of())),
                row.getSeal(),
                row.getClosedAt().toInstant(),
                Optional.ofNullable(counts.get(id)));
    }
}
