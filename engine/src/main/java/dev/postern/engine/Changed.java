package dev.postern.engine;

import dev.postern.model.Cluster;
import dev.postern.model.Namespace;
import dev.postern.model.Node;
import dev.postern.model.Pod;
import dev.postern.model.Policy;
import dev.postern.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A cluster after a change, as a value: the plain meaning of every {@link Change}. */
final class Changed {

    private Changed() {}

    static Cluster by(Cluster cluster, Change change) {
        List<Namespace> namespaces = cluster.namespaces();
        List<Pod> pods = cluster.pods();
        List<Service> services = cluster.services();
        List<Node> nodes = cluster.nodes();
        List<Policy> policies = cluster.policies();
        switch (change) {
            case Change.PutPod(var pod) -> pods = put(pods, Pod::name, pod.name(), pod);
            case Change.RemovePod(var name) -> pods = put(pods, Pod::name, name, null);
            case Change.PutNamespace(var namespace) ->
                    namespaces = put(namespaces, Namespace::name, namespace.name(), namespace);
            case Change.RemoveNamespace(var name) ->
                    namespaces = put(namespaces, Namespace::name, name, null);
            case Change.PutPolicy(var policy) ->
                    policies = put(policies, Policy::name, policy.name(), policy);
            case Change.RemovePolicy(var name) ->
                    policies = put(policies, Policy::name, name, null);
            case Change.PutService(var service) ->
                    services = put(services, Service::name, service.name(), service);
            case Change.RemoveService(var name) ->
                    services = put(services, Service::name, name, null);
            case Change.PutNode(var node) -> nodes = put(nodes, Node::name, node.name(), node);
            case Change.RemoveNode(var name) -> nodes = put(nodes, Node::name, name, null);
        }
        return new Cluster(
                namespaces,
                pods,
                services,
                cluster.endpointSlices(),
                nodes,
                cluster.ingressPaths(),
                policies,
                cluster.podRange(),
                cluster.gaps());
    }

    private static <T, N> List<T> put(
            List<T> objects, Function<T, N> nameOf, N name, @Nullable T object) {
        List<T> changed = new ArrayList<>(objects.size() + 1);
        for (T other : objects) {
            if (!nameOf.apply(other).equals(name)) {
                changed.add(other);
            }
        }
        if (object != null) {
            changed.add(object);
        }
        return changed;
    }
}
