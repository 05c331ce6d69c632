package dev.postern.engine.reference;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A pod, or the template of a controller's pods, as its object says. */
record PlainPod(
        String kind,
        String writtenNamespace,
        String name,
        int replicas,
        Map<String, String> labels,
        Set<String> controllerLabels,
        List<Ip> addresses,
        @Nullable Object spec,
        @Nullable Object status) {

    static PlainPod of(String kind, String namespace, String name, @Nullable Object object) {
        if (kind.equals("Pod")) {
            return new PlainPod(
                    kind,
                    namespace,
                    name,
                    1,
                    Json.labels(Json.at(object, "metadata", "labels")),
                    Set.of(),
                    addresses(Json.at(object, "status")),
                    Json.at(object, "spec"),
                    Json.at(object, "status"));
        }
        return new PlainPod(
                kind,
                namespace,
                name,
                Json.number(Json.at(object, "spec", "replicas"), 1),
                Json.labels(Json.at(object, "spec", "template", "metadata", "labels")),
                labelsAddedBy(kind),
                List.of(),
                Json.at(object, "spec", "template", "spec"),
                null);
    }

    private static Set<String> labelsAddedBy(String controller) {
        return switch (controller) {
            case "Deployment" -> Set.of("pod-template-hash");
            case "StatefulSet" ->
                    Set.of(
                            "controller-revision-hash",
                            "statefulset.kubernetes.io/pod-name",
                            "apps.kubernetes.io/pod-index");
            default -> throw new IllegalArgumentException("no pods come from a " + controller);
        };
    }

    boolean isFinished() {
        String phase = Json.text(Json.at(status, "phase"), "");
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    boolean isOnHostNetwork() {
        return Boolean.TRUE.equals(Json.at(spec, "hostNetwork"));
    }

    @Nullable String node() {
        String node = Json.text(Json.at(spec, "nodeName"), "");
        return node.isEmpty() ? null : node;
    }

    private static List<Ip> addresses(@Nullable Object status) {
        Set<Ip> addresses = new LinkedHashSet<>();
        String first = Json.text(Json.at(status, "podIP"), "");
        if (!first.isEmpty()) {
            addresses.add(Ip.of(first));
        }
        for (Object item : Json.list(Json.at(status, "podIPs"))) {
            addresses.add(Ip.of(Json.text(Json.at(item, "ip"), "")));
        }
        return new ArrayList<>(addresses);
    }

    /** The ports that the containers declare, as they are written. */
    List<Object> ports() {
        List<Object> ports = new ArrayList<>();
        for (Object container : Json.list(Json.at(spec, "containers"))) {
            ports.addAll(Json.list(Json.at(container, "ports")));
        }
        return ports;
    }
}
