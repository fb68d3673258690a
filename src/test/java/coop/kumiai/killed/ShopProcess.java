package coop.kumiai.killed;

import coop.kumiai.testing.MailSink;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process that runs {@link Shop}. */
final class ShopProcess {
    private static final long PATIENCE_SECONDS = 60;
    private final Process process;
    private final int port;

    private ShopProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it and waits until it serves.
     *
     * @param folder takes its data, and what it prints
     * @param now the moment at which its clock begins
     */
    static ShopProcess start(Path folder, String database, MailSink mails, String now)
            throws IOException {
        return start(
                folder.resolve("log"),
                List.of(
                        "--server.port=0",
                        "--kumiai.now=" + now,
                        "--kumiai.data=" + folder,
                        "--kumiai.postal.fill-at-start=false",
                        "--kumiai.db.url=" + database,
                        "--kumiai.db.user=postgres",
                        "--spring.datasource.hikari.maximum-pool-size=8",
                        "--spring.modulith.events.staleness.check-interval=1s",
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mails.port()));
    }

    private static ShopProcess start(Path log, List<String> settings) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx512m",
                                "-Duser.timezone=Asia/Tokyo",
                                "-Dstdout.encoding=UTF-8",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Shop.class.getName()));
        command.addAll(settings);
        var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        return new ShopProcess(process, port(process, out, log));
    }

    int port() {
        return port;
    }

    /** kill -9: nothing of it gets a chance to put itself in order. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not die");
        }
    }

    private static int port(Process process, BufferedReader out, Path log) throws IOException {
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(Shop.READY)) {
                Thread.ofVirtual().start(() -> swallow(out));
                return Integer.parseInt(line.substring(Shop.READY.length()));
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("it did not start:\n" + Files.readString(log));
    }

    /** A pipe that nobody reads would stop it. */
    private static void swallow(BufferedReader out) {
        try (out) {
            out.transferTo(Writer.nullWriter());
        } catch (IOException gone) {
            // it was killed
        }
    }
}
