package dev.postern.engine;

import dev.postern.model.Address;
import dev.postern.model.AddressSet;
import dev.postern.model.Cluster;
import dev.postern.model.Direction;
import dev.postern.model.EndpointSlice;
import dev.postern.model.Family;
import dev.postern.model.Gap;
import dev.postern.model.IngressPath;
import dev.postern.model.Namespace;
import dev.postern.model.Node;
import dev.postern.model.ObjectName;
import dev.postern.model.Pod;
import dev.postern.model.PodRange;
import dev.postern.model.Policy;
import dev.postern.model.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of an engine: namespaces by number, and what lies outside of them. A change copies the
 * spine (one reference a namespace) and the namespace it touches.
 */
final class Compiled {
    /** Below this, forgotten shapes and selectors are not worth a recompilation. */
    private static final int SLACK = 10_000;

    final LabelSpace podLabels;
    final LabelSpace namespaceLabels;
    final int sizeWhenNew;
    final PodRange podRange;
    final AddressSet podAddresses;
    final Map<String, Integer> numbers;
    final NamespaceState[] namespaces;
    final int[] namespaceShapes;
    final List<CompiledPolicy> clusterWide;
    final TreeMap<String, Node> nodes;
    final List<EndpointSlice> endpointSlices;
    final List<IngressPath> ingressPaths;
    final List<Gap> gaps;
    final Map<ObjectName, Gap.Workload> brokenPods;

    /** Made when first asked for. */
    private volatile @Nullable Cluster cluster;

    /** Made when first asked for, then kept up to date by changes. */
    volatile @Nullable AddressIndex addresses;

    private Compiled(Compilation draft) {
        this.podLabels = draft.podLabels;
        this.namespaceLabels = draft.namespaceLabels;
        this.sizeWhenNew = draft.sizeWhenNew;
        this.podRange = draft.podRange;
        this.podAddresses = draft.podAddresses;
        this.numbers = draft.numbers;
        this.namespaces = draft.namespaces;
        this.namespaceShapes = draft.namespaceShapes;
        this.clusterWide = draft.clusterWide;
        this.nodes = draft.nodes;
        this.endpointSlices = draft.endpointSlices;
        this.ingressPaths = draft.ingressPaths;
        this.gaps = draft.gaps;
        this.brokenPods = draft.brokenPods;
        this.addresses = draft.addresses;
    }

    static Compiled of(Cluster cluster) {
        return new Compiled(Compilation.of(cluster));
    }

    Compiled with(Change change) {
        boolean newKey =
                change instanceof Change.PutPolicy(var policy)
                        && !MentionedKeys.of(List.of(policy)).in(podLabels, namespaceLabels);
        boolean littered = podLabels.size() + namespaceLabels.size() > 2 * sizeWhenNew + SLACK;
        if (newKey || littered) {
            // A key that no selector looked at before splits pods that were one: start over.
            return of(Changed.by(cluster(), change));
        }
        Compilation draft = new Compilation(this);
        draft.apply(change);
        return new Compiled(draft);
    }

    int[] namespaceShapes() {
        return namespaceShapes;
    }

    AddressSet podRange() {
        return podAddresses;
    }

    /** Whether pods have addresses of a family, as far as the range of pods tells. */
    boolean hasFamily(Family family) {
        return !podAddresses.only(family).isEmpty();
    }

    Selection selection(Party pod, Direction direction) {
        return namespaces[pod.namespace()].selection(pod.shape(), direction);
    }

    @Nullable NamespaceState namespace(String name) {
        Integer number = numbers.get(name);
        return number == null ? null : namespaces[number];
    }

    @Nullable Party pod(ObjectName name) {
        NamespaceState own = namespace(name.namespace());
        Party party = own == null ? null : own.pod(name);
        if (own == null || party == null) {
            Gap.Workload broken = brokenPods.get(name);
            return broken == null ? null : Party.ofBroken(broken);
        }
        Pod pod = party.pod().orElseThrow();
        // The node may change without the pod: its addresses are looked up, not kept.
        return pod.hostNetwork()
                ? Party.ofHostPod(pod, own.number(), nodeAddresses(pod.node().orElse("")))
                : party;
    }

    Party node(String name) {
        return Party.ofNode(name, nodeAddresses(name));
    }

    private List<Address> nodeAddresses(String name) {
        Node node = nodes.get(name);
        return node == null ? List.of() : node.addresses();
    }

    /** The pod or node that has an address. */
    @Nullable Party holder(Address address) {
        AddressIndex index = addresses;
        if (index == null) {
            index = AddressIndex.of(cluster().pods(), nodes.values());
            addresses = index;
        }
        ObjectName owner = index.owner(address).orElse(null);
        if (owner == null) {
            return null;
        }
        return owner.kind().equals(AddressIndex.NODE) ? node(owner.name()) : pod(owner);
    }

    /** Every namespace, by its number. */
    List<NamespaceState> namespaces() {
        return Arrays.asList(namespaces);
    }

    List<CompiledPolicy> clusterWide() {
        return clusterWide;
    }

    Cluster cluster() {
        Cluster known = cluster;
        if (known == null) {
            known = gathered();
            cluster = known;
        }
        return known;
    }

    private Cluster gathered() {
        List<Namespace> allNamespaces = new ArrayList<>();
        List<Pod> pods = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        List<Policy> policies = new ArrayList<>();
        for (int number : new TreeMap<>(numbers).values()) {
            NamespaceState own = namespaces[number];
            allNamespaces.add(own.namespace());
            int first = pods.size();
            for (Party party : own.pods()) {
                pods.add(party.pod().orElseThrow());
            }
            pods.subList(first, pods.size()).sort(Comparator.comparing(Pod::name));
            services.addAll(own.services());
            for (CompiledPolicy policy : own.policies()) {
                policies.add(policy.policy());
            }
        }
        for (CompiledPolicy policy : clusterWide) {
            policies.add(policy.policy());
        }
        return new Cluster(
                allNamespaces,
                pods,
                services,
                endpointSlices,
                List.copyOf(nodes.values()),
                ingressPaths,
                policies,
                podRange,
                gaps);
    }
}
