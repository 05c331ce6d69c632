package dev.postern.cli;

import dev.postern.engine.Engine;
import dev.postern.model.Finding;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import dev.postern.review.Posture;
import dev.postern.review.PostureReview;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code postern check}: what was read, and what is wrong with it. */
final class CheckCommand implements Command {
    private final OptionSpec output = Format.option();
    private final OptionSpec failOn =
            OptionSpec.builder("--fail-on")
                    .paramLabel("SEVERITY")
                    .type(Threshold.class)
                    .defaultValue(Threshold.warning.name())
                    .description(
                            "The least finding that makes the exit code 1: ${COMPLETION-CANDIDATES}"
                                    + " (default: ${DEFAULT-VALUE}).")
                    .build();
    private final PositionalParamSpec paths = Inputs.paths();
    private final CommandSpec spec =
            Grammar.of(
                    this, "Tell what can talk to what, and what is wrong.", "[OPTIONS] [PATHS...]");
    private final Inputs inputs;
    private final Terminal terminal;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
        spec.addPositional(paths).addOption(output).addOption(failOn);
        this.inputs = new Inputs(spec);
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
    public CommandSpec words() {
        return Grammar.withExamples(
                spec,
                List.of(),
                "postern check examples/payments",
                "kubectl get all,networkpolicy,namespace -A -o yaml | postern check -");
    }

    @Override
    public Exit run() throws UnreadableInput {
        ClusterInput input = new ClusterInput(inputs, terminal);
        Reading reading = input.read(Words.of(paths));
        Engine engine = input.engine(reading.cluster());
        Optional<Posture> posture = Optional.empty();
        if (input.isUsable(reading)) {
            try (Progress _ = Progress.on(terminal, "looking the cluster over")) {
                posture = Optional.of(PostureReview.of(engine));
            }
        }
        switch (output.<Format>getValue()) {
            case text -> new CheckText(terminal).print(reading, posture, engine.profile());
            case json -> CheckJson.print(reading, posture, engine.profile(), terminal.out());
        }
        Threshold least = failOn.getValue();
        boolean found = reading.findings().stream().anyMatch(least::reachedBy);
        return ClusterInput.exit(reading, found ? Exit.NO : Exit.YES);
    }
}
