package dev.postern.reader.kubernetes;

import dev.postern.model.IngressPath;
import dev.postern.model.IngressPath.BackendPort;
import dev.postern.model.ObjectName;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An Ingress: one way in for each path, and one for the default backend. */
final class IngressReader {
    private static final String[] FIELDS = {
        "ingressClassName", "defaultBackend", "backend", "rules"
    };
    private static final String[] RULE_FIELDS = {"host", "http"};
    private static final String[] PATH_FIELDS = {"path", "backend"};
    private static final Path SPEC = Path.ROOT.at("spec");

    private final Draft draft;
    private final ObjectName name;
    private final Harvest into;
    private String controllerClass;

    private IngressReader(Draft draft, ObjectName name, String controllerClass, Harvest into) {
        this.draft = draft;
        this.name = name;
        this.controllerClass = controllerClass;
        this.into = into;
    }

    static void read(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft);
        int before = into.ways.size();
        new IngressReader(draft, metadata.name(), metadata.ingressClass(), into).spec(root.spec());
        if (draft.isBroken()) {
            into.ways.subList(before, into.ways.size()).clear();
        }
    }

    private void spec(Node node) {
        Mapping spec = draft.mapping(node, SPEC);
        for (Mapping.Entry entry : spec.entries()) {
            if (entry.key().equals("ingressClassName")) {
                String written = draft.sharedText(entry.value(), SPEC.at("ingressClassName"));
                controllerClass = written.isEmpty() ? controllerClass : written;
            }
        }
        for (Mapping.Entry entry : spec.entries()) {
            Path at = SPEC.at(entry.key());
            switch (entry.key()) {
                case "ingressClassName" -> {}
                // Ingress of v1beta1 called it backend.
                case "defaultBackend", "backend" -> backend(entry.value(), at, "", "");
                case "rules" -> {
                    List<Node> items = draft.sequence(entry.value(), at).items();
                    for (int i = 0; i < items.size(); i++) {
                        rule(items.get(i), at.at(i));
                    }
                }
                default -> draft.slip(spec, entry, SPEC, FIELDS);
            }
        }
    }

    private void rule(Node node, Path path) {
        Mapping rule = draft.mapping(node, path);
        String host = "";
        @Nullable Node http = null;
        for (Mapping.Entry entry : rule.entries()) {
            switch (entry.key()) {
                case "host" -> host = draft.text(entry.value(), path.at("host"));
                case "http" -> http = entry.value();
                default -> draft.slip(rule, entry, path, RULE_FIELDS);
            }
        }
        if (http == null) {
            return;
        }
        Path inside = path.at("http");
        Mapping mapping = draft.mapping(http, inside);
        for (Mapping.Entry entry : mapping.entries()) {
            if (!entry.key().equals("paths")) {
                draft.slip(mapping, entry, inside, "paths");
                continue;
            }
            Path paths = inside.at("paths");
            List<Node> items = draft.sequence(entry.value(), paths).items();
            for (int i = 0; i < items.size(); i++) {
                path(items.get(i), paths.at(i), host);
            }
        }
    }

    private void path(Node node, Path path, String host) {
        Mapping mapping = draft.mapping(node, path);
        String text = "";
        @Nullable Node backend = null;
        for (Mapping.Entry entry : mapping.entries()) {
            switch (entry.key()) {
                case "path" -> text = draft.text(entry.value(), path.at("path"));
                case "backend" -> backend = entry.value();
                default -> draft.slip(mapping, entry, path, PATH_FIELDS);
            }
        }
        if (backend == null) {
            draft.missing(node, path.at("backend"), "Write backend: with a service below it.");
        } else {
            backend(backend, path.at("backend"), host, text);
        }
    }

    private void backend(Node node, Path path, String host, String httpPath) {
        Mapping mapping = draft.mapping(node, path);
        String service = "";
        Optional<BackendPort> port = Optional.empty();
        boolean resource = false;
        int problems = draft.problems();
        for (Mapping.Entry entry : mapping.entries()) {
            Path at = path.at(entry.key());
            switch (entry.key()) {
                case "service" -> {
                    Mapping inner = draft.mapping(entry.value(), at);
                    for (Mapping.Entry field : inner.entries()) {
                        switch (field.key()) {
                            case "name" -> service = draft.text(field.value(), at.at("name"));
                            case "port" -> port = port(field.value(), at.at("port"));
                            default -> draft.slip(inner, field, at, "name", "port");
                        }
                    }
                }
                case "serviceName" -> service = draft.text(entry.value(), at);
                case "servicePort" -> port = numberOrName(entry.value(), at);
                case "resource" -> resource = true;
                default -> draft.slip(mapping, entry, path, "service", "resource");
            }
        }
        if (draft.problems() > problems || service.isEmpty() && resource) {
            return; // a bucket or the like has no pod behind it
        }
        if (service.isEmpty()) {
            draft.missing(node, path.at("service"), "Write service: with name and port.");
        } else if (port.isEmpty()) {
            draft.missing(node, path.at("service").at("port"), "Write port: with number or name.");
        } else {
            into.ways.add(
                    new Harvest.Way(
                            new IngressPath(
                                    name,
                                    host,
                                    httpPath,
                                    controllerClass,
                                    new ObjectName("Service", name.namespace(), service),
                                    port.get(),
                                    draft.origin(node, path)),
                            List.of()));
        }
    }

    private Optional<BackendPort> port(Node node, Path path) {
        Mapping mapping = draft.mapping(node, path);
        for (Mapping.Entry entry : mapping.entries()) {
            switch (entry.key()) {
                case "number" -> {
                    int number = PortReader.number(draft, entry.value(), path.at("number"));
                    if (number != Draft.NO_NUMBER) {
                        return Optional.of(new BackendPort.Number(number));
                    }
                }
                case "name" -> {
                    String name = PortReader.name(draft, entry.value(), path.at("name"));
                    if (!name.isEmpty()) {
                        return Optional.of(new BackendPort.Named(name));
                    }
                }
                default -> draft.slip(mapping, entry, path, "number", "name");
            }
        }
        return Optional.empty();
    }

    private Optional<BackendPort> numberOrName(Node node, Path path) {
        if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
            String text = draft.sharedText(node, path);
            return text.isEmpty() || !PortReader.checkName(draft, text, node, path)
                    ? Optional.empty()
                    : Optional.of(new BackendPort.Named(text));
        }
        int number = PortReader.number(draft, node, path);
        return number == Draft.NO_NUMBER
                ? Optional.empty()
                : Optional.of(new BackendPort.Number(number));
    }
}
