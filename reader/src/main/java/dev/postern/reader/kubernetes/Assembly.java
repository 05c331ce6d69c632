package dev.postern.reader.kubernetes;

import dev.postern.model.Cidr;
import dev.postern.model.Cluster;
import dev.postern.model.EndpointSlice;
import dev.postern.model.Finding;
import dev.postern.model.Gap;
import dev.postern.model.IngressPath;
import dev.postern.model.Labels;
import dev.postern.model.Namespace;
import dev.postern.model.Node;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.model.Pod;
import dev.postern.model.PodRange;
import dev.postern.model.Policy;
import dev.postern.model.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The harvests of every file, put together in the order of the input: namesakes found, pods folded
 * into their workloads, namespaces and address ranges that nobody wrote filled in.
 */
public final class Assembly {
    private static final Origin.Written NOWHERE = new Origin.Written("", 0, 0, "");

    private final List<Cidr> givenRange;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Identity, Origin> first = new HashMap<>();
    private final Set<Origin> namesakes = new HashSet<>();
    private final Map<ObjectName, Integer> generated = new HashMap<>();
    private final TreeMap<String, Namespace> namespaces = new TreeMap<>();
    private final TreeMap<String, Origin> implied = new TreeMap<>();
    private final List<Pod> pods = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<EndpointSlice> slices = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Harvest.Way> ways = new ArrayList<>();
    private final Map<ObjectName, String> gatewayClasses = new HashMap<>();
    private final List<Policy> policies = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final TreeMap<String, Integer> kinds = new TreeMap<>();
    private final TreeMap<String, Integer> passedOver = new TreeMap<>();
    private boolean seesV4;
    private boolean seesV6;

    /**
     * An assembly without anything in it.
     *
     * @param givenRange the pods' addresses as the user gave them; empty to find out or assume
     */
    public Assembly(List<Cidr> givenRange) {
        this.givenRange = List.copyOf(givenRange);
    }

    /** Adds what a file held. Of two namesakes the one that is added first stands. */
    public void add(Harvest harvest) {
        findings.addAll(harvest.findings);
        seesV4 |= harvest.seesV4;
        seesV6 |= harvest.seesV6;
        for (Harvest.Sighting sighting : harvest.sightings) {
            see(sighting);
        }
        for (Namespace namespace : harvest.namespaces) {
            Namespace before = namespaces.putIfAbsent(namespace.name(), namespace);
            if (before != null) {
                namespaceAgain(before, namespace);
            }
        }
        for (Pod pod : harvest.pods) {
            if (!namesakes.contains(pod.origin())) {
                pods.add(pod.name().name().endsWith(Metadata.GENERATED) ? numbered(pod) : pod);
            }
        }
        for (Service service : harvest.services) {
            if (!namesakes.contains(service.origin())) {
                services.add(service);
            }
        }
        for (Node node : harvest.nodes) {
            if (!namesakes.contains(node.origin())) {
                nodes.add(node);
            }
        }
        for (Policy policy : harvest.policies) {
            if (!namesakes.contains(policy.origin())) {
                policies.add(policy);
            }
        }
        slices.addAll(harvest.slices);
        ways.addAll(harvest.ways);
        for (Harvest.Gateway gateway : harvest.gateways) {
            gatewayClasses.putIfAbsent(gateway.name(), gateway.gatewayClass());
        }
        gaps.addAll(harvest.gaps);
    }

    /** No two objects have the same. */
    private record Identity(String group, ObjectName name) {
        // Written out for the sake of start-up, as in Address.
        @Override
        public boolean equals(Object other) {
            return other instanceof Identity identity
                    && group.equals(identity.group)
                    && name.equals(identity.name);
        }

        @Override
        public int hashCode() {
            return 31 * group.hashCode() + name.hashCode();
        }
    }

    private void see(Harvest.Sighting sighting) {
        ObjectName name = sighting.name();
        switch (sighting.standing()) {
            case READ, NOT_UNDERSTOOD -> kinds.merge(name.kind(), 1, Integer::sum);
            case PASSED_OVER -> passedOver.merge(name.kind(), 1, Integer::sum);
            case UNREADABLE -> {}
        }
        if (!name.namespace().isEmpty() && !implied.containsKey(name.namespace())) {
            implied.put(name.namespace(), new Origin.Implied(name.toString()));
        }
        if (sighting.standing() != Harvest.Standing.READ
                || name.name().endsWith(Metadata.GENERATED)
                || name.kind().equals("Namespace")) {
            return;
        }
        Origin before = first.putIfAbsent(new Identity(sighting.group(), name), sighting.origin());
        if (before != null) {
            namesake(name, before, sighting.origin());
        }
    }

    /** Two objects may ask for names of one kind, and will get two names. */
    private Pod numbered(Pod pod) {
        int number = generated.merge(pod.name(), 1, Integer::sum);
        if (number == 1) {
            return pod;
        }
        ObjectName name =
                new ObjectName(
                        pod.name().kind(), pod.name().namespace(), pod.name().name() + number);
        return new Pod(
                name,
                pod.workload().equals(pod.name()) ? name : pod.workload(),
                pod.replicas(),
                pod.labels(),
                pod.addresses(),
                pod.node(),
                pod.hostNetwork(),
                pod.phase(),
                pod.serviceAccount(),
                pod.ports(),
                pod.portsComplete(),
                pod.origin());
    }

