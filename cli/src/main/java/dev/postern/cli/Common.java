package dev.postern.cli;

import picocli.CommandLine.Option;

/** The options that every command has. */
final class Common {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 90,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--verbose",
            order = 91,
            description = "Should Postern fail, print the whole trace.")
    private boolean verbose;

    boolean verbose() {
        return verbose;
    }
}
