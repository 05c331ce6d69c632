package dev.postern.engine;

import dev.postern.model.Address;
import dev.postern.model.AddressSet;
import dev.postern.model.Cluster;
import dev.postern.model.Direction;
import dev.postern.model.Family;
import dev.postern.model.Namespace;
import dev.postern.model.ObjectName;
import dev.postern.model.Pod;
import dev.postern.model.Policy;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import dev.postern.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A compiled cluster, which answers connection questions. Immutable: {@link #with} returns a new
 * value that shares what did not change, and the result depends on the state alone, not on the
 * changes that led to it.
 */
public final class Engine {
    private static final Side NOT_A_POD = new Side(Verdict.ALLOWED, new Because.NotAPod());
    private static final Side ITSELF = new Side(Verdict.ALLOWED, new Because.Itself());
    private static final Side OWN_NODE = new Side(Verdict.ALLOWED, new Because.OwnNode());
    private static final Side FINISHED = new Side(Verdict.DENIED, new Because.Finished());
    private static final Side STRAY =
            new Side(Verdict.UNKNOWN, new Because.NotKnown("which pod this is"));
    private static final Side WHICH_NODE =
            new Side(Verdict.UNKNOWN, new Because.NotKnown("whether the pod runs on that node"));

    private final Compiled state;
    private final Profile profile;

    Engine(Compiled state, Profile profile) {
        this.state = state;
        this.profile = profile;
    }

    public static Engine compile(Cluster cluster, Profile profile) {
        return new Engine(Compiled.of(cluster), profile);
    }

    /** The cluster after one change. */
    public Engine with(Change change) {
        return new Engine(state.with(change), profile);
    }

    public Profile profile() {
        return profile;
    }

    /** The cluster that this value stands for; its lists are in order of name. */
    public Cluster cluster() {
        return state.cluster();
    }

    /**
     * Decides one connection; {@code port} is the destination pod's port, or ICMP type and code.
     *
     * @throws NoSuchElementException for a pod that the cluster does not hold
     */
    public Decision decide(End source, End destination, Protocol protocol, int port) {
        Party from = party(source);
        Party to = party(destination);
        int point = protocol.point(port);
        Decision first = null;
        for (Family family : Family.values()) {
            if (talks(from, to, family)) {
                Decision decision = decide(from, to, point, family);
                if (first != null && first.policyVerdict() != decision.policyVerdict()) {
                    return new Decision(
                            profile.effect(Verdict.MIXED),
                            Verdict.MIXED,
                            first.egress(),
                            first.ingress());
                }
                first = first == null ? decision : first;
            }
        }
        return first != null ? first : decide(from, to, point, null);
    }

    /** Whether both ends have addresses of a family. */
    private boolean talks(Party from, Party to, Family family) {
        boolean ofPods = state.hasFamily(family);
        return from.has(family, ofPods) && to.has(family, ofPods);
    }

    private Decision decide(Party from, Party to, int point, @Nullable Family family) {
        Question question = new Question(point, family, state.namespaceShapes());
        Side egress = egress(question, from, to);
        Side ingress = ingress(question, from, to);
        Verdict policies = both(egress.verdict(), ingress.verdict());
        boolean finished = isFinished(egress) || isFinished(ingress);
        Verdict verdict = finished ? policies : profile.effect(policies);
        return new Decision(verdict, policies, egress, ingress);
    }

    /** No CNI is needed to cut off a pod that has ended. */
    private static boolean isFinished(Side side) {
        return side.because() instanceof Because.Finished;
    }

    /** Both sides must agree: denied AND unknown is denied. */
    private static Verdict both(Verdict egress, Verdict ingress) {
        if (egress == Verdict.DENIED || ingress == Verdict.DENIED) {
            return Verdict.DENIED;
        }
        return egress == Verdict.ALLOWED ? ingress : egress;
    }

    private Side egress(Question question, Party from, Party to) {
        return switch (from.kind()) {
            case FINISHED -> FINISHED;
            case NODE, OUTSIDE -> NOT_A_POD;
            case STRAY -> stray(from);
            case POD ->
                    isSamePod(from, to)
                            ? ITSELF
                            : selection(from, Direction.EGRESS).judge(question, to, to);
        };
    }

    private Side ingress(Question question, Party from, Party to) {
        return switch (to.kind()) {
            case FINISHED -> FINISHED;
            case NODE, OUTSIDE -> NOT_A_POD;
            case STRAY -> stray(to);
            case POD -> {
                if (isSamePod(from, to)) {
                    yield ITSELF;
                }
                Truth ownNode = isOwnNode(from, to);
                if (ownNode == Truth.TRUE) {
                    yield OWN_NODE;
                }
                Side policies = selection(to, Direction.INGRESS).judge(question, from, to);
                yield ownNode == Truth.UNKNOWN && policies.verdict() == Verdict.DENIED
                        ? WHICH_NODE
                        : policies;
            }
        };
    }

    private static Side stray(Party party) {
        return party.gap()
                .map(gap -> new Side(Verdict.UNKNOWN, new Because.Unreadable(gap)))
                .orElse(STRAY);
    }

    /** A template of several replicas stands for pods that differ. */
    private static boolean isSamePod(Party from, Party to) {
        Optional<Pod> pod = from.pod();
        return pod.isPresent()
                && to.pod().isPresent()
                && pod.get().replicas() <= 1
                && pod.get().name().equals(to.pod().get().name());
    }

    /** Whether a connection comes from the node that the pod runs on: the kubelet's probes do. */
    private static Truth isOwnNode(Party from, Party to) {
        if (from.kind() != Party.Kind.NODE) {
            return Truth.FALSE;
        }
        Optional<String> own = to.node();
        return own.isEmpty() || from.node().isEmpty()
                ? Truth.UNKNOWN
                : Truth.of(own.equals(from.node()));
    }

    private Selection selection(Party pod, Direction direction) {
        return state.selection(pod, direction);
    }

    /** Everything that can talk to everything, as the policies have it. */
    public ConnectionMap map() {
        return new ConnectionMap(state);
    }

    /** The policies that select an end in one direction, in the order they are asked. */
    public List<Policy> policies(End end, Direction direction) {
        Party party = party(end);
        return party.kind() == Party.Kind.POD ? selection(party, direction).policies() : List.of();
    }

    /** Whether an end is denied, in one direction, what no rule allows. */
    public Truth isolated(End end, Direction direction) {
        Party party = party(end);
        return switch (party.kind()) {
            case POD -> selection(party, direction).isolated();
            case FINISHED, NODE, OUTSIDE -> Truth.FALSE;
            case STRAY -> Truth.UNKNOWN;
        };
    }

    /** The pod that an end is, where the cluster holds it; a node's address is no pod. */
    public Optional<Pod> pod(End end) {
        return party(end).pod();
    }

    /** The addresses of an end, as far as they are known. */
    public List<Address> addresses(End end) {
        return party(end).addresses();
    }

    /** A namespace, where the cluster holds it. */
    public Optional<Namespace> namespace(String name) {
        NamespaceState own = state.namespace(name);
        return own == null ? Optional.empty() : Optional.of(own.namespace());
    }

    /** The sets of ports that the policies of a pair of ends tell apart. */
    public List<PortSet> portsTold(End source, End destination) {
        Party from = party(source);
        Party to = party(destination);
        List<PortSet> told = new ArrayList<>();
        for (CompiledRule rule : rules(from, Direction.EGRESS)) {
            told.add(rule.ports(to));
        }
        for (CompiledRule rule : rules(to, Direction.INGRESS)) {
            told.add(rule.ports(to));
        }
        return told;
    }

    /** The sets of addresses that the policies of an end tell apart in one direction. */
    public List<AddressSet> addressesTold(End end, Direction direction) {
        List<AddressSet> told = new ArrayList<>();
        for (CompiledRule rule : rules(party(end), direction)) {
            told.add(rule.blocks());
        }
        return told;
    }

    private List<CompiledRule> rules(Party party, Direction direction) {
        return party.kind() == Party.Kind.POD ? selection(party, direction).rules() : List.of();
    }

    private Party party(End end) {
        return switch (end) {
            case End.OfPod(var name) -> party(name);
            case End.OfNode(var name) -> state.node(name);
            case End.OfAddress(var address) -> party(address);
            case End.SomePod() -> Party.ofSomePod();
        };
    }

    private Party party(ObjectName name) {
        Party party = state.pod(name);
        if (party == null) {
            throw new NoSuchElementException("no " + name + " in this cluster");
        }
        return party;
    }

    private Party party(Address address) {
        @Nullable Party holder = state.holder(address);
        if (holder != null) {
            return holder;
        }
        return state.podRange().contains(address)
                ? Party.ofStray(address)
                : Party.ofOutside(address);
    }
}
