package dev.postern.reader.kubernetes;

import dev.postern.model.Ports;
import dev.postern.model.Ports.Match;
import dev.postern.model.Ports.Port;
import dev.postern.model.Protocol;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code ports} of a rule. */
final class PolicyPorts {
    static final Ports ALL = new Ports.All();
    private static final Port ANY = new Port.Any();

    private PolicyPorts() {}

    static Ports read(Draft draft, Node node, Path path) {
        List<Node> items = draft.sequence(node, path).items();
        if (items.isEmpty()) {
            return ALL;
        }
        List<Match> matches = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            match(draft, items.get(i), path.at(i)).ifPresent(matches::add);
        }
        return new Ports.AnyOf(matches);
    }

    private static Optional<Match> match(Draft draft, Node node, Path path) {
        Protocol protocol = Protocol.TCP;
        @Nullable Node port = null;
        @Nullable Node endPort = null;
        for (Mapping.Entry entry : draft.mapping(node, path).entries()) {
            Node value = entry.value();
            switch (entry.key()) {
                case "protocol" ->
                        protocol = PortReader.protocol(draft, value, path.at("protocol"));
                case "port" -> port = Draft.isNull(value) ? null : value;
                case "endPort" -> endPort = Draft.isNull(value) ? null : value;
                default -> draft.unknown(entry, path, "protocol", "port", "endPort");
            }
        }
        Optional<Port> read = port(draft, port, endPort, path);
        return read.isEmpty()
                ? Optional.empty()
                : Optional.of(new Match(protocol, read.get(), draft.origin(node, path)));
    }

    private static Optional<Port> port(
            Draft draft, @Nullable Node port, @Nullable Node endPort, Path path) {
        Path endPath = path.at("endPort");
        if (port == null) {
            if (endPort != null) {
                endPort(draft, endPort, endPath, "stands without port, from which it would count");
                return Optional.empty();
            }
            return Optional.of(ANY);
        }
        if (port instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
            String name = draft.sharedText(port, path.at("port"));
            boolean valid = PortReader.checkName(draft, name, port, path.at("port"));
            if (endPort != null) {
                endPort(draft, endPort, endPath, "stands beside a port name, and needs a number");
            }
            return valid && endPort == null ? Optional.of(new Port.Named(name)) : Optional.empty();
        }
        int from = PortReader.number(draft, port, path.at("port"));
        int to = endPort == null ? from : PortReader.number(draft, endPort, endPath);
        if (from == Draft.NO_NUMBER || to == Draft.NO_NUMBER) {
            return Optional.empty();
        }
        if (endPort != null && to < from) {
            endPort(draft, endPort, endPath, "is " + to + ", below the port " + from);
            return Optional.empty();
        }
        return Optional.of(new Port.Range(from, to));
    }

    private static void endPort(Draft draft, Node node, Path path, String what) {
        draft.report(
                Problem.END_PORT,
                node,
                path,
                what,
                "Write port with the first number and endPort with the last.");
    }
}
