package notification.console.engine;

/**
 * Watches the thread that renders and interrupts it when its time is over.
 * A template looks at the interruption at each of its elements; what does not (one endless regular expression) is
 * left to the console, which kills the process.
 */
final class Watchdog implements AutoCloseable {
    private final Thread watched = Thread.currentThread();
    private final long deadline;
    private final Thread watcher;
    private boolean fired;
    private boolean done;

    Watchdog(long timeMs) {
        deadline = System.nanoTime() + timeMs * 1_000_000;
        watcher = new Thread(this::watch, "watchdog");
        watcher.setDaemon(true);
        watcher.start();
    }

    private synchronized void watch() {
        while (!done) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                fired = true;
                watched.interrupt();
                return;
            }
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    synchronized boolean hasFired() {
        return fired;
    }

    /** After this the thread will not be interrupted any more, and carries no leftover interruption. */
    @Override
    public void close() {
        synchronized (this) {
            done = true;
            notifyAll();
        }
        Thread.interrupted();
    }
}
