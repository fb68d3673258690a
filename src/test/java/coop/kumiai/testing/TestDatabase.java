package coop.kumiai.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

/**
 * One real PostgreSQL for all tests of a run, migrated once; each {@link #fresh()} database is a
 * copy of it.
 */
public final class TestDatabase {
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabase() {}

    /** The address of a new database with all tables and no rows. */
    public static synchronized String fresh() {
        var name = "test_" + COUNT.incrementAndGet();
        execute("create database " + name + " template migrated");
        return SERVER.getJdbcUrl("postgres", name);
    }

    /** A pool on a new database, for tests of a store without Spring. */
    public static DataSource pool() {
        var pool = new com.zaxxer.hikari.HikariDataSource();
        pool.setJdbcUrl(fresh());
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(8);
        return pool;
    }

    public static DSLContext sql(DataSource database) {
        return DSL.using(database, SQLDialect.POSTGRES);
    }

    private static EmbeddedPostgres start() {
        try {
            var server =
                    EmbeddedPostgres.builder()
                            .setLocaleConfig("locale", "C.UTF-8")
                            .setServerConfig("max_connections", "200")
                            .setPGStartupWait(Duration.ofSeconds(60))
                            .start();
            migrate(server);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void migrate(EmbeddedPostgres server) {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database migrated");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Flyway.configure()
                .dataSource(server.getDatabase("postgres", "migrated"))
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    private static void execute(String sql) {
        try (var connection = SERVER.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
