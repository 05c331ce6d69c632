package dev.postern.engine;

import dev.postern.model.AddressSet;
import dev.postern.model.Direction;
import dev.postern.model.Family;
import dev.postern.model.ObjectName;
import dev.postern.model.PortSet;
import dev.postern.model.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can talk to everything, class by class: pods that no policy can tell apart are
 * one class, and each pair of classes has one answer. Rows are worked out when they are asked for,
 * so that memory does not grow with the number of pairs.
 *
 * <p>A pod's own node always reaches it; the map leaves that out, and shows what a node reaches on
 * other nodes.
 */
public final class ConnectionMap {
    private final Compiled state;
    private final PodClasses classes;
    private final @Nullable Selection[] egress;
    private final @Nullable Selection[] ingress;

    /** What plain ingress rules let in, by rule; and the classes that must be asked one by one. */
    private final List<Inlet> inlets = new ArrayList<>();

    private final int[] open;
    private final int[] asked;

    private final IdentityHashMap<CompiledRule, PeerSet> peers = new IdentityHashMap<>();
    private final IdentityHashMap<Selection, List<Outside>> outsides = new IdentityHashMap<>();

    /** The one family that all pods talk in; null where there are several, or none in common. */
    private final @Nullable Family family;

    /** A rule for ingress, and the classes that it lets others into. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Inlet(CompiledRule rule, PeerSet peers, int[] destinations) {}

    /** A stretch of addresses outside the cluster, and what passes. */
    public record Outside(AddressSet addresses, PortVerdicts ports) {}

    /** Takes the lanes of a row: those on which anything passes, or may. */
    public interface Lanes {
        void lane(int destination, PortVerdicts ports);
    }

    ConnectionMap(Compiled state) {
        this.state = state;
        this.classes = new PodClasses(state, blocks());
        this.egress = new @Nullable Selection[classes.size()];
        this.ingress = new @Nullable Selection[classes.size()];
        this.family = commonFamily();
        Map<CompiledRule, List<Integer>> inletsByRule = new LinkedHashMap<>();
        List<Integer> openClasses = new ArrayList<>();
        List<Integer> askedClasses = new ArrayList<>();
        for (int i = 0; i < classes.size(); i++) {
            Party party = classes.representative(i);
            if (party.kind() == Party.Kind.POD) {
                egress[i] = state.selection(party, Direction.EGRESS);
                ingress[i] = state.selection(party, Direction.INGRESS);
            }
            Selection own = ingress[i];
            if (family == null || (own != null && !own.isOpen() && !own.isPlain())) {
                askedClasses.add(i);
            } else if (own == null || own.isOpen()) {
                openClasses.add(i);
            } else {
                for (CompiledRule rule : own.rules()) {
                    inletsByRule.computeIfAbsent(rule, _ -> new ArrayList<>()).add(i);
                }
            }
        }
        this.open = toArray(openClasses);
        this.asked = toArray(askedClasses);
        inletsByRule.forEach(
                (rule, into) -> inlets.add(new Inlet(rule, peers(rule), toArray(into))));
    }

