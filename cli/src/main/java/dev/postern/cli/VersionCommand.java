package dev.postern.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code postern version}. */
@Command(
        name = "version",
        description = "Print the version of Postern and of the Java that runs it.",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {"", "Example:", "  ${ROOT-COMMAND-NAME} version"})
final class VersionCommand implements Task {
    @Mixin private Common common = new Common();
    private final Terminal terminal;

    VersionCommand(Terminal terminal) {
        this.terminal = terminal;
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
