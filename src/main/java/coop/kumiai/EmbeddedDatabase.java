package coop.kumiai;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A real PostgreSQL that Kumiai brings along, for a first look, for tests and for small co-ops. Its
 * files stay in the data folder; a server left over from a killed run is stopped first, and
 * recovers by itself.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);
    private static final int PORT_LINE = 3;
    private final @Nullable FileChannel lock;
    private final @Nullable EmbeddedPostgres server;
    private final String url;

    private EmbeddedDatabase(
            @Nullable FileChannel lock, @Nullable EmbeddedPostgres server, String url) {
        this.lock = lock;
        this.server = server;
        this.url = url;
    }

    /** The server that the settings ask for: none where they name an outside database. */
    static EmbeddedDatabase of(KumiaiSettings settings) {
        return settings.db().url().isBlank()
                ? open(settings.data().resolve("postgres").toAbsolutePath(), settings.guest())
                : none();
    }

    /**
     * A glance before the start.
     *
     * @throws DataInUse when another Kumiai runs on the folder and this is no guest
     */
    static void requireFree(KumiaiSettings settings) {
        var lock = settings.data().toAbsolutePath().resolve("lock");
        if (!settings.db().url().isBlank() || settings.guest() || !Files.exists(lock)) {
            return;
        }
        try (var file = FileChannel.open(lock, WRITE)) {
            if (file.tryLock() == null) {
                throw new DataInUse(settings.data().toAbsolutePath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data cannot be read: " + lock, e);
        }
    }

    /** No server of ours: an outside database is used. */
    static EmbeddedDatabase none() {
        return new EmbeddedDatabase(null, null, "");
    }

    /**
     * Starts the server of a data folder; a guest (an import) joins the one that another Kumiai
     * runs there.
     *
     * @throws DataInUse when another Kumiai runs on this folder and this is no guest
     */
    static EmbeddedDatabase open(Path folder, boolean guest) {
        try {
            Files.createDirectories(folder);
            var lock = FileChannel.open(folder.resolveSibling("lock"), CREATE, WRITE);
            if (lock.tryLock() != null) {
                var server = start(folder);
                return new EmbeddedDatabase(
                        lock, server, server.getJdbcUrl("postgres", "postgres"));
            }
            lock.close();
            return new EmbeddedDatabase(null, null, joined(folder, guest));
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start: " + folder, e);
        }
    }

    /** Where it listens; empty when an outside database is used. */
    Optional<String> url() {
        return Optional.of(url).filter(it -> !it.isEmpty());
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (lock != null) {
            lock.close();
        }
    }

    private static String joined(Path folder, boolean guest) throws IOException {
        if (!guest) {
            throw new DataInUse(folder.resolve("..").normalize());
        }
        var port = Files.readAllLines(folder.resolve("postmaster.pid")).get(PORT_LINE).trim();
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    private static EmbeddedPostgres start(Path folder) throws IOException {
        stopLeftOver(folder);
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setLocaleConfig("locale", "C.UTF-8")
                // it is made for tests and starts without these: here a commit must be on the disk
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .setPGStartupWait(START_WAIT)
                .start();
    }

    private static void stopLeftOver(Path folder) throws IOException {
        var pidFile = folder.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
        ProcessHandle.of(pid)
                .filter(EmbeddedDatabase::isPostgres)
                .ifPresent(EmbeddedDatabase::stop);
        Files.deleteIfExists(pidFile);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    private static void stop(ProcessHandle process) {
        LOG.info("Stopping a PostgreSQL left over from an earlier run (process {})", process.pid());
        process.destroy();
        try {
            process.onExit().get(START_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(
                    "a PostgreSQL of an earlier run does not stop: process " + process.pid(), e);
        }
    }
}
