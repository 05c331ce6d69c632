package dev.postern.cli;

import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** {@code postern explain}: why one end reaches another, or does not. */
final class ExplainCommand implements Command {
    private final OptionSpec output = Format.option();
    private final OptionSpec batch =
            OptionSpec.builder("--batch")
                    .paramLabel("FILE")
                    .type(String.class)
                    .description(
                            "Answer every line of a csv with the columns source, destination,"
                                    + " protocol and port; - is standard input.")
                    .build();
    private final PositionalParamSpec words =
            PositionalParamSpec.builder()
                    .paramLabel("A B PATHS")
                    .arity("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .hideParamSyntax(true)
                    .description("Both ends, then files, folders, globs, or -.")
                    .build();
    private final CommandSpec spec =
            Grammar.of(
                    this,
                    "Tell whether A reaches B, and which rule decides.",
                    "[OPTIONS] A B[:PORT[/PROTOCOL]] [PATHS...]",
                    "[OPTIONS] --batch FILE [PATHS...]");
    private final Inputs inputs;
    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
        spec.addPositional(words).addOption(output).addOption(batch);
        this.inputs = new Inputs(spec);
    }

    @Override
    public CommandSpec words() {
        return Grammar.withExamples(
                spec,
                List.of(
                        "A and B are a workload (payments/api), a pod (pod/payments/api-7d9c), a"
                                + " Service (svc/payments/postgres:5432), an address, a CIDR,"
                                + " internet, or node/NAME."),
                "postern explain production/checkout-api payments/payment-api:8080"
                        + " examples/payments");
    }

    @Override
    public Exit run() throws UnreadableInput {
        @Nullable String questions = batch.getValue();
        List<String> given = Words.of(words);
        int ends = questions == null ? 2 : 0;
        if (given.size() < ends) {
            throw new ParameterException(
                    spec.commandLine(), "name both ends, such as shop/frontend shop/backend:8080");
        }
        ReadRequest request = inputs.request(given.subList(ends, given.size()), terminal);
        Reading reading;
        try (Progress _ = Progress.on(terminal, "reading " + String.join(" ", request.paths()))) {
            reading = Reader.read(request);
        }
        throw new IllegalStateException("no engine answers yet: " + reading + output.getValue());
    }
}
