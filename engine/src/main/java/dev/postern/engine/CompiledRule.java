package dev.postern.engine;

import dev.postern.model.Action;
import dev.postern.model.Address;
import dev.postern.model.AddressSet;
import dev.postern.model.Family;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import dev.postern.model.Truth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule, ready to be asked: whom it matches as bitmaps and ranges, which ports as intervals. */
final class CompiledRule {
    private final Action action;
    private final boolean anyone;
    private final PodPeer[] pods;
    private final AddressSet blocks;

    /** Per family: whether the blocks hold a pod whose address is only known to be in the range. */
    private final Truth[] holdsPodRange;

    private final PortSet ports;
    private final NamedPort[] named;
    private final Because.ByRule because;
    private final Side allowed;
    private final Side denied;
    private final Side unknown;

    /** Pods by namespace and labels; {@code namespaces} null stands for the one namespace. */
    record PodPeer(int namespace, @Nullable SelectorBits namespaces, SelectorBits pods) {}

    record NamedPort(Protocol protocol, String name) {}

    CompiledRule(
            Action action,
            boolean anyone,
            List<PodPeer> pods,
            AddressSet blocks,
            AddressSet podRange,
            PortSet ports,
            List<NamedPort> named,
            Because.ByRule because) {
        this.action = action;
        this.anyone = anyone;
        this.pods = pods.toArray(new PodPeer[0]);
        this.blocks = blocks;
        this.holdsPodRange = new Truth[Family.values().length];
        for (Family family : Family.values()) {
            holdsPodRange[family.ordinal()] = holds(blocks, podRange.only(family));
        }
        this.ports = ports;
        this.named = named.toArray(new NamedPort[0]);
        this.because = because;
        this.allowed = new Side(Verdict.ALLOWED, because);
        this.denied = new Side(Verdict.DENIED, because);
        this.unknown = new Side(Verdict.UNKNOWN, because);
    }

    /** Blocks that hold the whole range hold the pod; that miss it all, miss it; else who knows. */
    private static Truth holds(AddressSet blocks, AddressSet range) {
        if (range.isEmpty() || !blocks.intersects(range)) {
            return Truth.FALSE;
        }
        return blocks.containsAll(range) ? Truth.TRUE : Truth.UNKNOWN;
    }

    Action action() {
        return action;
    }

    Because.ByRule because() {
        return because;
    }

    boolean isForAnyone() {
        return anyone;
    }

    List<PodPeer> podPeers() {
        return List.of(pods);
    }

    boolean hasNamedPorts() {
        return named.length > 0;
    }

    AddressSet blocks() {
        return blocks;
    }

    /** The ports that the rule is about, names resolved on the end that is connected to. */
    PortSet ports(Party destination) {
        PortSet all = ports;
        for (NamedPort port : named) {
            all = all.or(destination.portsNamed(port.protocol, port.name));
        }
        return all;
    }

    Side side(Verdict verdict) {
        return switch (verdict) {
            case ALLOWED -> allowed;
            case DENIED -> denied;
            case UNKNOWN, MIXED -> unknown;
        };
    }

    /**
     * Whether the rule matches a connection.
     *
     * @param other the end that is not the selected pod
     * @param destination the end that is connected to, whose port names count
     */
    Truth matches(Question question, Party other, Party destination) {
        Truth port = matchesPort(question.point(), destination);
        return port == Truth.FALSE ? port : port.and(matchesPeer(question, other));
    }

    Truth matchesPort(int point, Party destination) {
        if (ports.contains(point)) {
            return Truth.TRUE;
        }
        Truth any = Truth.FALSE;
        for (NamedPort port : named) {
            if (Protocol.ofPoint(point) == port.protocol) {
                int number = Protocol.portOfPoint(point);
                any = any.or(destination.namesPort(port.protocol, port.name, number));
            }
        }
        return any;
    }

    Truth matchesPeer(Question question, Party other) {
        if (anyone) {
            return Truth.TRUE;
        }
        Truth any = matchesBlocks(question.family(), other);
        for (int i = 0; i < pods.length && any != Truth.TRUE; i++) {
            any = any.or(matchesPods(pods[i], question, other));
        }
        return any;
    }

    private static Truth matchesPods(PodPeer peer, Question question, Party other) {
        return switch (other.kind()) {
            case POD, FINISHED -> {
                Truth in =
                        peer.namespaces == null
                                ? Truth.of(peer.namespace == other.namespace())
                                : peer.namespaces.matches(question.namespaceShape(other));
                yield in == Truth.FALSE ? in : in.and(peer.pods.matches(other.shape()));
            }
            case NODE, OUTSIDE -> Truth.FALSE;
            case STRAY -> Truth.UNKNOWN;
        };
    }

    Truth matchesBlocks(@Nullable Family family, Party other) {
        if (family == null || blocks.isEmpty()) {
            return Truth.FALSE;
        }
        Address address = other.address(family);
        if (address != null) {
            return Truth.of(blocks.contains(address));
        }
        if (other.isAddressKnown()) {
            return Truth.FALSE; // it has addresses, but none in this family
        }
        return switch (other.kind()) {
            case POD, FINISHED -> holdsPodRange[family.ordinal()];
            case NODE, STRAY, OUTSIDE -> holdsSomewhere(family);
        };
    }

    /** An address that could be any: only blocks that hold the whole family hold it for sure. */
    private Truth holdsSomewhere(Family family) {
        AddressSet own = blocks.only(family);
        if (own.isEmpty()) {
            return Truth.FALSE;
        }
        return own.equals(AddressSet.ALL.only(family)) ? Truth.TRUE : Truth.UNKNOWN;
    }
}
