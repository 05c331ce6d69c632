package dev.postern.cli;

/** What the launcher starts. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        int code = run(arguments);
        // Not exit: that logs the event, and loading a logger takes longer than most commands do.
        Runtime.getRuntime().halt(code);
    }

    static int run(String... arguments) {
        return Postern.run(Terminal.ofProcess(), arguments);
    }
}
