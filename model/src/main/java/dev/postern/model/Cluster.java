package dev.postern.model;

import java.util.List;

/**
 * A cluster at one moment: everything that decides who can talk to whom. Every namespace that
 * anything lies in is listed, declared or not.
 *
 * @param gaps what was there and could not be understood
 */
public record Cluster(
        List<Namespace> namespaces,
        List<Pod> pods,
        List<Service> services,
        List<EndpointSlice> endpointSlices,
        List<Node> nodes,
        List<IngressPath> ingressPaths,
        List<Policy> policies,
        PodRange podRange,
        List<Gap> gaps) {

    public Cluster {
        namespaces = List.copyOf(namespaces);
        pods = List.copyOf(pods);
        services = List.copyOf(services);
        endpointSlices = List.copyOf(endpointSlices);
        nodes = List.copyOf(nodes);
        ingressPaths = List.copyOf(ingressPaths);
        policies = List.copyOf(policies);
        gaps = List.copyOf(gaps);
    }
}
