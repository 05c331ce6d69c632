package dev.postern.engine;

import dev.postern.model.Direction;
import dev.postern.model.Gap;
import dev.postern.model.Namespace;
import dev.postern.model.ObjectName;
import dev.postern.model.Service;
import dev.postern.model.Truth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One namespace, compiled: its pods, its own policies, and for each shape of its pods the policies
 * that select them. Immutable; a change copies the arrays it touches.
 *
 * <p>Invariant: {@code policies} and {@code services} are sorted by name; {@code shapes} is sorted,
 * and {@code ingress} and {@code egress} go with it.
 */
final class NamespaceState {
    private final int number;
    private final Namespace namespace;
    private final int shape;
    private final PodTable pods;
    private final CompiledPolicy[] policies;
    private final Service[] services;
    private final List<Gap> gaps;
    private final int[] shapes;
    private final Selection[] ingress;
    private final Selection[] egress;

    private NamespaceState(
            int number,
            Namespace namespace,
            int shape,
            PodTable pods,
            CompiledPolicy[] policies,
            Service[] services,
            List<Gap> gaps,
            int[] shapes,
            Selection[] ingress,
            Selection[] egress) {
        this.number = number;
        this.namespace = namespace;
        this.shape = shape;
        this.pods = pods;
        this.policies = policies;
        this.services = services;
        this.gaps = gaps;
        this.shapes = shapes;
        this.ingress = ingress;
        this.egress = egress;
    }

    static NamespaceState of(
            int number,
            Namespace namespace,
            int shape,
            List<Party> pods,
            List<CompiledPolicy> policies,
            List<Service> services,
            List<Gap> gaps,
            List<CompiledPolicy> clusterWide) {
        PodTable table = PodTable.of(pods);
        CompiledPolicy[] sortedPolicies = policies.toArray(new CompiledPolicy[0]);
        Arrays.sort(sortedPolicies, (a, b) -> policyName(a).compareTo(policyName(b)));
        Service[] sortedServices = services.toArray(new Service[0]);
        Arrays.sort(sortedServices, (a, b) -> a.name().compareTo(b.name()));
        int[] shapes = table.shapes();
        return new NamespaceState(
                        number,
                        namespace,
                        shape,
                        table,
                        sortedPolicies,
                        sortedServices,
                        gaps,
                        shapes,
                        new Selection[shapes.length],
                        new Selection[shapes.length])
                .reselected(clusterWide, _ -> true);
    }

    private static ObjectName policyName(CompiledPolicy policy) {
        return policy.policy().name();
    }

    int number() {
        return number;
    }

    Namespace namespace() {
        return namespace;
    }

    /** The shape of the namespace's own labels. */
    int shape() {
        return shape;
    }

    /** In no particular order. */
    List<Party> pods() {
        return pods.all();
    }

    List<CompiledPolicy> policies() {
        return Arrays.asList(policies);
    }

    List<Service> services() {
        return Arrays.asList(services);
    }

    @Nullable Party pod(ObjectName name) {
        return pods.get(name);
    }

    @Nullable CompiledPolicy policy(ObjectName name) {
        int at = find(policies, NamespaceState::policyName, name);
        return at < 0 ? null : policies[at];
    }

    @Nullable Service service(ObjectName name) {
        int at = find(services, Service::name, name);
        return at < 0 ? null : services[at];
    }

    /** What selects the pods of a shape that this namespace holds. */
    Selection selection(int podShape, Direction direction) {
        int at = Arrays.binarySearch(shapes, podShape);
        return direction == Direction.INGRESS ? ingress[at] : egress[at];
    }

    NamespaceState with(Namespace other, int otherShape, List<CompiledPolicy> clusterWide) {
        NamespaceState changed =
                new NamespaceState(
                        number,
                        other,
                        otherShape,
                        pods,
                        policies,
                        services,
                        gaps,
                        shapes,
                        ingress,
                        egress);
        // Its own policies select by its number; only cluster-wide ones look at its labels.
        return clusterWide.isEmpty() ? changed : changed.reselected(clusterWide, _ -> true);
    }

    NamespaceState withPod(Party pod, List<CompiledPolicy> clusterWide) {
        PodTable changed = pods.with(pod);
        int at = pod.shape() < 0 ? 0 : Arrays.binarySearch(shapes, pod.shape());
        if (at >= 0) {
            return new NamespaceState(
                    number, namespace, shape, changed, policies, services, gaps, shapes, ingress,
                    egress);
        }
        int place = -at - 1;
        int[] grown = new int[shapes.length + 1];
        System.arraycopy(shapes, 0, grown, 0, place);
        grown[place] = pod.shape();
        System.arraycopy(shapes, place, grown, place + 1, shapes.length - place);
        return new NamespaceState(
                        number,
                        namespace,
                        shape,
                        changed,
                        policies,
                        services,
                        gaps,
                        grown,
                        widened(ingress, place),
                        widened(egress, place))
                .reselected(clusterWide, own -> own == pod.shape());
    }

