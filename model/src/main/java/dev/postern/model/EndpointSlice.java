package dev.postern.model;

import java.util.List;
import java.util.Optional;

/** Addresses behind a Service, as the cluster or a person wrote them. */
public record EndpointSlice(
        ObjectName name,
        String service,
        List<Endpoint> endpoints,
        List<Port> ports,
        Origin origin) {

    public EndpointSlice {
        endpoints = List.copyOf(endpoints);
        ports = List.copyOf(ports);
    }

    /**
     * One backend.
     *
     * @param pod the pod it names, if it names one
     */
    public record Endpoint(List<Address> addresses, Optional<String> pod, boolean ready) {
        public Endpoint {
            addresses = List.copyOf(addresses);
        }
    }

    /** A port of every endpoint of the slice. */
    public record Port(String name, Protocol protocol, int number) {}
}
