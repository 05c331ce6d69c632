package dev.postern.engine;

import dev.postern.model.Address;
import dev.postern.model.ContainerPort;
import dev.postern.model.Family;
import dev.postern.model.Gap;
import dev.postern.model.Pod;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import dev.postern.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection as rules see it: what selectors, blocks and named ports can ask about.
 *
 * <p>The namespace is a number, and its labels are looked up where the question is asked: a
 * relabelled namespace changes no party.
 */
final class Party {

    /** What an end is to policies. */
    enum Kind {
        /** A pod that policies select. */
        POD,
        /** A pod that has ended. */
        FINISHED,
        /** A node, or a host-network pod on it: no label matches it. */
        NODE,
        /** An address outside the cluster. */
        OUTSIDE,
        /** A pod of which too little is known: its document is broken, or it is only an address. */
        STRAY
    }

    static final int NO_NAMESPACE = -1;

    private final Kind kind;
    private final @Nullable Pod pod;
    private final @Nullable Gap gap;
    private final int namespace;
    private final int shape;
    private final Optional<String> node;
    private final @Nullable Address v4;
    private final @Nullable Address v6;
    private final boolean addressKnown;

    private Party(
            Kind kind,
            @Nullable Pod pod,
            @Nullable Gap gap,
            int namespace,
            int shape,
            Optional<String> node,
            List<Address> addresses) {
        this.kind = kind;
        this.pod = pod;
        this.gap = gap;
        this.namespace = namespace;
        this.shape = shape;
        this.node = node;
        this.v4 = first(addresses, Family.IPV4);
        this.v6 = first(addresses, Family.IPV6);
        this.addressKnown = !addresses.isEmpty();
    }

    private static @Nullable Address first(List<Address> addresses, Family family) {
        for (Address address : addresses) {
            if (address.family() == family) {
                return address;
            }
        }
        return null;
    }

    /** A pod that is not on the host's network. */
    static Party ofPod(Pod pod, int namespace, int shape) {
        Kind kind = pod.phase() == Pod.Phase.FINISHED ? Kind.FINISHED : Kind.POD;
        return new Party(kind, pod, null, namespace, shape, pod.node(), pod.addresses());
    }

    /** A host-network pod: it is its node, whose addresses it has. */
    static Party ofHostPod(Pod pod, int namespace, List<Address> nodeAddresses) {
        Kind kind = pod.phase() == Pod.Phase.FINISHED ? Kind.FINISHED : Kind.NODE;
        List<Address> addresses = nodeAddresses.isEmpty() ? pod.addresses() : nodeAddresses;
        return new Party(kind, pod, null, namespace, -1, pod.node(), addresses);
    }

    /** A machine of the cluster. */
    static Party ofNode(String name, List<Address> addresses) {
        return new Party(Kind.NODE, null, null, NO_NAMESPACE, -1, Optional.of(name), addresses);
    }

    static Party ofOutside(Address address) {
        return new Party(
                Kind.OUTSIDE, null, null, NO_NAMESPACE, -1, Optional.empty(), List.of(address));
    }

    /** A pod of which only the address is known. */
    static Party ofStray(Address address) {
        return new Party(
                Kind.STRAY, null, null, NO_NAMESPACE, -1, Optional.empty(), List.of(address));
    }

    /** A pod of which nothing is known. */
    static Party ofSomePod() {
        return new Party(Kind.STRAY, null, null, NO_NAMESPACE, -1, Optional.empty(), List.of());
    }

    /** A pod whose document could not be read. */
    static Party ofBroken(Gap gap) {
        return new Party(Kind.STRAY, null, gap, NO_NAMESPACE, -1, Optional.empty(), List.of());
    }

    /** What could not be read of it, where that is why it is a stray. */
    Optional<Gap> gap() {
        return Optional.ofNullable(gap);
    }

    Kind kind() {
        return kind;
    }

    /** The pod, where the end is one that the input holds. */
    Optional<Pod> pod() {
        return Optional.ofNullable(pod);
    }

    int namespace() {
        return namespace;
    }

    int shape() {
        return shape;
    }

    /** The node that the pod runs on, or that the end is; empty where it is not known. */
    Optional<String> node() {
        return node;
    }

    List<Address> addresses() {
        List<Address> known = new ArrayList<>(2);
        if (v4 != null) {
            known.add(v4);
        }
        if (v6 != null) {
            known.add(v6);
        }
        return known;
    }

    boolean isAddressKnown() {
        return addressKnown;
    }

    /** Its address in a family; null where it has none there or it is not known. */
    @Nullable Address address(Family family) {
        return family == Family.IPV4 ? v4 : v6;
    }

    /**
     * Whether it has an address in a family; where none is known, pods have the range's families.
     */
    boolean has(Family family, boolean familyOfPods) {
        return addressKnown ? address(family) != null : familyOfPods;
    }

    /** Whether a port that has this name on this end is {@code number}. */
    Truth namesPort(Protocol protocol, String name, int number) {
        switch (kind) {
            case STRAY -> {
                return Truth.UNKNOWN;
            }
            case NODE, OUTSIDE -> {
                return Truth.FALSE; // names belong to containers of pods that policies see
            }
            case POD, FINISHED -> {}
        }
        if (pod != null) {
            for (ContainerPort port : pod.ports()) {
                if (port.number() == number
                        && port.protocol() == protocol
                        && port.name().equals(name)) {
                    return Truth.TRUE;
                }
            }
        }
        return Truth.FALSE;
    }

    /** The ports that carry a name on this end. */
    PortSet portsNamed(Protocol protocol, String name) {
        PortSet found = PortSet.NONE;
        if (pod != null && !pod.hostNetwork()) {
            for (ContainerPort port : pod.ports()) {
                if (port.protocol() == protocol && port.name().equals(name)) {
                    found = found.or(PortSet.port(protocol, port.number()));
                }
            }
        }
        return found;
    }
}
