package dev.postern.engine.explain;

import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.model.Address;
import dev.postern.model.Cidr;
import dev.postern.model.ContainerPort;
import dev.postern.model.Direction;
import dev.postern.model.Labels;
import dev.postern.model.Namespace;
import dev.postern.model.NamespaceScope;
import dev.postern.model.Peer;
import dev.postern.model.Peers;
import dev.postern.model.Pod;
import dev.postern.model.Policy;
import dev.postern.model.PortSet;
import dev.postern.model.Ports;
import dev.postern.model.Protocol;
import dev.postern.model.Requirement;
import dev.postern.model.Rule;
import dev.postern.model.Selector;
import dev.postern.model.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/** Finds the rules that nearly matched a connection, and says what differs. */
final class NearestMiss {
    /** More than a person wants to read at once. */
    private static final int SHOWN = 3;

    /** Beyond this a rule is about something else. */
    private static final int FAR = 5;

    /** A rule this much farther than the nearest one only distracts. */
    private static final int MARGIN = 2;

    private final Engine engine;
    private final Direction direction;
    private final End other;
    private final String otherShown;
    private final Optional<Pod> otherPod;
    private final Optional<Pod> destination;
    private final PortSet asked;

    NearestMiss(
            Engine engine,
            Direction direction,
            End source,
            End destination,
            String otherShown,
            PortSet asked) {
        this.engine = engine;
        this.direction = direction;
        this.other = direction == Direction.EGRESS ? destination : source;
        this.otherShown = otherShown;
        this.otherPod = engine.pod(other).filter(pod -> !pod.hostNetwork());
        this.destination = engine.pod(destination).filter(pod -> !pod.hostNetwork());
        this.asked = asked;
    }

    List<Miss> among(List<Policy> policies) {
        List<Miss> misses = new ArrayList<>();
        for (Policy policy : policies) {
            List<Rule> rules = policy.section(direction).orElseThrow().rules();
            for (int i = 0; i < rules.size(); i++) {
                Miss miss = new Miss(policy, direction, i, differences(rules.get(i)));
                if (!miss.differences().isEmpty() && miss.distance() <= FAR) {
                    misses.add(miss);
                }
            }
        }
        misses.sort(Comparator.comparingInt(Miss::distance));
        int near = misses.isEmpty() ? 0 : misses.getFirst().distance() + MARGIN;
        return misses.stream().filter(miss -> miss.distance() <= near).limit(SHOWN).toList();
    }

    private List<Difference> differences(Rule rule) {
        List<Difference> differences = new ArrayList<>(ofPeers(rule.peers()));
        ofPorts(rule.ports()).ifPresent(differences::add);
        return differences;
    }

    /** What keeps the nearest of the peers from matching. */
    private List<Difference> ofPeers(Peers peers) {
        if (!(peers instanceof Peers.AnyOf(var list))) {
            return List.of();
        }
        List<Difference> nearest = List.of(new Difference.Nobody());
        for (Peer peer : list) {
            List<Difference> own =
                    switch (peer) {
                        case Peer.Pods pods -> ofPods(pods);
                        case Peer.Block block -> ofBlock(block);
                    };
            if (weight(own) < weight(nearest)) {
                nearest = own;
            }
        }
        return nearest;
    }

    private static int weight(List<Difference> differences) {
        int sum = 0;
        for (Difference difference : differences) {
            sum += difference.weight();
        }
        return sum;
    }

    private List<Difference> ofPods(Peer.Pods peer) {
        if (otherPod.isEmpty()) {
            return List.of(new Difference.NotAPod(otherShown));
        }
        Pod pod = otherPod.get();
        List<Difference> differences = new ArrayList<>();
        switch (peer.namespaces()) {
            case NamespaceScope.Only(var wanted) -> {
                if (!wanted.equals(pod.namespace())) {
                    differences.add(new Difference.OfNamespace(wanted, pod.namespace()));
                }
            }
            case NamespaceScope.Matching(var selector) -> {
                Labels labels =
                        engine.namespace(pod.namespace())
                                .map(Namespace::labels)
                                .orElse(Labels.NONE);
                ofNamespace(pod.namespace(), selector, labels, differences);
            }
        }
        ofLabels(peer.pods(), pod.labels(), differences);
        return differences;
    }

    private static void ofNamespace(
            String own, Selector selector, Labels labels, List<Difference> differences) {
        for (Requirement requirement : selector.requirements()) {
            boolean byName =
                    requirement.key().equals(Namespace.NAME_LABEL)
                            && requirement.operator() == Requirement.Operator.IN;
            if (byName && !requirement.values().contains(own)) {
                String wanted = String.join(" or ", requirement.values());
                differences.add(new Difference.OfNamespace(wanted, own));
            } else if (requirement.matches(labels) != Truth.TRUE) {
                differences.add(
                        new Difference.OfLabel(
                                "namespace " + own, requirement, labels.show(requirement.key())));
            }
        }
    }

    private static void ofLabels(Selector selector, Labels labels, List<Difference> differences) {
        for (Requirement requirement : selector.requirements()) {
            if (requirement.matches(labels) != Truth.TRUE) {
                differences.add(
                        new Difference.OfLabel("pod", requirement, labels.show(requirement.key())));
            }
        }
    }

    private List<Difference> ofBlock(Peer.Block peer) {
        List<Address> addresses =
                other instanceof End.OfAddress(var address)
                        ? List.of(address)
                        : engine.addresses(other);
        if (addresses.isEmpty()) {
            return List.of(new Difference.UnknownAddress(peer.cidr()));
        }
        Difference nearest = new Difference.OutsideBlock(peer.cidr(), addresses.getFirst());
        for (Address address : addresses) {
            if (peer.cidr().contains(address)) {
                for (Cidr except : peer.except()) {
                    if (except.contains(address)) {
                        nearest = new Difference.Excepted(peer.cidr(), except, address);
                    }
                }
                if (peer.addresses().contains(address)) {
                    return List.of();
                }
            }
        }
        return List.of(nearest);
    }

    private Optional<Difference> ofPorts(Ports ports) {
        if (!(ports instanceof Ports.AnyOf(var matches))) {
            return Optional.empty();
        }
        PortSet wanted = PortSet.NONE;
        StringJoiner shown = new StringJoiner(", ");
        for (Ports.Match match : matches) {
            Protocol protocol = match.protocol();
            switch (match.port()) {
                case Ports.Port.Any() -> {
                    wanted = wanted.or(PortSet.protocol(protocol));
                    shown.add(protocol.name());
                }
                case Ports.Port.Range(int from, int to) -> {
                    wanted = wanted.or(PortSet.range(protocol, from, to));
                    shown.add(PortSet.range(protocol, from, to).toString());
                }
                case Ports.Port.Named(var name) -> {
                    PortSet found = named(protocol, name);
                    wanted = wanted.or(found);
                    shown.add(
                            "%s '%s' (%s)"
                                    .formatted(
                                            protocol,
                                            name,
                                            found.isEmpty()
                                                    ? "which the destination does not name"
                                                    : "there " + found));
                }
            }
        }
        return asked.minus(wanted).isEmpty()
                ? Optional.empty()
                : Optional.of(new Difference.OfPort(shown.toString(), asked));
    }

    private PortSet named(Protocol protocol, String name) {
        PortSet found = PortSet.NONE;
        if (destination.isPresent()) {
            for (ContainerPort port : destination.get().ports()) {
                if (port.protocol() == protocol && port.name().equals(name)) {
                    found = found.or(PortSet.port(protocol, port.number()));
                }
            }
        }
        return found;
    }
}
