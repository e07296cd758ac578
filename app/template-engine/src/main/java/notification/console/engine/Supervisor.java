package notification.console.engine;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs one template in a thread of its own and stops it when its time is over or when it holds too much memory.
 * A template looks at the interruption at each of its elements; what does not (one endless regular expression, code
 * made by `?interpret`) is left to the console, which kills the process.
 *
 * Memory is what stays after a collection, so what is thrown away again costs nothing. It is asked for only when the
 * heap has grown by more than one template may hold.
 */
final class Supervisor {
    interface Work {
        void run() throws Exception;
    }

    static final long MEMORY_LIMIT = 64L << 20;

    private static final int TICK_MS = 5;
    private static final long STACK = 2L << 20;
    /** Between two collections for one template: one that makes much garbage must not be slowed down by its checks. */
    private static final long GROWTH = MEMORY_LIMIT / 4;
    private static final AtomicInteger ACTIVE = new AtomicInteger();

    private final Work work;
    private final long deadline;
    private final Thread thread;
    private Throwable failure;
    private boolean done;
    private RequestError stopped;
    private long base;
    private long nextCheck;
    private volatile boolean greedy;

    Supervisor(Work work, int timeMs) {
        this.work = work;
        deadline = System.nanoTime() + timeMs * 1_000_000L;
        thread = new Thread(null, this::work, "template", STACK);
        thread.setDaemon(true);
    }

    /** What the work threw, null when it came to its end. Blocks as long as it runs. */
    Throwable run() {
        if (used() > MEMORY_LIMIT) {
            System.gc(); // what others left must not count for this one, nor hide what it takes
        }
        base = used();
        nextCheck = base + MEMORY_LIMIT;
        ACTIVE.incrementAndGet();
        thread.start();
        try {
            supervise();
        } finally {
            ACTIVE.decrementAndGet();
        }
        if (greedy) {
            System.gc(); // gives the memory back to the machine
        }
        return failure;
    }

    /** Why it was stopped, null when it was not. */
    RequestError stopped() {
        return stopped;
    }

    /** Whether it took more memory than one template may. */
    boolean isGreedy() {
        return greedy;
    }

    static RequestError tooMuchMemory() {
        return new RequestError("memory-limit", "The template needs more than " + (MEMORY_LIMIT >> 20) + " MB");
    }

    private void work() {
        Throwable thrown = null;
        try {
            work.run();
        } catch (OutOfMemoryError e) {
            thrown = e;
            greedy = isGreedyThread();
        } catch (Throwable e) {
            thrown = e;
        }
        synchronized (this) {
            failure = thrown;
            done = true;
            notifyAll();
        }
    }

    private synchronized void supervise() {
        while (!done) {
            try {
                wait(TICK_MS);
            } catch (InterruptedException e) {
                // Nobody interrupts a worker.
            }
            if (done || stopped != null) {
                continue;
            }
            if (System.nanoTime() - deadline >= 0) {
                stop(new RequestError("time-limit", "The template did not come to an end in time"));
            } else if (used() > nextCheck) {
                checkMemory();
            }
        }
    }

    private void checkMemory() {
        System.gc();
        long live = used() - base;
        // Of two at once, only the one that can have taken it.
        if (live > MEMORY_LIMIT * ACTIVE.get() && Allocations.of(thread) > MEMORY_LIMIT) {
            greedy = true;
            stop(tooMuchMemory());
        }
        nextCheck = base + Math.max(MEMORY_LIMIT, live + GROWTH);
    }

    private void stop(RequestError reason) {
        stopped = reason;
        thread.interrupt();
    }

    private static boolean isGreedyThread() {
        try {
            return Allocations.of(Thread.currentThread()) > MEMORY_LIMIT;
        } catch (OutOfMemoryError e) {
            return true; // better one stopped too many than one asked for ever
        }
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
