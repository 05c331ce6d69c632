package dev.postern.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Where a command reads and writes, and what it may write there.
 *
 * @param name how the user called Postern: {@code postern}, or {@code kubectl postern}
 * @param out results
 * @param err everything else
 * @param colour whether results may be coloured
 * @param live whether a person watches {@code err}
 */
record Terminal(
        String name,
        Supplier<InputStream> in,
        PrintStream out,
        PrintStream err,
        boolean colour,
        boolean live) {

    private static final int BUFFER = 1 << 16;

    /**
     * The process's own streams. The launcher knows which are terminals: it costs a shell nothing.
     */
    static Terminal ofProcess() {
        boolean colour = Boolean.getBoolean("postern.out.terminal");
        String noColour = System.getenv("NO_COLOR");
        return new Terminal(
                System.getProperty("postern.name", "postern"),
                () -> System.in,
                new PrintStream(
                        new BufferedOutputStream(new StandardOutput(), BUFFER),
                        false,
                        StandardCharsets.UTF_8),
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                colour && (noColour == null || noColour.isEmpty()),
                Boolean.getBoolean("postern.err.terminal"));
    }

    /** Says something that is not a result. */
    void say(String sentence) {
        err.println(name + ": " + sentence);
    }
}
