package dev.postern.cli;

/** Tells a person who waits what is being done: one line, for work of more than a second. */
final class Progress implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 1000;

    private final Terminal terminal;
    private final Thread teller;
    private boolean told;
    private boolean done;

    private Progress(Terminal terminal, String what) {
        this.terminal = terminal;
        this.teller = new Thread(() -> tell(what), "progress");
        teller.setDaemon(true);
        teller.start();
    }

    /** Starts a piece of work, such as {@code reading 3 paths}; closing it ends the work. */
    static Progress on(Terminal terminal, String what) {
        return new Progress(terminal, what);
    }

    private synchronized void tell(String what) {
        long until = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        try {
            for (long left = PATIENCE_MILLIS; left > 0 && !done; ) {
                wait(left);
                left = (until - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException over) {
            return;
        }
        if (!done) {
            told = true;
            terminal.err().print(terminal.name() + ": " + what + " ...");
            terminal.err().print(terminal.live() ? "" : System.lineSeparator());
            terminal.err().flush();
        }
    }

    @Override
    public synchronized void close() {
        done = true;
        notifyAll();
        if (told && terminal.live()) {
            terminal.err().print("\r\u001b[K"); // the line has served
            terminal.err().flush();
        }
    }
}
