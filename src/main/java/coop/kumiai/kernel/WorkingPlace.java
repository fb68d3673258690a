package coop.kumiai.kernel;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A place among the requests that may work at once. Whoever waits for somebody outside gives it
 * back meanwhile, so that a slow processor does not keep everybody else out.
 */
public final class WorkingPlace {
    private static final ThreadLocal<Semaphore> TAKEN = new ThreadLocal<>();

    private WorkingPlace() {}

    /** This thread works in a place that it has acquired. */
    public static void take(Semaphore places) {
        TAKEN.set(places);
    }

    /** Leaves the place for the next one. */
    public static void leave(Semaphore places) {
        TAKEN.remove();
        places.release();
    }

    /** Waits without a place; afterwards there is one again. */
    public static <T> T givenBackWhile(Supplier<T> waiting) {
        var places = TAKEN.get();
        if (places == null) {
            return waiting.get();
        }
        places.release();
        try {
            return waiting.get();
        } finally {
            places.acquireUninterruptibly();
        }
    }
}
