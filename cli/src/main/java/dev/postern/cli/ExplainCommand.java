package dev.postern.cli;

import dev.postern.engine.Profile;
import dev.postern.engine.Verdict;
import dev.postern.engine.explain.Explainer;
import dev.postern.engine.explain.Story;
import dev.postern.engine.question.Answer;
import dev.postern.engine.question.Batch;
import dev.postern.engine.question.Inquiry;
import dev.postern.engine.question.Misunderstood;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
        List<String> paths = given.subList(ends, given.size());
        if (questions != null) {
            checkBatch(questions, paths);
        }
        ClusterInput input = new ClusterInput(inputs, terminal);
        Reading reading = input.read(paths);
        input.complain(reading);
        if (!input.isUsable(reading)) {
            return Exit.UNUSABLE;
        }
        Inquiry inquiry = new Inquiry(input.engine(reading.cluster()), inputs.defaultNamespace());
        Exit exit =
                questions == null
                        ? answer(given.get(0), given.get(1), inquiry)
                        : answer(questions, inquiry);
        return ClusterInput.exit(reading, exit);
    }

    private void checkBatch(String questions, List<String> paths) {
        if (output.<Format>getValue() != Format.text) {
            throw new ParameterException(
                    spec.commandLine(), "--batch answers in csv; leave --output away");
        }
        if (questions.equals("-") && paths.contains("-")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "standard input can't hold both the questions and the manifests; give a file"
                            + " for one of them");
        }
    }

    private Exit answer(String source, String destination, Inquiry inquiry) {
        Answer answer;
        try {
            answer = inquiry.ask(source, destination);
        } catch (Misunderstood misunderstood) {
            throw new ParameterException(spec.commandLine(), misunderstood.getMessage());
        }
        List<Story> stories = new Explainer(inquiry.engine()).explain(answer);
        Profile profile = inquiry.engine().profile();
        switch (output.<Format>getValue()) {
            case text -> new ExplainText(terminal).print(answer, stories, profile);
            case json -> ExplainJson.print(answer, stories, profile, terminal.out());
        }
        return answer.verdict() == Verdict.ALLOWED ? Exit.YES : Exit.NO;
    }

    private Exit answer(String questions, Inquiry inquiry) throws UnreadableInput {
        boolean piped = questions.equals("-");
        BatchCsv csv =
                new BatchCsv(piped ? "stdin" : questions, new Batch(inquiry), terminal.out());
        try (InputStream in =
                        piped ? terminal.in().get() : Files.newInputStream(Path.of(questions));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            csv.answer(lines);
        } catch (NoSuchFileException absent) {
            throw new UnreadableInput("there is no file '" + questions + "' with questions");
        } catch (AccessDeniedException denied) {
            throw new UnreadableInput("no permission to read " + questions);
        } catch (IOException unreadable) {
            throw new UnreadableInput("can't read " + questions + ": " + unreadable.getMessage());
        }
        return Exit.YES;
    }
}
