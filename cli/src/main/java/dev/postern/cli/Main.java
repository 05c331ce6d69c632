package dev.postern.cli;

/** What the launcher starts. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Postern.run(Terminal.ofProcess(), arguments));
    }
}
