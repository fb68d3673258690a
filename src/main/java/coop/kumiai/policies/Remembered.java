package coop.kumiai.policies;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import java.time.Duration;
import java.util.function.Function;

/**
 * What every request reads and hardly anybody changes, kept for a moment: the node that changed it
 * sees the change at once, the others soon after.
 */
public final class Remembered<K, V> {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final long MOST = 10_000;

    private final Function<K, V> read;
    private final Cache<K, V> values;

    /**
     * @param read where a value comes from that is not known, or no longer fresh
     */
    public Remembered(Function<K, V> read) {
        this.read = read;
        values = Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();
    }

    /**
     * Two requests that find nothing both read: to wait for each other while they hold a connection
     * to the database could stop them all.
     */
    public V get(K key) {
        var known = values.getIfPresent(key);
        if (known == null) {
            known = read.apply(key);
            values.put(key, known);
        }
        return known;
    }

    /** The value changes: now for this transaction, and once more when others can see it. */
    public void changes(K key) {
        now(() -> values.invalidate(key));
    }

    /** All values change: a change that nobody can lay to a few keys. */
    public void allChange() {
        now(values::invalidateAll);
    }

    private static void now(Runnable forget) {
        forget.run();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCompletion(int status) {
                            forget.run();
                        }
                    });
        }
    }
}
