package coop.kumiai.wallet;

import static coop.kumiai.wallet.db.Tables.MIGRATION;
import static coop.kumiai.wallet.db.Tables.MIGRATION_LINE;
import static coop.kumiai.wallet.db.Tables.WALLET_;

import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import coop.kumiai.kernel.CoopId;
import coop.kumiai.kernel.Yen;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Repository;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Files of old cards, as they were taken and as far as they are booked. */
@Repository
class MigrationStore {
    private static final String INSERT =
            """
            insert into wallet.migration_line (coop_id, cut_on, card, migration_id, line, member_id, old_balance,
                old_points, old_pending, money_yen, points)
            select ?, ?::date, l.card, ?, l.line, l.member, l.balance, l.points, l.pending, l.yen, l.whole
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) l (card, line, member, balance, points, pending, yen, whole)
            """;

    private static final String OPEN =
            """
            insert into wallet.wallet (coop_id, wallet_id, member_id, state, points_from, opened_at)
            select ?, w.wallet_id, w.member_id, 'unverified', ?::date, ?::timestamptz
            from unnest(?, ?) w (wallet_id, member_id)
            on conflict (coop_id, member_id) do nothing
            """;

    /** A second node waits here for the batch of the first, and then finds fewer lines. */
    private static final String CLAIM =
            """
            select cut_on, card, member_id, money_yen, points from wallet.migration_line
            where coop_id = ? and booked_at is null order by member_id limit ? for update
            """;

    private static final String BOOKED =
            """
            update wallet.migration_line l set booked_at = ?::timestamptz, refusal = b.refusal
            from unnest(?, ?, ?) b (cut_on, card, refusal)
            where l.coop_id = ? and l.cut_on = b.cut_on and l.card = b.card and l.booked_at is null
            """;

    private static final String DIFFERENCES =
            """
            select l.line, l.card, m.member_code, l.old_balance + l.old_pending, l.old_points,
                case when l.refusal is null then l.money_yen else 0 end,
                case when l.refusal is null then l.points else 0 end, coalesce(l.refusal, '')
            from wallet.migration_line l join members.member m using (coop_id, member_id)
            where l.coop_id = ? and l.migration_id = ?
                and (l.refusal is not null or l.old_balance + l.old_pending <> l.money_yen or l.old_points <> l.points)
            order by l.line limit ?
            """;

    private final DSLContext sql;

    MigrationStore(DSLContext sql) {
        this.sql = sql;
    }

    /** A line that waits to be booked. */
    record Waiting(LocalDate cutOn, String card, UUID memberId, Yen money, Yen points) {}

    /** Sums of an old card that was taken before. */
    record Known(LocalDate cutOn, BigDecimal balance, BigDecimal points, BigDecimal pending) {
        boolean isAs(MigrationLine line, LocalDate day) {
            return cutOn.equals(day)
                    && balance.compareTo(line.balance()) == 0
                    && points.compareTo(line.points()) == 0
                    && pending.compareTo(line.pending()) == 0;
        }
    }