    private static int[] toArray(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private Set<AddressSet> blocks() {
        Set<AddressSet> blocks = new LinkedHashSet<>();
        List<CompiledPolicy> policies = new ArrayList<>(state.clusterWide());
        for (NamespaceState namespace : state.namespaces()) {
            policies.addAll(namespace.policies());
        }
        for (CompiledPolicy policy : policies) {
            for (Direction direction : Direction.values()) {
                CompiledPolicy.CompiledSection section = policy.section(direction);
                if (section != null) {
                    section.rules().forEach(rule -> blocks.add(rule.blocks()));
                }
            }
        }
        return blocks;
    }

    private @Nullable Family commonFamily() {
        Family common = null;
        for (Family candidate : Family.values()) {
            boolean any = false;
            boolean all = true;
            for (int i = 0; i < classes.size(); i++) {
                boolean has = classes.representative(i).has(candidate, state.hasFamily(candidate));
                any |= has;
                all &= has;
            }
            if (any && (!all || common != null)) {
                return null;
            }
            common = any ? candidate : common;
        }
        return common;
    }

    /** How many classes there are; they are numbered from 0. */
    public int size() {
        return classes.size();
    }

    /** The class of a pod; -1 for one that has finished. */
    public int classOf(ObjectName pod) {
        return classes.of(pod);
    }

    /** Gives the lanes that lead from a class of pods to classes of pods, in order of number. */
    public void row(int source, Lanes lanes) {
        @Nullable PortSet[] sure = new @Nullable PortSet[classes.size()];
        @Nullable PortSet[] maybe = null;
        for (Inlet inlet : inlets) {
            Truth admits = inlet.peers.has(source);
            if (admits == Truth.FALSE) {
                continue;
            }
            boolean named = inlet.rule.hasNamedPorts();
            PortSet ports = named ? PortSet.NONE : inlet.rule.ports(classes.representative(source));
            if (admits == Truth.UNKNOWN && maybe == null) {
                maybe = new @Nullable PortSet[classes.size()];
            }
            for (int to : inlet.destinations) {
                PortSet own = named ? inlet.rule.ports(classes.representative(to)) : ports;
                if (admits == Truth.TRUE) {
                    sure[to] = sure[to] == null ? own : sure[to].or(own);
                } else if (maybe != null) {
                    PortSet before = maybe[to];
                    maybe[to] = before == null ? own : before.or(own);
                }
            }
        }
        for (int to : open) {
            sure[to] = PortSet.ALL;
        }
        boolean[] direct = new boolean[classes.size()];
        for (int to : asked) {
            direct[to] = true;
        }
        for (int to = 0; to < sure.length; to++) {
            PortVerdicts ports = PortVerdicts.NOTHING;
            if (direct[to]) {
                ports = between(source, to);
            } else {
                PortSet certain = sure[to] == null ? PortSet.NONE : sure[to];
                PortSet perhaps = maybe == null || maybe[to] == null ? PortSet.NONE : maybe[to];
                if (!certain.isEmpty() || !perhaps.isEmpty()) {
                    ports =
                            new PortVerdicts(certain, perhaps.minus(certain))
                                    .and(egress(source, to, family));
                }
            }
            if (!ports.isNothing()) {
                lanes.lane(to, ports);
            }
        }
    }

    /** Takes rectangles: every source reaches every destination over these ports. */
    public interface Rectangles {
        void rectangle(BitSet sources, BitSet destinations, PortVerdicts ports);
    }

    /**
     * Gives the whole map as rectangles, about one for each rule that lets somebody in. They may
     * overlap: a pair's connections are those of all rectangles that hold it, together.
     */
    public void rectangles(Rectangles each) {
        BitSet openSources = new BitSet(classes.size());
        for (int i = 0; i < classes.size(); i++) {
            Selection own = egress[i];
            openSources.set(i, own == null || own.isOpen());
        }
        if (!openSources.isEmpty()) {
            ofOpen(openSources, each);
        }
        ofClosed(openSources, each);
    }

    /** Sources that nothing holds back reach what each inlet lets in. */
    private void ofOpen(BitSet sources, Rectangles each) {
        for (Inlet inlet : inlets) {
            Map<PortSet, BitSet> byPorts = new LinkedHashMap<>();
            for (int to : inlet.destinations) {
                PortSet ports = inlet.rule.ports(classes.representative(to));
                byPorts.computeIfAbsent(ports, _ -> new BitSet()).set(to);
            }
            byPorts.remove(PortSet.NONE);
            BitSet sure = inlet.peers.among(sources, Truth.TRUE);
            BitSet maybe = inlet.peers.among(sources, Truth.UNKNOWN);
            byPorts.forEach((ports, to) -> {
                if (!sure.isEmpty()) {
                    each.rectangle(sure, to, new PortVerdicts(ports, PortSet.NONE));
                }
                if (!maybe.isEmpty()) {
                    each.rectangle(maybe, to, new PortVerdicts(PortSet.NONE, ports));
                }
            });
        }
        if (open.length > 0) {
            BitSet to = new BitSet();
            Arrays.stream(open).forEach(to::set);
            each.rectangle(sources, to, PortVerdicts.ALL);
        }
        for (int to : asked) {
            BitSet single = new BitSet();
            single.set(to);
            Map<PortVerdicts, BitSet> from = new LinkedHashMap<>();
            sources.stream()
                    .forEach(source ->
                            from.computeIfAbsent(between(source, to), _ -> new BitSet())
                                    .set(source));
            from.remove(PortVerdicts.NOTHING);
            from.forEach((ports, own) -> each.rectangle(own, single, ports));
        }
    }

    /** Sources that are held back, those with the same row together. */
    private void ofClosed(BitSet openSources, Rectangles each) {
        Map<Map<PortVerdicts, BitSet>, BitSet> alike = new LinkedHashMap<>();
        for (int i = openSources.nextClearBit(0); i < classes.size(); ) {
            Map<PortVerdicts, BitSet> lanes = new LinkedHashMap<>();
            row(i, (to, ports) -> lanes.computeIfAbsent(ports, _ -> new BitSet()).set(to));
            alike.computeIfAbsent(lanes, _ -> new BitSet()).set(i);
            i = openSources.nextClearBit(i + 1);
        }
        alike.forEach((lanes, sources) ->
                lanes.forEach((ports, to) -> each.rectangle(sources, to, ports)));
    }

    /** All connections of a pair of classes. */
    public PortVerdicts between(int source, int destination) {
        Party from = classes.representative(source);
        Party to = classes.representative(destination);
        PortVerdicts all = null;
        for (Family candidate : Family.values()) {
            boolean ofPods = state.hasFamily(candidate);
            if (from.has(candidate, ofPods) && to.has(candidate, ofPods)) {
                PortVerdicts own = between(source, destination, candidate);
                all = all == null ? own : all.whichever(own);
            }
        }
        return all != null ? all : between(source, destination, null);
    }

    private PortVerdicts between(int source, int destination, @Nullable Family in) {
        Selection judge = ingress[destination];
        PortVerdicts into =
                judge == null
                        ? PortVerdicts.ALL
                        : PortRuling.of(
                                judge,
                                question(in),
                                classes.representative(source),
                                classes.representative(destination));
        return into.isNothing() ? into : into.and(egress(source, destination, in));
    }

    private PortVerdicts egress(int source, int destination, @Nullable Family in) {
        Selection judge = egress[source];
        if (judge == null || judge.isOpen()) {
            return PortVerdicts.ALL;
        }
        Party to = classes.representative(destination);
        if (in == null || in != family || !judge.isPlain()) {
            return PortRuling.of(judge, question(in), to, to);
        }
        PortSet sure = PortSet.NONE;
        PortSet maybe = PortSet.NONE;
        for (CompiledRule rule : judge.rules()) {
            switch (peers(rule).has(destination)) {
                case TRUE -> sure = sure.or(rule.ports(to));
                case UNKNOWN -> maybe = maybe.or(rule.ports(to));
                case FALSE -> {}
            }
        }
        return new PortVerdicts(sure, maybe.minus(sure));
    }

    private PeerSet peers(CompiledRule rule) {
        return peers.computeIfAbsent(rule, own -> PeerSet.of(own, classes, state, family));
    }

    private Question question(@Nullable Family in) {
        return new Question(0, in, state.namespaceShapes());
    }

    /** All that lies outside the cluster, and what passes to it from a class. */
    public List<Outside> outsideOf(int source) {
        return outside(source, egress[source], true);
    }

    /** All that lies outside the cluster, and what passes from it to a class. */
    public List<Outside> outsideTo(int destination) {
        return outside(destination, ingress[destination], false);
    }

    private List<Outside> outside(int own, @Nullable Selection judge, boolean outwards) {
        Party party = classes.representative(own);
        AddressSet region = AddressSet.NONE;
        for (Family candidate : Family.values()) {
            if (party.has(candidate, state.hasFamily(candidate))) {
                region = region.or(AddressSet.ALL.only(candidate));
            }
        }
        if (judge == null || judge.isOpen()) {
            return List.of(new Outside(region, PortVerdicts.ALL));
        }
        boolean shared = judge.rules().stream().noneMatch(CompiledRule::hasNamedPorts);
        List<Outside> known = shared && family != null ? outsides.get(judge) : null;
        if (known == null) {
            known = outside(party, judge, region, outwards);
            outsides.put(judge, known);
        }
        return known;
    }

    private List<Outside> outside(
            Party party, Selection judge, AddressSet region, boolean outwards) {
        Set<AddressSet> lines = new LinkedHashSet<>();
        judge.rules().forEach(rule -> lines.add(rule.blocks()));
        for (Family candidate : Family.values()) {
            lines.add(AddressSet.ALL.only(candidate));
        }
        Map<PortVerdicts, AddressSet> alike = new LinkedHashMap<>();
        for (AddressSet piece : region.cutBy(lines)) {
            Party stranger = Party.ofOutside(piece.ranges().getFirst().first());
            Family in = piece.ranges().getFirst().first().family();
            PortVerdicts ports =
                    PortRuling.of(judge, question(in), stranger, outwards ? stranger : party);
            alike.merge(ports, piece, AddressSet::or);
        }
        List<Outside> all = new ArrayList<>(alike.size());
        alike.forEach((ports, addresses) -> all.add(new Outside(addresses, ports)));
        return all;
    }
}
