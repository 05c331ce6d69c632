package dev.postern.reader.kubernetes;

import dev.postern.model.IngressPath;
import dev.postern.model.IngressPath.BackendPort;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/** The Gateway API: Gateways, and the routes that hang on them. */
final class GatewayReader {
    private static final String[] ROUTE_FIELDS = {"parentRefs", "hostnames", "rules"};
    private static final String[] BACKEND_FIELDS = {"name", "namespace", "port"};
    private static final Path SPEC = Path.ROOT.at("spec");

    private GatewayReader() {}

    static void read(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft);
        Mapping spec = draft.mapping(root.spec(), SPEC);
        String gatewayClass = "";
        for (Mapping.Entry entry : spec.entries()) {
            if (entry.key().equals("gatewayClassName")) {
                gatewayClass = draft.sharedText(entry.value(), SPEC.at("gatewayClassName"));
            } else {
                draft.slip(spec, entry, SPEC, "gatewayClassName");
            }
        }
        if (!draft.isBroken()) {
            into.gateways.add(new Harvest.Gateway(metadata.name(), gatewayClass));
        }
    }

    private record Backend(ObjectName service, BackendPort port, Origin origin) {}

    private record Branch(String path, Backend backend) {}

    static void readRoute(Draft draft, Root root, Harvest into) {
        ObjectName name = root.metadata(draft).name();
        List<ObjectName> gateways = new ArrayList<>(1);
        List<String> hosts = new ArrayList<>(1);
        List<Branch> branches = new ArrayList<>();
        boolean onService = false;
        Mapping spec = draft.mapping(root.spec(), SPEC);
        for (Mapping.Entry entry : spec.entries()) {
            Path at = SPEC.at(entry.key());
            switch (entry.key()) {
                case "parentRefs" ->
                        onService = parents(draft, entry.value(), at, name.namespace(), gateways);
                case "hostnames" -> {
                    List<Node> items = draft.sequence(entry.value(), at).items();
                    for (int i = 0; i < items.size(); i++) {
                        hosts.add(draft.text(items.get(i), at.at(i)));
                    }
                }
                case "rules" -> {
                    List<Node> items = draft.sequence(entry.value(), at).items();
                    for (int i = 0; i < items.size(); i++) {
                        rule(draft, items.get(i), at.at(i), name.namespace(), branches);
                    }
                }
                default -> draft.slip(spec, entry, SPEC, ROUTE_FIELDS);
            }
        }
        // A route whose parent is a Service directs traffic inside a mesh: no way in.
        if (draft.isBroken() || onService && gateways.isEmpty()) {
            return;
        }
        if (hosts.isEmpty()) {
            hosts.add("");
        }
        for (Branch branch : branches) {
            for (String host : hosts) {
                into.ways.add(
                        new Harvest.Way(
                                new IngressPath(
                                        name,
                                        host,
                                        branch.path,
                                        "",
                                        branch.backend.service,
                                        branch.backend.port,
                                        branch.backend.origin),
                                List.copyOf(gateways)));
            }
        }
    }

    /** Collects the Gateways, and says whether a Service stood among the parents. */
    private static boolean parents(
            Draft draft, Node node, Path path, String namespace, List<ObjectName> into) {
        List<Node> items = draft.sequence(node, path).items();
        boolean service = false;
        for (int i = 0; i < items.size(); i++) {
            Path at = path.at(i);
            String kind = "Gateway";
            String name = "";
            String in = namespace;
            for (Mapping.Entry field : draft.mapping(items.get(i), at).entries()) {
                switch (field.key()) {
                    case "kind" -> kind = draft.text(field.value(), at.at("kind"));
                    case "name" -> name = draft.text(field.value(), at.at("name"));
                    case "namespace" -> {
                        String written = draft.sharedText(field.value(), at.at("namespace"));
                        in = written.isEmpty() ? namespace : written;
                    }
                    default -> {}
                }
            }
            if (kind.equals("Gateway")) {
                into.add(new ObjectName(kind, in, name));
            }
            service |= kind.equals("Service");
        }
        return service;
    }

    private static void rule(
            Draft draft, Node node, Path path, String namespace, List<Branch> into) {
        Mapping rule = draft.mapping(node, path);
        List<String> paths = new ArrayList<>(1);
        List<Backend> backends = new ArrayList<>(1);
        for (Mapping.Entry entry : rule.entries()) {
            Path at = path.at(entry.key());
            switch (entry.key()) {
                case "matches" -> {
                    List<Node> items = draft.sequence(entry.value(), at).items();
                    for (int i = 0; i < items.size(); i++) {
                        paths.add(match(draft, items.get(i), at.at(i)));
                    }
                }
                case "backendRefs" -> {
                    List<Node> items = draft.sequence(entry.value(), at).items();
                    for (int i = 0; i < items.size(); i++) {
                        backend(draft, items.get(i), at.at(i), namespace, backends);
                    }
                }
                default -> draft.slip(rule, entry, path, "matches", "backendRefs");
            }
        }
        if (paths.isEmpty()) {
            paths.add("");
        }
        for (Backend backend : backends) {
            for (String text : paths) {
                into.add(new Branch(text, backend));
            }
        }
    }

    /** The path of an HTTP match, or the method of a gRPC one; empty for every path. */
    private static String match(Draft draft, Node node, Path path) {
        String text = "";
        for (Mapping.Entry entry : draft.mapping(node, path).entries()) {
            if (entry.key().equals("path")) {
                Path at = path.at("path");
                for (Mapping.Entry field : draft.mapping(entry.value(), at).entries()) {
                    if (field.key().equals("value")) {
                        text = draft.text(field.value(), at.at("value"));
                    }
                }
            } else if (entry.key().equals("method") && entry.value() instanceof Mapping method) {
                Path at = path.at("method");
                String service = "";
                String call = "";
                for (Mapping.Entry field : method.entries()) {
                    switch (field.key()) {
                        case "service" -> service = draft.text(field.value(), at.at("service"));
                        case "method" -> call = draft.text(field.value(), at.at("method"));
                        default -> {}
                    }
                }
                text = service.isEmpty() ? "" : "/" + service + "/" + call;
            }
        }
        return text;
    }

    private static void backend(
            Draft draft, Node node, Path path, String namespace, List<Backend> into) {
        Mapping mapping = draft.mapping(node, path);
        String kind = "Service";
        String name = "";
        String in = namespace;
        int port = Draft.NO_NUMBER;
        for (Mapping.Entry entry : mapping.entries()) {
            Path at = path.at(entry.key());
            switch (entry.key()) {
                case "kind" -> kind = draft.text(entry.value(), at);
                case "name" -> name = draft.text(entry.value(), at);
                case "namespace" -> {
                    String written = draft.sharedText(entry.value(), at);
                    in = written.isEmpty() ? namespace : written;
                }
                case "port" -> port = PortReader.number(draft, entry.value(), at);
                default -> draft.slip(mapping, entry, path, BACKEND_FIELDS);
            }
        }
        if (!kind.equals("Service") && !kind.isEmpty()) {
            return;
        }
        if (name.isEmpty()) {
            draft.missing(node, path.at("name"), "Write name: and the Service's name.");
        } else if (port == Draft.NO_NUMBER) {
            draft.missing(node, path.at("port"), "Write port: and the Service's port.");
        } else {
            into.add(
                    new Backend(
                            new ObjectName("Service", in, name),
                            new BackendPort.Number(port),
                            draft.origin(node, path)));
        }
    }
}