    /** Leaves a hole at a place, for {@link #reselected} to fill. */
    private static Selection[] widened(Selection[] selections, int place) {
        Selection[] grown = new Selection[selections.length + 1];
        System.arraycopy(selections, 0, grown, 0, place);
        System.arraycopy(selections, place, grown, place + 1, selections.length - place);
        return grown;
    }

    NamespaceState withoutPod(ObjectName name) {
        PodTable changed = pods.without(name);
        return new NamespaceState(
                number, namespace, shape, changed, policies, services, gaps, shapes, ingress,
                egress);
    }

    NamespaceState withPolicy(CompiledPolicy policy, List<CompiledPolicy> clusterWide) {
        CompiledPolicy old = policy(policyName(policy));
        CompiledPolicy[] changed = put(policies, NamespaceState::policyName, policy);
        return withPolicies(changed)
                .reselected(
                        clusterWide,
                        own -> selects(policy, own) || (old != null && selects(old, own)));
    }

    NamespaceState withoutPolicy(ObjectName name, List<CompiledPolicy> clusterWide) {
        CompiledPolicy old = policy(name);
        if (old == null) {
            return this;
        }
        return withPolicies(remove(policies, NamespaceState::policyName, name))
                .reselected(clusterWide, own -> selects(old, own));
    }

    /** This namespace after a cluster-wide policy changed. */
    NamespaceState withClusterWide(List<CompiledPolicy> clusterWide, CompiledPolicy changed) {
        return reselected(clusterWide, own -> selects(changed, own));
    }

    private boolean selects(CompiledPolicy policy, int podShape) {
        return policy.selects(number, shape, podShape) != Truth.FALSE;
    }

    NamespaceState withService(Service service) {
        return withServices(put(services, Service::name, service));
    }

    NamespaceState withoutService(ObjectName name) {
        return withServices(remove(services, Service::name, name));
    }

    private NamespaceState withServices(Service[] changed) {
        return new NamespaceState(
                number, namespace, shape, pods, policies, changed, gaps, shapes, ingress, egress);
    }

    private NamespaceState withPolicies(CompiledPolicy[] changed) {
        return new NamespaceState(
                number, namespace, shape, pods, changed, services, gaps, shapes, ingress, egress);
    }

    /** Selects anew for the shapes that a change may have touched. */
    private NamespaceState reselected(List<CompiledPolicy> clusterWide, IntPredicate touched) {
        List<CompiledPolicy> all = new ArrayList<>(clusterWide);
        all.addAll(policies());
        Selection[] newIngress = ingress.clone();
        Selection[] newEgress = egress.clone();
        Selections known = new Selections(gaps);
        for (int i = 0; i < shapes.length; i++) {
            if (touched.test(shapes[i])) {
                newIngress[i] =
                        known.of(
                                Selection.members(
                                        all, Direction.INGRESS, number, shape, shapes[i]));
                newEgress[i] =
                        known.of(
                                Selection.members(all, Direction.EGRESS, number, shape, shapes[i]));
            }
        }
        return new NamespaceState(
                number,
                namespace,
                shape,
                pods,
                policies,
                services,
                gaps,
                shapes,
                newIngress,
                newEgress);
    }

    private static <T> int find(T[] sorted, Function<T, ObjectName> name, ObjectName wanted) {
        int from = 0;
        int to = sorted.length - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            int order = name.apply(sorted[middle]).compareTo(wanted);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        return -from - 1;
    }

    private static <T> T[] put(T[] sorted, Function<T, ObjectName> name, T element) {
        int at = find(sorted, name, name.apply(element));
        if (at >= 0) {
            T[] copy = sorted.clone();
            copy[at] = element;
            return copy;
        }
        int place = -at - 1;
        T[] grown = Arrays.copyOf(sorted, sorted.length + 1);
        grown[place] = element;
        System.arraycopy(sorted, place, grown, place + 1, sorted.length - place);
        return grown;
    }

    private static <T> T[] remove(T[] sorted, Function<T, ObjectName> name, ObjectName gone) {
        int at = find(sorted, name, gone);
        if (at < 0) {
            return sorted;
        }
        T[] kept = Arrays.copyOf(sorted, sorted.length - 1);
        System.arraycopy(sorted, at + 1, kept, at, kept.length - at);
        return kept;
    }
}
