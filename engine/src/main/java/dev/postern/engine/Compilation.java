package dev.postern.engine;

import dev.postern.model.AddressSet;
import dev.postern.model.Cluster;
import dev.postern.model.EndpointSlice;
import dev.postern.model.Gap;
import dev.postern.model.IngressPath;
import dev.postern.model.Namespace;
import dev.postern.model.NamespaceScope;
import dev.postern.model.Node;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.model.Pod;
import dev.postern.model.PodRange;
import dev.postern.model.Policy;
import dev.postern.model.Service;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A state in the making: the fields of {@link Compiled}, open for change by one thread. */
final class Compilation {
    private static final Origin NOBODY = new Origin.Implied("an object that lies in it");

    final LabelSpace podLabels;
    final LabelSpace namespaceLabels;
    int sizeWhenNew;
    final PodRange podRange;
    final AddressSet podAddresses;
    Map<String, Integer> numbers;
    NamespaceState[] namespaces;
    int[] namespaceShapes;
    List<CompiledPolicy> clusterWide;
    TreeMap<String, Node> nodes;
    final List<EndpointSlice> endpointSlices;
    final List<IngressPath> ingressPaths;
    final List<Gap> gaps;
    final Map<ObjectName, Gap.Workload> brokenPods;
    @Nullable AddressIndex addresses;

    Compilation(Compiled from) {
        this.podLabels = from.podLabels;
        this.namespaceLabels = from.namespaceLabels;
        this.sizeWhenNew = from.sizeWhenNew;
        this.podRange = from.podRange;
        this.podAddresses = from.podAddresses;
        this.numbers = from.numbers;
        this.namespaces = from.namespaces.clone();
        this.namespaceShapes = from.namespaceShapes;
        this.clusterWide = from.clusterWide;
        this.nodes = from.nodes;
        this.endpointSlices = from.endpointSlices;
        this.ingressPaths = from.ingressPaths;
        this.gaps = from.gaps;
        this.brokenPods = from.brokenPods;
        this.addresses = from.addresses;
    }

    private Compilation(Cluster cluster) {
        MentionedKeys keys = MentionedKeys.of(cluster.policies());
        this.podLabels = new LabelSpace(keys.ofPods());
        this.namespaceLabels = new LabelSpace(keys.ofNamespaces());
        this.podRange = cluster.podRange();
        this.podAddresses = podRange.addresses();
        this.numbers = new HashMap<>();
        this.namespaces = new NamespaceState[0];
        this.namespaceShapes = new int[0];
        this.clusterWide = new ArrayList<>();
        this.nodes = new TreeMap<>();
        this.endpointSlices = cluster.endpointSlices();
        this.ingressPaths = cluster.ingressPaths();
        this.gaps = cluster.gaps();
        this.brokenPods = new HashMap<>();
    }

    static Compilation of(Cluster cluster) {
        Compilation draft = new Compilation(cluster);
        for (Gap gap : cluster.gaps()) {
            if (gap instanceof Gap.Workload broken) {
                draft.brokenPods.put(broken.name(), broken);
            }
        }
        for (Node node : cluster.nodes()) {
            draft.nodes.put(node.name(), node);
        }
        draft.fillNamespaces(cluster);
        draft.sizeWhenNew = draft.podLabels.size() + draft.namespaceLabels.size();
        return draft;
    }

    private void fillNamespaces(Cluster cluster) {
        Map<String, Contents> contents = new TreeMap<>();
        for (Namespace namespace : cluster.namespaces()) {
            contents.computeIfAbsent(namespace.name(), _ -> new Contents()).namespace = namespace;
        }
        for (Pod pod : cluster.pods()) {
            contents.computeIfAbsent(pod.namespace(), _ -> new Contents()).pods.add(pod);
        }
        for (Service service : cluster.services()) {
            String name = service.name().namespace();
            contents.computeIfAbsent(name, _ -> new Contents()).services.add(service);
        }
        for (String name : contents.keySet()) {
            numbers.put(name, numbers.size());
        }
        Lowering lowering = lowering();
        for (Policy policy : cluster.policies()) {
            CompiledPolicy compiled = lowering.lower(policy);
            if (policy.subject().namespaces() instanceof NamespaceScope.Only(String own)) {
                contents.computeIfAbsent(own, _ -> new Contents()).policies.add(compiled);
            } else {
                clusterWide.add(compiled);
            }
        }
        // Lowering gives numbers to namespaces that only a policy names.
        namespaces = new NamespaceState[numbers.size()];
        namespaceShapes = new int[numbers.size()];
        for (Map.Entry<String, Integer> named : numbers.entrySet()) {
            Contents own = contents.computeIfAbsent(named.getKey(), _ -> new Contents());
            set(state(named.getKey(), named.getValue(), own));
        }
    }

    private NamespaceState state(String name, int number, Contents contents) {
        Namespace namespace = contents.namespace;
        if (namespace == null) {
            namespace = Namespace.implied(name, NOBODY);
        }
        List<Party> parties = new ArrayList<>(contents.pods.size());
        for (Pod pod : contents.pods) {
            parties.add(party(pod, number));
        }
        return NamespaceState.of(
                number,
                namespace,
                namespaceLabels.shape(namespace.labels()),
                parties,
                contents.policies,
                contents.services,
                gapsOf(name),
                clusterWide);
    }

