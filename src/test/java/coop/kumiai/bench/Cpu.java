package coop.kumiai.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Processor time of this process and of its database: on a machine that is busy with other things
 * it says more than the clock.
 */
final class Cpu {
    private static volatile Optional<ProcessHandle> database = Optional.empty();

    private Cpu() {}

    /** From now on the embedded database in this folder counts too. */
    static void watch(Path databaseFolder) throws IOException {
        var pid = Files.readAllLines(databaseFolder.resolve("postmaster.pid")).getFirst().strip();
        database = ProcessHandle.of(Long.parseLong(pid));
    }

    /** What was used up to now. */
    static Used used() {
        var server = database.stream();
        var children = database.stream().flatMap(ProcessHandle::descendants);
        var own = nanos(Stream.of(ProcessHandle.current()));
        var compiler = ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
        return new Used(
                own, nanos(Stream.concat(server, children)), Duration.ofMillis(compiler).toNanos());
    }

    private static long nanos(Stream<ProcessHandle> processes) {
        return processes
                .map(it -> it.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toNanos)
                .sum();
    }

    /**
     * Processor time in nanoseconds.
     *
     * @param own of the application and the bench
     * @param compiler the part of it that the just-in-time compiler used
     */
    record Used(long own, long database, long compiler) {
        Used since(Used before) {
            return new Used(
                    own - before.own, database - before.database, compiler - before.compiler);
        }

        /** For each of so many. */
        String each(int count) {
            return String.format(
                    Locale.ROOT,
                    "%.2f ms of processor each, of that %.2f the database's and %.2f the"
                            + " compiler's",
                    (own + database) / 1e6 / count,
                    database / 1e6 / count,
                    compiler / 1e6 / count);
        }
    }
}
