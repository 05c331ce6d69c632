package dev.postern.model;

import java.util.List;

/** A machine of the cluster; its host-network pods are it. */
public record Node(
        String name, Labels labels, List<Address> addresses, List<Cidr> podRanges, Origin origin) {
    public Node {
        addresses = List.copyOf(addresses);
        podRanges = List.copyOf(podRanges);
    }
}
