package dev.postern.model;

import java.util.List;
import java.util.Optional;

/**
 * A Service: a name, perhaps an address of its own, and the pods behind it.
 *
 * @param selector empty where the Service has none: its EndpointSlices are written by hand
 * @param clusterAddresses none for a headless Service, or where they are not known
 * @param externalName the DNS name of an ExternalName Service
 */
public record Service(
        ObjectName name,
        Type type,
        Optional<Selector> selector,
        List<Address> clusterAddresses,
        boolean headless,
        List<Address> externalAddresses,
        String externalName,
        List<Port> ports,
        Origin origin) {

    /** What a Service is reachable by. */
    public enum Type {
        CLUSTER_IP("ClusterIP"),
        NODE_PORT("NodePort"),
        LOAD_BALANCER("LoadBalancer"),
        EXTERNAL_NAME("ExternalName");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** Whether clients outside the cluster reach it by itself. */
        public boolean isExposed() {
            return this == NODE_PORT || this == LOAD_BALANCER;
        }
    }

    public Service {
        clusterAddresses = List.copyOf(clusterAddresses);
        externalAddresses = List.copyOf(externalAddresses);
        ports = List.copyOf(ports);
    }

    /**
     * A port of a Service.
     *
     * @param name empty where it has none
     * @param nodePort 0 where it has none
     */
    public record Port(
            String name,
            Protocol protocol,
            int number,
            Target target,
            int nodePort,
            Origin origin) {}

    /** The port of the pods that a Service port leads to. */
    public sealed interface Target {
        record Number(int number) implements Target {}

        /** A container port's name: it may be another number on each pod. */
        record Named(String name) implements Target {}
    }
}
