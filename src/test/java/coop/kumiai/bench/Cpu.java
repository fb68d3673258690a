package coop.kumiai.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Processor time of this process and of its database: on a machine that is busy with other things
 * it says more than the clock.
 */
final class Cpu {
    private static volatile ProcessHandle database = ProcessHandle.current();

    private Cpu() {}

    /** From now on the embedded database in this folder counts too. */
    static void watch(Path databaseFolder) throws IOException {
        var pid = Files.readAllLines(databaseFolder.resolve("postmaster.pid")).getFirst().strip();
        database = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    static long nanos() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current(), database).distinct(),
                        database.descendants())
                .map(it -> it.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }
}
