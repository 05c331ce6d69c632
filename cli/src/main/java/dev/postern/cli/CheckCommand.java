package dev.postern.cli;

import dev.postern.model.Finding;
import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code postern check}: what was read, and what is wrong with it. */
@Command(
        name = "check",
        description = "Tell what can talk to what, and what is wrong.",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = "${COMMAND-FULL-NAME} [OPTIONS] [PATHS...]",
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "Example:",
            "  ${COMMAND-FULL-NAME} examples/payments",
            "  kubectl get all,networkpolicy,namespace -A -o yaml | ${COMMAND-FULL-NAME} -"
        })
final class CheckCommand implements Task {
    @Mixin private Inputs inputs = new Inputs();
    @Mixin private Common common = new Common();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "text",
            order = 1,
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Format format = Format.text;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "warning",
            order = 2,
            description = {
                "The least finding that makes the exit code 1: ${COMPLETION-CANDIDATES}"
                        + " (default: ${DEFAULT-VALUE})."
            })
    private Threshold failOn = Threshold.warning;

    @Parameters(
            paramLabel = "PATHS",
            arity = "0..*",
            description = "Files, folders, globs, or - (default: the current folder).")
    private List<String> paths = new ArrayList<>();

    private final Terminal terminal;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    /** The least severity that counts as a no. */
    private enum Threshold {
        note,
        warning,
        error,
        never;

        boolean reachedBy(Finding finding) {
            return finding.severity().ordinal() >= ordinal();
        }
    }

    @Override
    public Exit run() throws UnreadableInput {
        ReadRequest request = inputs.request(paths, terminal);
        Reading reading;
        try (Progress _ = Progress.on(terminal, "reading " + String.join(" ", request.paths()))) {
            reading = Reader.read(request);
        }
        switch (format) {
            case text -> new CheckText(terminal).print(reading);
            case json -> CheckJson.print(reading, terminal.out());
        }
        if (reading.isBroken()) {
            return Exit.UNUSABLE;
        }
        return reading.findings().stream().anyMatch(failOn::reachedBy) ? Exit.NO : Exit.YES;
    }
}
