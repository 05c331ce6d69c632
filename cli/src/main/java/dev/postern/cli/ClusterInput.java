package dev.postern.cli;

import dev.postern.engine.Engine;
import dev.postern.engine.Profile;
import dev.postern.engine.Profiles;
import dev.postern.model.Cluster;
import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** Reads what a command is asked about, and compiles it. */
final class ClusterInput {
    private final Inputs inputs;
    private final Terminal terminal;

    ClusterInput(Inputs inputs, Terminal terminal) {
        this.inputs = inputs;
        this.terminal = terminal;
    }

    Reading read(List<String> paths) throws UnreadableInput {
        ReadRequest request = inputs.request(paths, terminal);
        try (Progress _ = Progress.on(terminal, "reading " + String.join(" ", request.paths()))) {
            return Reader.read(request);
        }
    }

    /** Whether verdicts may be given: nothing is broken, or the user asked to go on. */
    boolean isUsable(Reading reading) {
        return !reading.isBroken() || inputs.keepGoing();
    }

    /**
     * The exit of a command that answered: not a plain one where a part of the input is missing.
     */
    static Exit exit(Reading reading, Exit answer) {
        boolean whole = !reading.isBroken() && reading.cluster().gaps().isEmpty();
        return whole ? answer : Exit.UNUSABLE;
    }

    /** Says on stderr what is wrong with an input whose findings are not the answer. */
    void complain(Reading reading) {
        new FindingText(terminal.err(), new Paint(false)).print(reading.findings());
        if (!isUsable(reading)) {
            terminal.say(
                    "no verdict is given on a part of the input; mend it, or add --keep-going to"
                            + " have what it could change shown as unknown");
        }
    }

    Engine engine(Cluster cluster) {
        return Engine.compile(cluster, profile(cluster));
    }

    private Profile profile(Cluster cluster) {
        Optional<String> named = inputs.cni();
        if (named.isEmpty()) {
            return Profiles.seenIn(cluster).orElse(Profile.ASSUMED);
        }
        return Profiles.named(named.get())
                .orElseThrow(() ->
                        new ParameterException(
                                inputs.command().commandLine(),
                                "--cni: '"
                                        + named.get()
                                        + "' is not among "
                                        + String.join(", ", Profiles.names())));
    }
}
