package dev.postern.engine.walk;

import dev.postern.engine.Change;
import dev.postern.model.Cluster;
import dev.postern.model.Namespace;
import dev.postern.model.Node;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.model.Pod;
import dev.postern.model.PodRange;
import dev.postern.model.Policy;
import dev.postern.model.Service;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A cluster that changes: what the objects are after each change, and nothing derived. */
final class World {
    private final Map<String, Namespace> namespaces = new TreeMap<>();
    private final Map<ObjectName, Pod> pods = new TreeMap<>();
    private final Map<ObjectName, Policy> policies = new TreeMap<>();
    private final Map<ObjectName, Service> services = new TreeMap<>();
    private final Map<String, Node> nodes = new TreeMap<>();
    private final PodRange podRange;

    World(Cluster start) {
        podRange = start.podRange();
        for (Namespace namespace : start.namespaces()) {
            if (namespace.declared()) {
                namespaces.put(namespace.name(), namespace);
            }
        }
        start.pods().forEach(pod -> pods.put(pod.name(), pod));
        start.policies().forEach(policy -> policies.put(policy.name(), policy));
        start.services().forEach(service -> services.put(service.name(), service));
        start.nodes().forEach(node -> nodes.put(node.name(), node));
    }

    void apply(Change change) {
        switch (change) {
            case Change.PutPod(var pod) -> pods.put(pod.name(), pod);
            case Change.RemovePod(var name) -> pods.remove(name);
            case Change.PutNamespace(var namespace) -> namespaces.put(namespace.name(), namespace);
            case Change.RemoveNamespace(var name) -> namespaces.remove(name);
            case Change.PutPolicy(var policy) -> policies.put(policy.name(), policy);
            case Change.RemovePolicy(var name) -> policies.remove(name);
            case Change.PutService(var service) -> services.put(service.name(), service);
            case Change.RemoveService(var name) -> services.remove(name);
            case Change.PutNode(var node) -> nodes.put(node.name(), node);
            case Change.RemoveNode(var name) -> nodes.remove(name);
        }
    }

    /** The cluster as a reader would find it. */
    Cluster cluster() {
        Map<String, Namespace> all = new TreeMap<>();
        for (Map<ObjectName, ?> objects : List.of(pods, policies, services)) {
            for (ObjectName name : objects.keySet()) {
                Origin by = new Origin.Implied(name.toString());
                all.put(name.namespace(), Namespace.implied(name.namespace(), by));
            }
        }
        all.putAll(namespaces);
        return new Cluster(
                List.copyOf(all.values()),
                List.copyOf(pods.values()),
                List.copyOf(services.values()),
                List.of(),
                List.copyOf(nodes.values()),
                List.of(),
                List.copyOf(policies.values()),
                podRange,
                List.of());
    }
}
