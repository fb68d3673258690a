package coop.kumiai.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * One lane: what waits goes into the next transaction together, as it came and up to a bound. There
 * is no timer: while one batch is written the next one gathers, so that batches grow with the load.
 * Who finds the lane free goes at once, on the own thread.
 */
final class Lane {
    /** An instruction on its way, and where its answer goes. */
    record Waiting(Instruction instruction, CompletableFuture<Outcome> answer) {}

    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final Consumer<List<Waiting>> post;
    private final Executor threads;
    private final int mostInBatch;

    /**
     * @param post answers every one of a batch and throws nothing
     * @param threads on which the lane goes on after whoever found it free
     */
    Lane(Consumer<List<Waiting>> post, Executor threads, int mostInBatch) {
        this.post = post;
        this.threads = threads;
        this.mostInBatch = mostInBatch;
    }

    CompletableFuture<Outcome> add(Instruction instruction) {
        var waiting = new Waiting(instruction, new CompletableFuture<>());
        queue.add(waiting);
        if (busy.compareAndSet(false, true)) {
            try {
                post.accept(batch());
            } finally {
                goOn();
            }
        }
        return waiting.answer();
    }

    /**
     * Waits until there is nothing left to do.
     *
     * @param end of the wait, by {@link System#nanoTime}
     * @return false when it came first
     */
    boolean awaitIdle(long end) throws InterruptedException {
        while (busy.get() || !queue.isEmpty()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
        return true;
    }

    private void work() {
        try {
            for (var batch = batch(); !batch.isEmpty(); batch = batch()) {
                post.accept(batch);
            }
        } finally {
            goOn();
        }
    }

    /**
     * Who came between the last look and the release finds the lane busy: it is looked for once
     * more.
     */
    private void goOn() {
        if (queue.isEmpty()) {
            busy.set(false);
            if (queue.isEmpty() || !busy.compareAndSet(false, true)) {
                return;
            }
        }
        threads.execute(this::work);
    }

    private List<Waiting> batch() {
        var batch = new ArrayList<Waiting>();
        while (batch.size() < mostInBatch) {
            var next = queue.poll();
            if (next == null) {
                break;
            }
            batch.add(next);
        }
        return batch;
    }
}
