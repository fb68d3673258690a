package coop.kumiai.bench;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

import javax.sql.DataSource;

/**
 * What the machine itself can do: the simplest durable transaction, one row updated and one
 * inserted, through the application's own pool.
 */
final class Yardstick {
    private static final int CALLERS = 16;
    private static final int ROWS = 1_000;
    private static final Duration LASTING = Duration.ofSeconds(4);

    private Yardstick() {}

    /** Transactions per second. */
    static double measure(DataSource database) throws SQLException, InterruptedException {
        prepare(database);
        run(database, LASTING.dividedBy(4));
        return run(database, LASTING) / (double) LASTING.toSeconds();
    }

    private static long run(DataSource database, Duration lasting) {
        var done = new LongAdder();
        var end = System.nanoTime() + lasting.toNanos();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                callers.execute(
                        () -> {
                            while (System.nanoTime() < end) {
                                transaction(database);
                                done.increment();
                            }
                        });
            }
        }
        return done.sum();
    }

    private static void prepare(DataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create schema if not exists yardstick");
            statement.execute("create table yardstick.counter (id int primary key, n bigint)");
            statement.execute(
                    "insert into yardstick.counter select n, 0 from generate_series(1, "
                            + ROWS
                            + ") n");
            statement.execute(
                    "create table yardstick.entry (id bigint generated always as identity primary"
                            + " key, counter int)");
        }
    }

    private static void transaction(DataSource database) {
        var row = ThreadLocalRandom.current().nextInt(ROWS) + 1;
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var update =
                            connection.prepareStatement(
                                    "update yardstick.counter set n = n + 1 where id = ?");
                    var insert =
                            connection.prepareStatement(
                                    "insert into yardstick.entry (counter) values (?)")) {
                update.setInt(1, row);
                update.executeUpdate();
                insert.setInt(1, row);
                insert.executeUpdate();
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
