package dev.postern.reader.kubernetes;

import dev.postern.model.IngressPath;
import dev.postern.model.IngressPath.BackendPort;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;

/** A Route of OpenShift: a host that leads to one Service, or to several by weight. */
final class OpenShiftRouteReader {
    private static final String[] FIELDS = {"host", "path", "to", "alternateBackends", "port"};
    private static final Path SPEC = Path.ROOT.at("spec");

    private OpenShiftRouteReader() {}

    private record Target(String service, Origin origin) {}

    static void read(Draft draft, Root root, Harvest into) {
        ObjectName name = root.metadata(draft).name();
        String host = "";
        String path = "";
        BackendPort port = new BackendPort.Any();
        List<Target> targets = new ArrayList<>(1);
        Mapping spec = draft.mapping(root.spec(), SPEC);
        for (Mapping.Entry entry : spec.entries()) {
            Node value = entry.value();
            Path at = SPEC.at(entry.key());
            switch (entry.key()) {
                case "host" -> host = draft.text(value, at);
                case "path" -> path = draft.text(value, at);
                case "to" -> target(draft, value, at, targets);
                case "alternateBackends" -> {
                    List<Node> items = draft.sequence(value, at).items();
                    for (int i = 0; i < items.size(); i++) {
                        target(draft, items.get(i), at.at(i), targets);
                    }
                }
                case "port" -> port = port(draft, value, at);
                default -> draft.slip(spec, entry, SPEC, FIELDS);
            }
        }
        if (draft.isBroken()) {
            return;
        }
        for (Target target : targets) {
            into.ways.add(
                    new Harvest.Way(
                            new IngressPath(
                                    name,
                                    host,
                                    path,
                                    "",
                                    new ObjectName("Service", name.namespace(), target.service),
                                    port,
                                    target.origin),
                            List.of()));
        }
    }

    private static void target(Draft draft, Node node, Path path, List<Target> into) {
        Mapping mapping = draft.mapping(node, path);
        String service = "";
        for (Mapping.Entry entry : mapping.entries()) {
            if (entry.key().equals("name")) {
                service = draft.text(entry.value(), path.at("name"));
            } else {
                draft.slip(mapping, entry, path, "name");
            }
        }
        if (service.isEmpty()) {
            draft.missing(node, path.at("name"), "Write name: and the Service's name.");
        } else {
            into.add(new Target(service, draft.origin(node, path)));
        }
    }

    private static BackendPort port(Draft draft, Node node, Path path) {
        Mapping mapping = draft.mapping(node, path);
        for (Mapping.Entry entry : mapping.entries()) {
            if (!entry.key().equals("targetPort")) {
                draft.slip(mapping, entry, path, "targetPort");
                continue;
            }
            Path at = path.at("targetPort");
            if (entry.value() instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
                String text = draft.sharedText(scalar, at);
                return new BackendPort.Named(text);
            }
            int number = PortReader.number(draft, entry.value(), at);
            if (number != Draft.NO_NUMBER) {
                return new BackendPort.Number(number);
            }
        }
        return new BackendPort.Any();
    }
}