    /** Many folders declare the namespace that they share: that harms nobody while they agree. */
    private void namespaceAgain(Namespace before, Namespace again) {
        boolean agree = before.labels().equals(again.labels());
        findings.add(
                new Finding(
                        Problem.DUPLICATE_OBJECT.id(),
                        agree ? Finding.Severity.NOTE : Problem.DUPLICATE_OBJECT.severity(),
                        "Namespace "
                                + again.name()
                                + " is written at "
                                + before.origin()
                                + " and again at "
                                + again.origin()
                                + (agree ? ", with the same labels." : ", with other labels."),
                        agree ? "" : "Keep one of the two.",
                        again.origin()));
        if (!agree) {
            namespaces.put(
                    again.name(),
                    new Namespace(again.name(), Labels.UNREADABLE, true, before.origin()));
        }
    }

    /** Two objects of one name: which of them will stand depends on who applies them when. */
    private void namesake(ObjectName name, Origin before, Origin origin) {
        namesakes.add(origin);
        findings.add(
                new Finding(
                        Problem.DUPLICATE_OBJECT.id(),
                        Problem.DUPLICATE_OBJECT.severity(),
                        name + " is written at " + before + " and again at " + origin + ".",
                        "Keep one of the two, or give the other another name or namespace.",
                        origin));
        String what = "the second " + name;
        gaps.add(
                switch (name.kind()) {
                    case "NetworkPolicy" -> new Gap.AnyPolicy(name.namespace(), what, origin);
                    case "Node" -> new Gap.Host(name.name(), what, origin);
                    case "Service",
                            "EndpointSlice",
                            "Endpoints",
                            "Ingress",
                            "Gateway",
                            "HTTPRoute",
                            "GRPCRoute",
                            "TCPRoute",
                            "Route" ->
                            new Gap.Route(name, what, origin);
                    default -> new Gap.Workload(name, what, origin);
                });
    }

    /** The cluster that all of it makes. */
    public Cluster cluster() {
        List<Pod> folded = new Folding(pods, nodes.size()).fold();
        List<IngressPath> paths = paths();
        return new Cluster(
                allNamespaces(paths),
                folded,
                services,
                slices(),
                nodes,
                paths,
                policies,
                podRange(),
                gaps);
    }

    /** Every finding: files in the order of the input, places in a file from its top. */
    public List<Finding> findings() {
        Map<String, Integer> ranks = new HashMap<>();
        for (Finding finding : findings) {
            ranks.putIfAbsent(place(finding).file(), ranks.size());
        }
        List<Finding> ordered = new ArrayList<>(findings);
        if (ordered.size() > 1) {
            ordered.sort(
                    Comparator.comparing((Finding finding) -> ranks.get(place(finding).file()))
                            .thenComparingInt(finding -> place(finding).line())
                            .thenComparingInt(finding -> place(finding).column()));
        }
        return ordered;
    }

    private static Origin.Written place(Finding finding) {
        return finding.origin() instanceof Origin.Written written ? written : NOWHERE;
    }

    /** The objects that were read, counted by kind. */
    public SortedMap<String, Integer> kinds() {
        return kinds;
    }

    /** The objects that say nothing about traffic, counted by kind. */
    public SortedMap<String, Integer> passedOver() {
        return passedOver;
    }

    private List<Namespace> allNamespaces(List<IngressPath> paths) {
        for (IngressPath path : paths) {
            implied.putIfAbsent(
                    path.backend().namespace(), new Origin.Implied(path.owner().toString()));
        }
        TreeMap<String, Namespace> all = new TreeMap<>(namespaces);
        implied.forEach((name, by) -> {
            if (!all.containsKey(name)) {
                all.put(name, Namespace.implied(name, by));
            }
        });
        return List.copyOf(all.values());
    }

    /** Endpoints mirror the slices of their Service, and count only where there are none. */
    private List<EndpointSlice> slices() {
        Set<ObjectName> sliced = new HashSet<>();
        for (EndpointSlice slice : slices) {
            if (slice.name().kind().equals("EndpointSlice")) {
                sliced.add(service(slice));
            }
        }
        List<EndpointSlice> kept = new ArrayList<>(slices.size());
        for (EndpointSlice slice : slices) {
            boolean mirror = slice.name().kind().equals("Endpoints");
            if (!(mirror && sliced.contains(service(slice)))) {
                kept.add(slice);
            }
        }
        return kept;
    }

    private static ObjectName service(EndpointSlice slice) {
        return new ObjectName("Service", slice.name().namespace(), slice.service());
    }

    /** A route names Gateways, and they name the class: one way in for each. */
    private List<IngressPath> paths() {
        List<IngressPath> paths = new ArrayList<>(ways.size());
        for (Harvest.Way way : ways) {
            Set<String> classes = new LinkedHashSet<>();
            for (ObjectName gateway : way.gateways()) {
                classes.add(gatewayClasses.getOrDefault(gateway, ""));
            }
            if (classes.isEmpty()) {
                classes.add(way.path().controllerClass());
            }
            IngressPath path = way.path();
            for (String name : classes) {
                paths.add(
                        new IngressPath(
                                path.owner(),
                                path.host(),
                                path.path(),
                                name,
                                path.backend(),
                                path.port(),
                                path.origin()));
            }
        }
        return paths;
    }

    private PodRange podRange() {
        if (!givenRange.isEmpty()) {
            return new PodRange(givenRange, PodRange.Source.GIVEN);
        }
        Set<Cidr> blocks = new LinkedHashSet<>();
        for (Node node : nodes) {
            blocks.addAll(node.podRanges());
        }
        if (blocks.isEmpty()) {
            return PodRange.assumed(seesV4, seesV6);
        }
        return new PodRange(List.copyOf(blocks), PodRange.Source.NODES);
    }
}
