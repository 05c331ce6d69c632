package dev.postern.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What the AOT cache is made from: the commands that people start most, once each in one process,
 * on the example folders that are given.
 */
final class Rehearsal {

    private Rehearsal() {}

    public static void main(String[] folders) {
        Main.run("--help");
        run("check", "--help");
        run("chekc");
        run("check", "no-such-folder");
        for (String folder : folders) {
            run("check", folder);
            run("check", "-o", "json", folder);
            run("map", folder);
            run("map", "-o", "csv", folder);
            run("explain", "internet", "no-such-namespace/workload:80", folder);
            run("explain", "192.0.2.1", "198.51.100.0/24:443", folder);
        }
    }

    private static void run(String... arguments) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(
                        "postern", InputStream::nullInputStream, nowhere, nowhere, true, false);
        Postern.run(terminal, arguments);
    }
}
