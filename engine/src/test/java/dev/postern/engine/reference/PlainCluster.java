package dev.postern.engine.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The objects of a cluster, sorted by what they are. */
final class PlainCluster {
    private static final String DEFAULT_RANGE_V4 = "10.244.0.0/16";
    private static final String DEFAULT_RANGE_V6 = "fd00:10:244::/56";

    private final Rulings rulings;
    private final List<PlainPod> pods = new ArrayList<>();
    private final Map<String, List<Ip>> nodes = new LinkedHashMap<>();
    private final List<IpRange> nodeRanges = new ArrayList<>();
    private final List<IpRange> assumedRanges = new ArrayList<>();
    private final Map<String, Map<String, String>> declaredNamespaces = new HashMap<>();
    private final List<Object> policies = new ArrayList<>();

    PlainCluster(List<Map<String, @Nullable Object>> objects, Rulings rulings) {
        this.rulings = rulings;
        for (Map<String, @Nullable Object> object : objects) {
            String kind = Json.text(object.get("kind"), "");
            String name = Json.text(Json.at(object, "metadata", "name"), "");
            switch (kind) {
                case "Namespace" ->
                        declaredNamespaces.put(
                                name, Json.labels(Json.at(object, "metadata", "labels")));
                case "Node" -> addNode(name, object);
                case "NetworkPolicy" -> policies.add(object);
                default -> pods.add(PlainPod.of(kind, writtenNamespace(object), name, object));
            }
        }
        assumeRanges();
    }

    private void addNode(String name, Object object) {
        List<Ip> addresses = new ArrayList<>();
        for (Object item : Json.list(Json.at(object, "status", "addresses"))) {
            if (!Json.text(Json.at(item, "type"), "").equals("Hostname")) {
                addresses.add(Ip.of(Json.text(Json.at(item, "address"), "")));
            }
        }
        nodes.put(name, addresses);
        List<String> ranges = Json.texts(Json.at(object, "spec", "podCIDRs"));
        String single = Json.text(Json.at(object, "spec", "podCIDR"), "");
        if (ranges.isEmpty() && !single.isEmpty()) {
            ranges = List.of(single);
        }
        ranges.forEach(range -> nodeRanges.add(IpRange.of(range)));
    }

    private static String writtenNamespace(Object object) {
        return Json.text(Json.at(object, "metadata", "namespace"), "");
    }

    String namespaceOf(PlainPod pod) {
        return namespace(pod.writtenNamespace());
    }

    String namespaceOf(Object object) {
        return namespace(writtenNamespace(object));
    }

    private String namespace(String written) {
        if (!written.isEmpty()) {
            return written;
        }
        return rulings.stands(Ruling.ABSENT_NAMESPACE_IS_DEFAULT) ? "default" : "";
    }

    List<PlainPod> pods() {
        return pods;
    }

    /** The nodes that an object declares, and their addresses. */
    Map<String, List<Ip>> nodes() {
        return nodes;
    }

    List<Object> policies() {
        return policies;
    }

    boolean isDeclared(String namespace) {
        return declaredNamespaces.containsKey(namespace);
    }

    Map<String, String> labelsOfNamespace(String namespace) {
        Map<String, String> labels =
                new HashMap<>(declaredNamespaces.getOrDefault(namespace, Map.of()));
        String key = "kubernetes.io/metadata.name";
        if (labels.containsKey(key) || rulings.stands(Ruling.NAME_LABEL_IS_IMPLIED)) {
            labels.put(key, namespace);
        }
        return labels;
    }

    /** Where pods lie whose address nobody knows. */
    List<IpRange> podRange() {
        if (!nodeRanges.isEmpty() && rulings.stands(Ruling.RANGE_COMES_FROM_THE_NODES)) {
            return nodeRanges;
        }
        return assumedRanges;
    }

    private void assumeRanges() {
        boolean v4 = false;
        boolean v6 = false;
        List<Ip> seen = new ArrayList<>();
        pods.forEach(pod -> seen.addAll(pod.addresses()));
        nodes.values().forEach(seen::addAll);
        for (Ip ip : seen) {
            v4 |= ip.bits() == 32;
            v6 |= ip.bits() == 128;
        }
        if (v4 || !v6) {
            assumedRanges.add(IpRange.of(DEFAULT_RANGE_V4));
        }
        if (v6) {
            assumedRanges.add(IpRange.of(DEFAULT_RANGE_V6));
        }
    }

    boolean rangeHolds(Ip ip) {
        return podRange().stream().anyMatch(range -> range.holds(ip));
    }
}
