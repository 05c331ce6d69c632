package dev.postern.cli;

import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code postern explain}: why one end reaches another, or does not. */
@Command(
        name = "explain",
        description = "Tell whether A reaches B, and which rule decides.",
        sortOptions = false,
        synopsisHeading = "Usage: ",
        customSynopsis = {
            "${COMMAND-FULL-NAME} [OPTIONS] A B[:PORT[/PROTOCOL]] [PATHS...]",
            "       ${COMMAND-FULL-NAME} [OPTIONS] --batch FILE [PATHS...]"
        },
        descriptionHeading = "%n",
        parameterListHeading = "%n",
        optionListHeading = "%nOptions:%n",
        footer = {
            "",
            "A and B are a workload (payments/api), a pod (pod/payments/api-7d9c), a Service",
            "(svc/payments/postgres:5432), an address, a CIDR, internet, or node/NAME.",
            "",
            "Example:",
            "  ${COMMAND-FULL-NAME} production/checkout-api payments/payment-api:8080 examples/payments"
        })
final class ExplainCommand implements Task {
    @Spec private CommandSpec spec = CommandSpec.create();
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
            names = "--batch",
            paramLabel = "FILE",
            order = 2,
            description = {
                "Answer every line of a csv with the columns source,destination,protocol,port;"
                        + " - is standard input."
            })
    private @Nullable String batch;

    @Parameters(
            paramLabel = "A B PATHS",
            arity = "0..*",
            description = "Both ends, then files, folders, globs, or -.")
    private List<String> words = new ArrayList<>();

    private final Terminal terminal;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Exit run() throws UnreadableInput {
        int ends = batch == null ? 2 : 0;
        if (words.size() < ends) {
            throw new ParameterException(
                    spec.commandLine(),
                    "name both ends, such as 'shop/frontend shop/backend:8080'");
        }
        ReadRequest request = inputs.request(words.subList(ends, words.size()), terminal);
        Reading reading = Reader.read(request);
        throw new IllegalStateException("no engine answers yet: " + reading + format);
    }
}
