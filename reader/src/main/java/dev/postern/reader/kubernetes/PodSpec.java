package dev.postern.reader.kubernetes;

import dev.postern.model.ContainerPort;
import dev.postern.model.Protocol;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of a pod's {@code spec} that says something about traffic. */
record PodSpec(
        boolean hostNetwork,
        Optional<String> node,
        String serviceAccount,
        List<ContainerPort> ports,
        boolean portsComplete) {

    static final PodSpec NONE = new PodSpec(false, Optional.empty(), "default", List.of(), false);

    private static final String[] FIELDS = {
        "containers",
        "initContainers",
        "hostNetwork",
        "nodeName",
        "serviceAccountName",
        "serviceAccount"
    };
    private static final String[] PORT_FIELDS = {"containerPort", "name", "protocol"};

    static PodSpec read(Draft draft, Node node, Path path) {
        boolean hostNetwork = false;
        Optional<String> nodeName = Optional.empty();
        String serviceAccount = "";
        String oldServiceAccount = "";
        List<ContainerPort> ports = new ArrayList<>();
        boolean complete = false;
        Mapping mapping = draft.mapping(node, path);
        for (Mapping.Entry entry : mapping.entries()) {
            Node value = entry.value();
            switch (entry.key()) {
                case "containers" ->
                        complete = containers(draft, value, path.at("containers"), false, ports);
                case "initContainers" ->
                        containers(draft, value, path.at("initContainers"), true, ports);
                case "hostNetwork" -> hostNetwork = draft.bool(value, path.at("hostNetwork"));
                case "nodeName" -> {
                    String name = draft.sharedText(value, path.at("nodeName"));
                    nodeName = name.isEmpty() ? Optional.empty() : Optional.of(name);
                }
                case "serviceAccountName" ->
                        serviceAccount = draft.sharedText(value, path.at("serviceAccountName"));
                case "serviceAccount" ->
                        oldServiceAccount = draft.sharedText(value, path.at("serviceAccount"));
                default -> draft.slip(mapping, entry, path, FIELDS);
            }
        }
        String account = serviceAccount.isEmpty() ? oldServiceAccount : serviceAccount;
        return new PodSpec(
                hostNetwork,
                nodeName,
                account.isEmpty() ? "default" : account,
                ports.isEmpty() ? List.of() : draft.pool().share(List.copyOf(ports)),
                complete);
    }

    /** Collects the ports, and says whether every container declares some. */
    private static boolean containers(
            Draft draft, Node node, Path path, boolean init, List<ContainerPort> into) {
        List<Node> items = draft.sequence(node, path).items();
        boolean all = !items.isEmpty();
        for (int i = 0; i < items.size(); i++) {
            Path at = path.at(i);
            Mapping container = draft.mapping(items.get(i), at);
            int before = into.size();
            List<ContainerPort> found = new ArrayList<>(0);
            boolean stays = !init;
            for (Mapping.Entry entry : container.entries()) {
                switch (entry.key()) {
                    case "ports" -> ports(draft, entry.value(), at.at("ports"), found);
                    // An init container that always restarts is a sidecar, and listens on.
                    case "restartPolicy" ->
                            stays |=
                                    draft.text(entry.value(), at.at("restartPolicy"))
                                            .equals("Always");
                    default -> draft.slip(container, entry, at, "ports");
                }
            }
            if (stays) {
                into.addAll(found);
            }
            all &= into.size() > before;
        }
        return all;
    }

    private static void ports(Draft draft, Node node, Path path, List<ContainerPort> into) {
        List<Node> items = draft.sequence(node, path).items();
        for (int i = 0; i < items.size(); i++) {
            Path at = path.at(i);
            Mapping mapping = draft.mapping(items.get(i), at);
            String name = "";
            Protocol protocol = Protocol.TCP;
            int number = Draft.NO_NUMBER;
            boolean hasNumber = false;
            boolean slipped = false;
            for (Mapping.Entry entry : mapping.entries()) {
                Node value = entry.value();
                switch (entry.key()) {
                    case "name" -> name = PortReader.name(draft, value, at.at("name"));
                    case "protocol" ->
                            protocol = PortReader.protocol(draft, value, at.at("protocol"));
                    case "containerPort" -> {
                        hasNumber = true;
                        number = PortReader.number(draft, value, at.at("containerPort"));
                    }
                    default -> slipped |= draft.slip(mapping, entry, at, PORT_FIELDS);
                }
            }
            if (!hasNumber && !slipped) {
                draft.missing(
                        items.get(i), at.at("containerPort"), "Write containerPort: and a number.");
            } else if (number != Draft.NO_NUMBER) {
                into.add(draft.pool().share(new ContainerPort(name, protocol, number)));
            }
        }
    }
}
