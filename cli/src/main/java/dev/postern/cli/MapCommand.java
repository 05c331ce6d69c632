package dev.postern.cli;

import dev.postern.engine.Engine;
import dev.postern.engine.map.WorkloadMap;
import dev.postern.engine.map.WorkloadMap.Filter;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code postern map}: who can talk to whom. */
final class MapCommand implements Command {

    /** The forms that a map is printed in. */
    private enum Form {
        text,
        csv
    }

    private final OptionSpec output =
            OptionSpec.builder("-o", "--output")
                    .paramLabel("FORMAT")
                    .type(Form.class)
                    .defaultValue(Form.text.name())
                    .description("${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
                    .build();
    private final PositionalParamSpec paths = Inputs.paths();
    private final CommandSpec spec =
            Grammar.of(this, "Show who can talk to whom.", "[OPTIONS] [PATHS...]");
    private final Inputs inputs;
    private final Terminal terminal;

    MapCommand(Terminal terminal) {
        this.terminal = terminal;
        spec.addPositional(paths).addOption(output);
        this.inputs = new Inputs(spec);
    }

    @Override
    public CommandSpec words() {
        return Grammar.withExamples(
                spec,
                List.of(),
                "postern map examples/payments",
                "postern map -o csv examples/payments");
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
        switch (output.<Form>getValue()) {
            case text -> {
                MapText text =
                        new MapText(terminal.out(), new Paint(terminal.colour()), map.stops());
                map.lanes(Filter.ALL, text);
                text.print();
            }
            case csv -> {
                try (MapCsv csv = new MapCsv(terminal.out())) {
                    map.lanes(Filter.ALL, csv);
                }
            }
        }
        return reading.isBroken() ? Exit.UNUSABLE : Exit.YES;
    }
}
