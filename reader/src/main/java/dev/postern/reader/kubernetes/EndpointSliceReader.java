package dev.postern.reader.kubernetes;

import dev.postern.model.Address;
import dev.postern.model.EndpointSlice;
import dev.postern.model.ObjectName;
import dev.postern.model.Protocol;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** EndpointSlices, and the Endpoints that came before them. */
final class EndpointSliceReader {
    static final String SERVICE_LABEL = "kubernetes.io/service-name";

    private static final String[] ENDPOINT_FIELDS = {"addresses", "conditions", "targetRef"};
    private static final String[] PORT_FIELDS = {"name", "port", "protocol"};

    private EndpointSliceReader() {}

    static void read(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft, "addressType", "endpoints", "ports");
        List<EndpointSlice.Endpoint> endpoints = new ArrayList<>();
        List<EndpointSlice.Port> ports = new ArrayList<>();
        boolean names = false;
        for (Mapping.Entry entry : root.node().entries()) {
            if (entry.key().equals("addressType")) {
                // Names are resolved by clients; there is no address to decide about.
                names = draft.text(entry.value(), Path.ROOT.at("addressType")).equals("FQDN");
            }
        }
        for (Mapping.Entry entry : root.node().entries()) {
            Path path = Path.ROOT.at(entry.key());
            switch (entry.key()) {
                case "endpoints" -> {
                    List<Node> items = draft.sequence(entry.value(), path).items();
                    for (int i = 0; i < items.size() && !names; i++) {
                        endpoints.add(endpoint(draft, items.get(i), path.at(i)));
                    }
                }
                case "ports" -> ports(draft, entry.value(), path, ports);
                default -> {}
            }
        }
        if (!draft.isBroken()) {
            String service = metadata.labels().show(SERVICE_LABEL);
            add(draft, root, metadata.name(), service, endpoints, ports, into);
        }
    }

    /** Endpoints: one slice for each subset, as its addresses share their ports. */
    static void readEndpoints(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft, "subsets");
        List<EndpointSlice> found = new ArrayList<>();
        Path path = Path.ROOT.at("subsets");
        for (Mapping.Entry entry : root.node().entries()) {
            if (!entry.key().equals("subsets")) {
                continue;
            }
            List<Node> subsets = draft.sequence(entry.value(), path).items();
            for (int i = 0; i < subsets.size(); i++) {
                Path at = path.at(i);
                List<EndpointSlice.Endpoint> endpoints = new ArrayList<>();
                List<EndpointSlice.Port> ports = new ArrayList<>();
                for (Mapping.Entry field : draft.mapping(subsets.get(i), at).entries()) {
                    Path inner = at.at(field.key());
                    switch (field.key()) {
                        case "addresses" ->
                                subsetAddresses(draft, field.value(), inner, true, endpoints);
                        case "notReadyAddresses" ->
                                subsetAddresses(draft, field.value(), inner, false, endpoints);
                        case "ports" -> ports(draft, field.value(), inner, ports);
                        default -> {}
                    }
                }
                found.add(
                        new EndpointSlice(
                                metadata.name(),
                                metadata.name().name(),
                                endpoints,
                                ports,
                                draft.origin(subsets.get(i), at)));
            }
        }
        if (!draft.isBroken()) {
            into.slices.addAll(found);
        }
    }

    private static void add(
            Draft draft,
            Root root,
            ObjectName name,
            String service,
            List<EndpointSlice.Endpoint> endpoints,
            List<EndpointSlice.Port> ports,
            Harvest into) {
        into.slices.add(new EndpointSlice(name, service, endpoints, ports, root.origin(draft)));
    }

    private static EndpointSlice.Endpoint endpoint(Draft draft, Node node, Path path) {
        Mapping mapping = draft.mapping(node, path);
        List<Address> addresses = new ArrayList<>(1);
        Optional<String> pod = Optional.empty();
        boolean ready = true;
        for (Mapping.Entry entry : mapping.entries()) {
            Path at = path.at(entry.key());
            switch (entry.key()) {
                case "addresses" -> AddressReader.addresses(draft, entry.value(), at, addresses);
                case "conditions" -> {
                    for (Mapping.Entry field : draft.mapping(entry.value(), at).entries()) {
                        // What does not say whether it is ready counts as ready.
                        if (field.key().equals("ready") && !Draft.isNull(field.value())) {
                            ready = draft.bool(field.value(), at.at("ready"));
                        }
                    }
                }
                case "targetRef" -> pod = pod(draft, entry.value(), at);
                default -> draft.slip(mapping, entry, path, ENDPOINT_FIELDS);
            }
        }
        return new EndpointSlice.Endpoint(addresses, pod, ready);
    }

    private static void subsetAddresses(
            Draft draft, Node node, Path path, boolean ready, List<EndpointSlice.Endpoint> into) {
        List<Node> items = draft.sequence(node, path).items();
        for (int i = 0; i < items.size(); i++) {
            Path at = path.at(i);
            List<Address> addresses = new ArrayList<>(1);
            Optional<String> pod = Optional.empty();
            for (Mapping.Entry field : draft.mapping(items.get(i), at).entries()) {
                switch (field.key()) {
                    case "ip" ->
                            AddressReader.address(draft, field.value(), at.at("ip"))
                                    .ifPresent(addresses::add);
                    case "targetRef" -> pod = pod(draft, field.value(), at.at("targetRef"));
                    default -> {}
                }
            }
            into.add(new EndpointSlice.Endpoint(addresses, pod, ready));
        }
    }

    private static Optional<String> pod(Draft draft, Node node, Path path) {
        String kind = "";
        String name = "";
        for (Mapping.Entry field : draft.mapping(node, path).entries()) {
            switch (field.key()) {
                case "kind" -> kind = draft.sharedText(field.value(), path.at("kind"));
                case "name" -> name = draft.text(field.value(), path.at("name"));
                default -> {}
            }
        }
        return kind.equals("Pod") && !name.isEmpty() ? Optional.of(name) : Optional.empty();
    }

    private static void ports(Draft draft, Node node, Path path, List<EndpointSlice.Port> into) {
        List<Node> items = draft.sequence(node, path).items();
        for (int i = 0; i < items.size(); i++) {
            Path at = path.at(i);
            Mapping mapping = draft.mapping(items.get(i), at);
            String name = "";
            Protocol protocol = Protocol.TCP;
            int number = Draft.NO_NUMBER;
            for (Mapping.Entry entry : mapping.entries()) {
                switch (entry.key()) {
                    case "name" -> name = draft.sharedText(entry.value(), at.at("name"));
                    case "port" -> number = PortReader.number(draft, entry.value(), at.at("port"));
                    case "protocol" ->
                            protocol = PortReader.protocol(draft, entry.value(), at.at("protocol"));
                    default -> draft.slip(mapping, entry, at, PORT_FIELDS);
                }
            }
            if (number != Draft.NO_NUMBER) {
                into.add(new EndpointSlice.Port(name, protocol, number));
            }
        }
    }
}
