package dev.postern.cli;

import dev.postern.drawing.Form;
import dev.postern.engine.Engine;
import dev.postern.engine.map.WorkloadMap;
import dev.postern.engine.map.WorkloadMap.Filter;
import dev.postern.engine.question.Inquiry;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code postern map}: who can talk to whom. */
final class MapCommand implements Command {

    /** The forms that a map is printed in. */
    private enum Output {
        text,
        csv,
        dot,
        mermaid
    }

    private final OptionSpec output =
            OptionSpec.builder("-o", "--output")
                    .paramLabel("FORMAT")
                    .type(Output.class)
                    .defaultValue(Output.text.name())
                    .description("${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
                    .build();
    private final OptionSpec all =
            OptionSpec.builder("--all")
                    .description("Every pair by itself, in place of groups (csv).")
                    .build();
    private final PositionalParamSpec paths = Inputs.paths();
    private final CommandSpec spec =
            Grammar.of(this, "Show who can talk to whom.", "[OPTIONS] [PATHS...]");
    private final MapFilter filter;
    private final Inputs inputs;
    private final Terminal terminal;

    MapCommand(Terminal terminal) {
        this.terminal = terminal;
        spec.addPositional(paths).addOption(output).addOption(all);
        this.filter = new MapFilter(spec);
        this.inputs = new Inputs(spec);
    }

    @Override
    public CommandSpec words() {
        return Grammar.withExamples(
                spec,
                List.of(),
                "postern map examples/payments",
                "postern map --namespace payments --port 5432 examples/payments",
                "postern map --all -o csv examples/payments");
    }

    @Override
    public Exit run() throws UnreadableInput {
        ClusterInput input = new ClusterInput(inputs, terminal);
        Reading reading = input.read(Words.of(paths));
        input.complain(reading);
        if (!input.isUsable(reading)) {
            return Exit.UNUSABLE;
        }
        Engine engine = input.engine(reading.cluster());
        WorkloadMap map = WorkloadMap.of(engine);
        Filter part = filter.of(map.stops());
        switch (output.<Output>getValue()) {
            case text -> {
                MapText text =
                        new MapText(terminal.out(), new Paint(terminal.colour()), map.stops());
                map.lanes(part, text);
                text.print();
                if (!engine.profile().note().isEmpty()) {
                    terminal.out().println("note: " + engine.profile().note());
                }
            }
            case csv -> {
                if (!engine.profile().note().isEmpty()) {
                    terminal.say(engine.profile().note());
                }
                try (MapCsv csv = new MapCsv(terminal.out())) {
                    if (Words.has(all) || filter.isGiven()) {
                        map.lanes(part, csv);
                    } else {
                        csv.print(map.grouped());
                    }
                }
            }
            case dot -> draw(Form.DOT, engine, map, part);
            case mermaid -> draw(Form.MERMAID, engine, map, part);
        }
        return ClusterInput.exit(reading, Exit.YES);
    }

    private void draw(Form form, Engine engine, WorkloadMap map, Filter part) {
        MapDiagram picture = new MapDiagram(new Inquiry(engine, inputs.defaultNamespace()));
        map.lanes(part, picture);
        try {
            form.draw(picture.diagram(map.stops()), terminal.out());
        } catch (IOException lost) {
            throw new OutputLost(lost);
        }
    }
}
