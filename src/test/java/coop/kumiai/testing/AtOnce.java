package coop.kumiai.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Deeds of several people who begin at the same moment. */
public final class AtOnce {
    private static final int LONGEST_SECONDS = 30;

    private AtOnce() {}

    /** What each came to, in the order of the deeds. */
    public static <T> List<T> all(List<Callable<T>> deeds) throws Exception {
        var start = new CyclicBarrier(deeds.size());
        try (var threads = Executors.newFixedThreadPool(deeds.size())) {
            var answers =
                    deeds.stream()
                            .map(
                                    deed ->
                                            threads.submit(
                                                    () -> {
                                                        start.await(
                                                                LONGEST_SECONDS, TimeUnit.SECONDS);
                                                        return deed.call();
                                                    }))
                            .toList();
            var results = new ArrayList<T>();
            for (var answer : answers) {
                results.add(answer.get(LONGEST_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        }
    }
}