    private List<Gap> gapsOf(String namespace) {
        List<Gap> own = new ArrayList<>();
        for (Gap gap : gaps) {
            boolean touches =
                    switch (gap) {
                        case Gap.Anything _ -> true;
                        case Gap.AdditivePolicy(String in, _, _) ->
                                in.isEmpty() || in.equals(namespace);
                        case Gap.AnyPolicy(String in, _, _) -> in.isEmpty() || in.equals(namespace);
                        case Gap.Workload _, Gap.Route _, Gap.Host _ -> false;
                    };
            if (touches) {
                own.add(gap);
            }
        }
        return own;
    }

    private Party party(Pod pod, int namespace) {
        return pod.hostNetwork()
                ? Party.ofHostPod(pod, namespace, List.of())
                : Party.ofPod(pod, namespace, podLabels.shape(pod.labels()));
    }

    private Lowering lowering() {
        return new Lowering(podLabels, namespaceLabels, podAddresses, this::number);
    }

    /** The number of a namespace; a new name gets the next one. */
    private int number(String name) {
        Integer known = numbers.get(name);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        numbers = new HashMap<>(numbers);
        numbers.put(name, number);
        return number;
    }

    private void set(NamespaceState state) {
        namespaces[state.number()] = state;
        if (namespaceShapes[state.number()] != state.shape()) {
            namespaceShapes = namespaceShapes.clone();
            namespaceShapes[state.number()] = state.shape();
        }
    }

    /** Gives every namespace that has a number a state. */
    private void fillNew() {
        int known = namespaces.length;
        if (numbers.size() > known) {
            namespaces = Arrays.copyOf(namespaces, numbers.size());
            namespaceShapes = Arrays.copyOf(namespaceShapes, numbers.size());
            for (Map.Entry<String, Integer> named : numbers.entrySet()) {
                if (named.getValue() >= known) {
                    set(state(named.getKey(), named.getValue(), new Contents()));
                }
            }
        }
    }

    private void update(String namespace, UnaryOperator<NamespaceState> change) {
        int number = number(namespace);
        fillNew();
        set(change.apply(namespaces[number]));
    }

    void apply(Change change) {
        switch (change) {
            case Change.PutPod(var pod) ->
                    update(
                            pod.namespace(),
                            own -> {
                                forget(own.pod(pod.name()));
                                remember(pod);
                                return own.withPod(party(pod, own.number()), clusterWide);
                            });
            case Change.RemovePod(var name) ->
                    update(
                            name.namespace(),
                            own -> {
                                forget(own.pod(name));
                                return own.withoutPod(name);
                            });
            case Change.PutNamespace(var namespace) -> put(namespace);
            case Change.RemoveNamespace(var name) -> put(Namespace.implied(name, NOBODY));
            case Change.PutPolicy(var policy) -> put(policy);
            case Change.RemovePolicy(var name) -> remove(name);
            case Change.PutService(var service) ->
                    update(service.name().namespace(), own -> own.withService(service));
            case Change.RemoveService(var name) ->
                    update(name.namespace(), own -> own.withoutService(name));
            case Change.PutNode(var node) -> put(node.name(), node);
            case Change.RemoveNode(var name) -> put(name, null);
        }
    }

    private void forget(@Nullable Party party) {
        AddressIndex index = addresses;
        if (party != null && index != null) {
            addresses = index.without(party.pod().orElseThrow());
        }
    }

    private void remember(Pod pod) {
        AddressIndex index = addresses;
        addresses = index == null ? null : index.with(pod);
    }

    private void put(Namespace namespace) {
        int shape = namespaceLabels.shape(namespace.labels());
        update(namespace.name(), own -> own.with(namespace, shape, clusterWide));
    }

    private void put(Policy policy) {
        remove(policy.name()); // it may have moved from one namespace's subjects to all
        CompiledPolicy compiled = lowering().lower(policy);
        fillNew();
        if (compiled.namespace() != Party.NO_NAMESPACE) {
            set(namespaces[compiled.namespace()].withPolicy(compiled, clusterWide));
        } else {
            clusterWide = new ArrayList<>(clusterWide);
            clusterWide.add(compiled);
            reselect(compiled);
        }
    }

    private void remove(ObjectName policy) {
        Integer number = numbers.get(policy.namespace());
        if (number != null) {
            set(namespaces[number].withoutPolicy(policy, clusterWide));
        }
        for (CompiledPolicy compiled : clusterWide) {
            if (compiled.policy().name().equals(policy)) {
                clusterWide = new ArrayList<>(clusterWide);
                clusterWide.remove(compiled);
                reselect(compiled);
                return;
            }
        }
    }

    private void reselect(CompiledPolicy changed) {
        for (int i = 0; i < namespaces.length; i++) {
            namespaces[i] = namespaces[i].withClusterWide(clusterWide, changed);
        }
    }

    private void put(String name, @Nullable Node node) {
        Node old = nodes.get(name);
        nodes = new TreeMap<>(nodes);
        if (node == null) {
            nodes.remove(name);
        } else {
            nodes.put(name, node);
        }
        AddressIndex index = addresses;
        if (index != null) {
            index = old == null ? index : index.without(old);
            addresses = node == null ? index : index.with(node);
        }
    }

    /** What lies in one namespace, while it is gathered. */
    private static final class Contents {
        private @Nullable Namespace namespace;
        private final List<Pod> pods = new ArrayList<>();
        private final List<CompiledPolicy> policies = new ArrayList<>();
        private final List<Service> services = new ArrayList<>();
    }
}
