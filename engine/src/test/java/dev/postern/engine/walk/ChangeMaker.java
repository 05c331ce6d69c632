package dev.postern.engine.walk;

import dev.postern.engine.Change;
import dev.postern.engine.Manifests;
import dev.postern.engine.differential.Scene;
import dev.postern.model.Address;
import dev.postern.model.Cluster;
import dev.postern.model.Labels;
import dev.postern.model.Namespace;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.model.Pod;
import dev.postern.model.Policy;
import dev.postern.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Changes between a few clusters whose objects have the same names, so that a put replaces as often
 * as it adds.
 */
final class ChangeMaker {
    private static final int CLUSTERS = 5;

    private final Random random;
    private final List<Cluster> clusters = new ArrayList<>();

    ChangeMaker(long seed) {
        random = new Random(seed);
        for (int i = 0; i < CLUSTERS; i++) {
            clusters.add(Manifests.read(Scene.of(seed * CLUSTERS + i, 0).yaml()));
        }
    }

    Cluster start() {
        return clusters.getFirst();
    }

    /** A change to a world as it stands; now and then one that changes nothing. */
    Change next(Cluster now) {
        Cluster other = pick(clusters);
        return switch (random.nextInt(13)) {
            case 0, 1 -> new Change.PutPod(pick(other.pods()));
            case 2 -> now.pods().isEmpty() ? next(now) : new Change.PutPod(relabelled(now, other));
            case 3 -> new Change.RemovePod(pick(now.pods(), other.pods()).name());
            case 4 -> new Change.PutNamespace(pick(other.namespaces()));
            case 5 -> new Change.PutNamespace(relabelled(pick(other.namespaces())));
            case 6 -> new Change.RemoveNamespace(pick(now.namespaces(), other.namespaces()).name());
            case 7, 8 -> other.policies().isEmpty() ? next(now) : put(pick(other.policies()));
            case 9 ->
                    now.policies().isEmpty()
                            ? next(now)
                            : new Change.RemovePolicy(pick(now.policies()).name());
            case 10 -> new Change.PutNode(pick(other.nodes()));
            case 11 -> new Change.RemoveNode(pick(now.nodes(), other.nodes()).name());
            default -> service(now, pick(other.namespaces()).name());
        };
    }

    private static Change put(Policy policy) {
        return new Change.PutPolicy(policy);
    }

    private Pod relabelled(Cluster now, Cluster other) {
        Pod pod = pick(now.pods());
        return new Pod(
                pod.name(),
                pod.workload(),
                pod.replicas(),
                pick(other.pods()).labels(),
                pod.addresses(),
                pod.node(),
                pod.hostNetwork(),
                pod.phase(),
                pod.serviceAccount(),
                pod.ports(),
                pod.portsComplete(),
                pod.origin());
    }

    private Namespace relabelled(Namespace namespace) {
        Labels labels = Labels.NONE.with("team", random.nextBoolean() ? "red" : "blue");
        if (random.nextBoolean()) {
            labels = labels.with("env", random.nextBoolean() ? "a" : "b");
        }
        return new Namespace(namespace.name(), labels, true, namespace.origin());
    }

    private Change service(Cluster now, String namespace) {
        if (!now.services().isEmpty() && random.nextInt(3) == 0) {
            return new Change.RemoveService(pick(now.services()).name());
        }
        ObjectName name = new ObjectName("Service", namespace, "front");
        return new Change.PutService(
                new Service(
                        name,
                        Service.Type.CLUSTER_IP,
                        Optional.empty(),
                        List.of(Address.of("10.96.0.1")),
                        false,
                        List.of(),
                        "",
                        List.of(),
                        new Origin.Implied("a walk")));
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private <T> T pick(List<T> items, List<T> otherwise) {
        return pick(items.isEmpty() ? otherwise : items);
    }
}
