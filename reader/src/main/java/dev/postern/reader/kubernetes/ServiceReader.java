package dev.postern.reader.kubernetes;

import dev.postern.model.Address;
import dev.postern.model.Protocol;
import dev.postern.model.Selector;
import dev.postern.model.Service;
import dev.postern.model.Spelling;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A Service of any type. */
final class ServiceReader {
    private static final String[] FIELDS = {
        "type",
        "selector",
        "ports",
        "clusterIP",
        "clusterIPs",
        "ipFamilies",
        "externalIPs",
        "externalName"
    };
    private static final String[] PORT_FIELDS = {
        "name", "protocol", "port", "targetPort", "nodePort"
    };

    private ServiceReader() {}

    static void read(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft);
        Path path = Path.ROOT.at("spec");
        Mapping spec = draft.mapping(root.spec(), path);
        Service.Type type = Service.Type.CLUSTER_IP;
        Optional<Selector> selector = Optional.empty();
        List<Address> cluster = new ArrayList<>(2);
        List<Address> external = new ArrayList<>(0);
        boolean headless = false;
        String externalName = "";
        List<Service.Port> ports = new ArrayList<>();
        boolean v4 = false;
        boolean v6 = false;
        for (Mapping.Entry entry : spec.entries()) {
            Node value = entry.value();
            Path at = path.at(entry.key());
            switch (entry.key()) {
                case "type" -> type = type(draft, value, at);
                case "selector" -> {
                    Selector found = SelectorReader.readLabels(draft, value, at);
                    // An empty selector selects nothing: the endpoints are written by hand.
                    selector = found.isEverything() ? Optional.empty() : Optional.of(found);
                }
                case "ports" -> ports(draft, value, at, ports);
                case "clusterIP" -> headless |= clusterAddress(draft, value, at, cluster);
                case "clusterIPs" -> {
                    List<Node> items = draft.sequence(value, at).items();
                    for (int i = 0; i < items.size(); i++) {
                        headless |= clusterAddress(draft, items.get(i), at.at(i), cluster);
                    }
                }
                case "ipFamilies" -> {
                    List<Node> items = draft.sequence(value, at).items();
                    for (int i = 0; i < items.size(); i++) {
                        String family = draft.text(items.get(i), at.at(i));
                        v4 |= family.equals("IPv4");
                        v6 |= family.equals("IPv6");
                    }
                }
                case "externalIPs" -> AddressReader.addresses(draft, value, at, external);
                case "externalName" -> externalName = draft.text(value, at);
                default -> draft.slip(spec, entry, path, FIELDS);
            }
        }
        balancerAddresses(draft, root.status(), external);
        if (draft.isBroken()) {
            return;
        }
        into.seesV4 |= v4;
        into.seesV6 |= v6;
        for (Address address : cluster) {
            PodReader.see(address.family(), into);
        }
        into.services.add(
                new Service(
                        metadata.name(),
                        type,
                        selector,
                        cluster,
                        headless,
                        external,
                        externalName,
                        ports,
                        root.origin(draft)));
    }

    private static Service.Type type(Draft draft, Node node, Path path) {
        String word = draft.text(node, path);
        if (word.isEmpty()) {
            return Service.Type.CLUSTER_IP;
        }
        for (Service.Type type : Service.Type.values()) {
            if (type.word().equals(word)) {
                return type;
            }
        }
        String nearest =
                Spelling.nearest(word, "ClusterIP", "NodePort", "LoadBalancer", "ExternalName")
                        .orElse("");
        draft.report(
                Problem.BAD_VALUE,
                node,
                path,
                "is " + Draft.quote(word) + ", which is no type of a Service",
                nearest.isEmpty()
                        ? "Write ClusterIP, NodePort, LoadBalancer or ExternalName."
                        : "Write " + nearest + ".");
        return Service.Type.CLUSTER_IP;
    }

    /** Adds an address, and says whether the word None stood in its place. */
    private static boolean clusterAddress(Draft draft, Node node, Path path, List<Address> into) {
        if (node instanceof Scalar scalar && scalar.text().equals("None")) {
            return true;
        }
        AddressReader.address(draft, node, path)
                .ifPresent(address -> {
                    if (!into.contains(address)) {
                        into.add(address);
                    }
                });
        return false;
    }

    private static void ports(Draft draft, Node node, Path path, List<Service.Port> into) {
        List<Node> items = draft.sequence(node, path).items();
        for (int i = 0; i < items.size(); i++) {
            Path at = path.at(i);
            Mapping mapping = draft.mapping(items.get(i), at);
            String name = "";
            Protocol protocol = Protocol.TCP;
            int number = Draft.NO_NUMBER;
            boolean hasNumber = false;
            boolean slipped = false;
            Optional<Service.Target> target = Optional.empty();
            int nodePort = 0;
            for (Mapping.Entry entry : mapping.entries()) {
                Node value = entry.value();
                switch (entry.key()) {
                    case "name" -> name = draft.sharedText(value, at.at("name"));
                    case "protocol" ->
                            protocol = PortReader.protocol(draft, value, at.at("protocol"));
                    case "port" -> {
                        hasNumber = true;
                        number = PortReader.number(draft, value, at.at("port"));
                    }
                    case "targetPort" -> target = target(draft, value, at.at("targetPort"));
                    case "nodePort" -> {
                        int written = draft.integer(value, at.at("nodePort"));
                        nodePort =
                                written == 0 || written == Draft.NO_NUMBER
                                        ? 0
                                        : PortReader.number(draft, value, at.at("nodePort"));
                    }
                    default -> slipped |= draft.slip(mapping, entry, at, PORT_FIELDS);
                }
            }
            if (!hasNumber && !slipped) {
                draft.missing(items.get(i), at.at("port"), "Write port: and a number.");
            } else if (number != Draft.NO_NUMBER) {
                into.add(
                        new Service.Port(
                                name,
                                protocol,
                                number,
                                target.orElse(new Service.Target.Number(number)),
                                nodePort == Draft.NO_NUMBER ? 0 : nodePort,
                                draft.origin(items.get(i), at)));
            }
        }
    }

    /** A number or a name; null and 0 stand for the Service's own port. */
    private static Optional<Service.Target> target(Draft draft, Node node, Path path) {
        if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
            String name = draft.sharedText(node, path);
            return name.isEmpty() || !PortReader.checkName(draft, name, node, path)
                    ? Optional.empty()
                    : Optional.of(new Service.Target.Named(name));
        }
        int number = draft.integer(node, path);
        if (number == 0 || number == Draft.NO_NUMBER) {
            return Optional.empty();
        }
        number = PortReader.number(draft, node, path);
        return number == Draft.NO_NUMBER
                ? Optional.empty()
                : Optional.of(new Service.Target.Number(number));
    }

    private static void balancerAddresses(Draft draft, Node status, List<Address> into) {
        Path path = Path.ROOT.at("status");
        for (Mapping.Entry entry : draft.mapping(status, path).entries()) {
            if (!entry.key().equals("loadBalancer")) {
                continue;
            }
            path = path.at("loadBalancer");
            for (Mapping.Entry inner : draft.mapping(entry.value(), path).entries()) {
                if (!inner.key().equals("ingress")) {
                    continue;
                }
                path = path.at("ingress");
                List<Node> items = draft.sequence(inner.value(), path).items();
                for (int i = 0; i < items.size(); i++) {
                    Path at = path.at(i);
                    for (Mapping.Entry field : draft.mapping(items.get(i), at).entries()) {
                        if (field.key().equals("ip")) {
                            AddressReader.address(draft, field.value(), at.at("ip"))
                                    .ifPresent(into::add);
                        }
                    }
                }
            }
        }
    }
}
