package coop.kumiai.bench;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Sends requests at a constant rate, whatever the server does: a slow answer delays no later
 * request, and its time counts from when it should have been sent. Beyond the most that may wait at
 * once a request is dropped, and counted.
 */
final class OpenLoop {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private OpenLoop() {}

    static Load run(int perSecond, int count, int mostAtOnce, IntFunction<Http.Answer> request)
            throws InterruptedException {
        var load = new Load(count);
        var waiting = new AtomicInteger();
        var pause = TimeUnit.SECONDS.toNanos(1) / perSecond;
        var start = System.nanoTime();
        for (int at = 0; at < count; at++) {
            var due = start + at * pause;
            waitUntil(due);
            if (waiting.get() >= mostAtOnce) {
                load.drop();
            } else {
                waiting.incrementAndGet();
                var number = at;
                Thread.ofVirtual()
                        .start(
                                () -> {
                                    load.send(number, due, request);
                                    waiting.decrementAndGet();
                                });
            }
        }
        load.awaitAll();
        return load;
    }

    private static void waitUntil(long due) {
        for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** What came of it. */
    static final class Load {
        private final long[] nanos;
        private final AtomicInteger answered = new AtomicInteger();
        private final LongAdder dropped = new LongAdder();
        private final LongAdder broken = new LongAdder();
        private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
        private final CountDownLatch open;
        private final long start = System.nanoTime();
        private final Cpu.Used before = Cpu.used();
        private volatile Cpu.Used used = before.since(before);
        private volatile long end;

        private Load(int count) {
            nanos = new long[count];
            open = new CountDownLatch(count);
        }

        private void drop() {
            dropped.increment();
            open.countDown();
        }

        private void send(int number, long due, IntFunction<Http.Answer> request) {
            try {
                var answer = request.apply(number);
                nanos[answered.getAndIncrement()] = System.nanoTime() - due;
                byStatus.computeIfAbsent(answer.status(), key -> new LongAdder()).increment();
            } catch (RuntimeException e) {
                broken.increment();
            } finally {
                open.countDown();
            }
        }

        private void awaitAll() throws InterruptedException {
            if (!open.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(open.getCount() + " requests got no answer");
            }
            end = System.nanoTime();
            used = Cpu.used().since(before);
        }

        int answered() {
            return answered.get();
        }

        long dropped() {
            return dropped.sum();
        }

        /** Requests without an answer: the connection failed. */
        long broken() {
            return broken.sum();
        }

        long with(int status) {
            return byStatus.getOrDefault(status, new LongAdder()).sum();
        }

        double perSecond(long requests) {
            return requests * 1e9 / (end - start);
        }

        double millis(double part) {
            var sorted = java.util.Arrays.copyOf(nanos, answered.get());
            java.util.Arrays.sort(sorted);
            if (sorted.length == 0) {
                return Double.NaN;
            }
            var at = (int) Math.ceil(part * sorted.length) - 1;
            return sorted[Math.max(at, 0)] / 1e6;
        }

        /** One line for people. */
        String words() {
            return String.format(
                    java.util.Locale.ROOT,
                    "%d answered %s, %d dropped, %d broken; %.0f/s; p50 %.1f ms, p95 %.1f ms, p99"
                            + " %.1f ms, longest %.1f ms; %s",
                    answered(),
                    byStatus,
                    dropped(),
                    broken(),
                    perSecond(answered()),
                    millis(0.50),
                    millis(0.95),
                    millis(0.99),
                    millis(1),
                    used.each(answered()));
        }
    }
}