    /** One file of a co-op at a time: the other waits, and then finds what the first wrote. */
    void lock(CoopId coop) {
        sql.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "wallets:" + coop);
    }

    /** Which of these cards came over already, as of whatever day. */
    Map<String, Known> known(CoopId coop, Collection<String> cards) {
        return sql.selectFrom(MIGRATION_LINE)
                .where(
                        MIGRATION_LINE.COOP_ID.eq(coop.code()),
                        MIGRATION_LINE.CARD.eq(any(cards.toArray(String[]::new))))
                .fetchMap(
                        MIGRATION_LINE.CARD,
                        it ->
                                new Known(
                                        it.getCutOn(),
                                        it.getOldBalance(),
                                        it.getOldPoints(),
                                        it.getOldPending()));
    }

    void insert(
            CoopId coop,
            UUID migrationId,
            MigrationFileRules.Sound file,
            String fileName,
            Optional<UUID> staff,
            Instant now) {
        var totals = MigrationTotals.of(file.lines());
        sql.insertInto(MIGRATION)
                .set(MIGRATION.COOP_ID, coop.code())
                .set(MIGRATION.MIGRATION_ID, migrationId)
                .set(MIGRATION.CUT_ON, file.cutOn())
                .set(MIGRATION.FILE_NAME, fileName)
                .set(MIGRATION.LINES, file.lines().size())
                .set(MIGRATION.OLD_BALANCE, totals.balance())
                .set(MIGRATION.OLD_POINTS, totals.points())
                .set(MIGRATION.OLD_PENDING, totals.pending())
                .set(
                        MIGRATION.MONEY_YEN,
                        file.lines().stream().mapToLong(it -> it.money().amount()).sum())
                .set(
                        MIGRATION.POINTS,
                        file.lines().stream().mapToLong(it -> it.wholePoints().amount()).sum())
                .set(MIGRATION.TAKEN_BY, staff.orElse(null))
                .set(MIGRATION.TAKEN_AT, now.atOffset(ZoneOffset.UTC))
                .execute();
    }

    /**
     * @param members whose cards they are, by member code
     */
    void insert(
            CoopId coop,
            UUID migrationId,
            LocalDate cutOn,
            List<MigrationLine> lines,
            Map<String, UUID> members) {
        var bindings = new Bindings();
        bindings.add(coop.code(), cutOn, migrationId);
        bindings.column(lines, String[]::new, MigrationLine::card);
        bindings.column(lines, Integer[]::new, it -> Math.toIntExact(it.line()));
        bindings.column(lines, UUID[]::new, it -> members.get(it.memberCode()));
        bindings.column(lines, BigDecimal[]::new, MigrationLine::balance);
        bindings.column(lines, BigDecimal[]::new, MigrationLine::points);
        bindings.column(lines, BigDecimal[]::new, MigrationLine::pending);
        bindings.column(lines, Long[]::new, it -> it.money().amount());
        bindings.column(lines, Long[]::new, it -> it.wholePoints().amount());
        require(sql.execute(INSERT, bindings.all()), lines.size());
    }

    /** The next lines to be booked, those of one member together; held until they are. */
    List<Waiting> claim(CoopId coop, int most) {
        return sql.fetch(CLAIM, coop.code(), most)
                .map(
                        it ->
                                new Waiting(
                                        it.get(0, LocalDate.class),
                                        it.get(1, String.class),
                                        it.get(2, UUID.class),
                                        Yen.of(it.get(3, Long.class)),
                                        Yen.of(it.get(4, Long.class))));
    }

    /**
     * The wallets of members, opened where there is none: not usable before their owners are
     * verified.
     */
    Map<UUID, UUID> wallets(CoopId coop, Map<UUID, UUID> freshIds, LocalDate day, Instant now) {
        var members = freshIds.keySet().toArray(UUID[]::new);
        sql.execute(
                OPEN,
                coop.code(),
                day,
                now.atOffset(ZoneOffset.UTC),
                freshIds.values().toArray(UUID[]::new),
                members);
        return sql.select(WALLET_.MEMBER_ID, WALLET_.WALLET_ID)
                .from(WALLET_)
                .where(WALLET_.COOP_ID.eq(coop.code()), WALLET_.MEMBER_ID.eq(any(members)))
                .fetchMap(WALLET_.MEMBER_ID, WALLET_.WALLET_ID);
    }

    /**
     * @param refusals in the order of the lines; empty where the ledger took it
     */
    void booked(CoopId coop, List<Waiting> lines, List<String> refusals, Instant now) {
        var bindings = new Bindings();
        bindings.add(now.atOffset(ZoneOffset.UTC));
        bindings.column(lines, LocalDate[]::new, Waiting::cutOn);
        bindings.column(lines, String[]::new, Waiting::card);
        bindings.column(refusals, String[]::new, it -> it.isEmpty() ? null : it);
        bindings.add(coop.code());
        require(sql.execute(BOOKED, bindings.all()), lines.size());
    }

    /**
     * Lets the database see how large its tables have become: plans that were made while they were
     * nearly empty read them whole for every batch.
     */
    void analyse() {
        sql.execute("analyze wallet.migration_line, wallet.wallet, wallet.balance, members.member");
    }

    long waiting(CoopId coop) {
        return sql.fetchCount(
                MIGRATION_LINE,
                MIGRATION_LINE.COOP_ID.eq(coop.code()),
                MIGRATION_LINE.BOOKED_AT.isNull());
    }

    /** The latest first. */
    List<Migration> latest(CoopId coop, int most) {
        return migrations(coop, Optional.empty(), most);
    }

    Optional<Migration> find(CoopId coop, UUID migrationId) {
        return migrations(coop, Optional.of(migrationId), 1).stream().findFirst();
    }

    List<MigrationDifference> differences(CoopId coop, UUID migrationId, int most) {
        return sql.fetch(DIFFERENCES, coop.code(), migrationId, most)
                .map(
                        it ->
                                new MigrationDifference(
                                        it.get(0, Long.class),
                                        it.get(1, String.class),
                                        it.get(2, String.class),
                                        it.get(3, BigDecimal.class),
                                        it.get(4, BigDecimal.class),
                                        Yen.of(it.get(5, Long.class)),
                                        it.get(6, Long.class),
                                        it.get(7, String.class)));
    }

    private List<Migration> migrations(CoopId coop, Optional<UUID> migrationId, int most) {
        var waiting = countOf(MIGRATION_LINE.BOOKED_AT.isNull());
        var refused = countOf(MIGRATION_LINE.REFUSAL.isNotNull());
        var lost = sumOfRefused(MIGRATION_LINE.MONEY_YEN);
        var lostPoints = sumOfRefused(MIGRATION_LINE.POINTS);
        return sql.select(MIGRATION, waiting, refused, lost, lostPoints)
                .from(MIGRATION)
                .where(MIGRATION.COOP_ID.eq(coop.code()))
                .and(migrationId.map(MIGRATION.MIGRATION_ID::eq).orElseGet(DSL::noCondition))
                .orderBy(MIGRATION.TAKEN_AT.desc(), MIGRATION.MIGRATION_ID.desc())
                .limit(most)
                .fetch(
                        it -> {
                            var taken = it.value1();
                            return new Migration(
                                    taken.getMigrationId(),
                                    taken.getCutOn(),
                                    taken.getFileName(),
                                    taken.getLines(),
                                    it.value2(),
                                    it.value3(),
                                    taken.getOldBalance().add(taken.getOldPending()),
                                    taken.getOldPoints(),
                                    Yen.of(taken.getMoneyYen() - it.value4()),
                                    taken.getPoints() - it.value5(),
                                    taken.getTakenAt().toInstant());
                        });
    }

    private static Field<Integer> countOf(Condition which) {
        return field(
                select(count())
                        .from(MIGRATION_LINE)
                        .where(
                                row(MIGRATION_LINE.COOP_ID, MIGRATION_LINE.MIGRATION_ID)
                                        .eq(MIGRATION.COOP_ID, MIGRATION.MIGRATION_ID),
                                which));
    }

    /** What the file had and the ledger did not take. */
    private static Field<Long> sumOfRefused(Field<Long> column) {
        return field(
                select(coalesce(sum(column), inline(BigDecimal.ZERO)).cast(SQLDataType.BIGINT))
                        .from(MIGRATION_LINE)
                        .where(
                                row(MIGRATION_LINE.COOP_ID, MIGRATION_LINE.MIGRATION_ID)
                                        .eq(MIGRATION.COOP_ID, MIGRATION.MIGRATION_ID),
                                MIGRATION_LINE.REFUSAL.isNotNull()));
    }

    private static void require(int touched, int expected) {
        if (touched != expected) {
            throw new IllegalStateException(
                    "%d lines touched of %d: nothing is written".formatted(touched, expected));
        }
    }
}
