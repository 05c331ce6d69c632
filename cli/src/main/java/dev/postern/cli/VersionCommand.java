package dev.postern.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;

/** {@code postern version}. */
final class VersionCommand implements Command {
    private final Terminal terminal;

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public CommandSpec words() {
        CommandSpec spec =
                Grammar.of(
                        this,
                        "Print the version of Postern and of the Java that runs it.",
                        "[OPTIONS]");
        return Grammar.withExamples(spec, List.of(), "postern version");
    }

    @Override
    public Exit run() {
        terminal.out().println(version() + " (Java " + Runtime.version() + ")");
        return Exit.YES;
    }

    private static String version() {
        try (InputStream text =
                Objects.requireNonNull(VersionCommand.class.getResourceAsStream("version.txt"))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
