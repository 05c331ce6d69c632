package dev.postern.engine;

import dev.postern.model.Address;
import dev.postern.model.AddressSet;
import dev.postern.model.ContainerPort;
import dev.postern.model.Family;
import dev.postern.model.ObjectName;
import dev.postern.model.Pod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a cluster, those together that no compiled policy can tell apart: same namespace,
 * same shape, same ports, addresses between the same borders. Finished pods are in none.
 */
final class PodClasses {
    private final List<Party> representatives = new ArrayList<>();
    private final Map<ObjectName, Integer> ofPod = new HashMap<>();
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final Address[] borders;

    /** The classes of pods that labels match, by the number of their namespace. */
    private final int[][] inNamespace;

    private record Key(
            Party.Kind kind,
            int namespace,
            int shape,
            List<ContainerPort> ports,
            int v4,
            int v6,
            @Nullable ObjectName alone) {}

    PodClasses(Compiled state, Collection<AddressSet> blocks) {
        TreeSet<Address> all = new TreeSet<>();
        for (AddressSet set : blocks) {
            for (AddressSet.Range range : set.ranges()) {
                all.add(range.first());
                range.last().next().ifPresent(all::add);
            }
        }
        this.borders = all.toArray(new Address[0]);
        for (Pod pod : state.cluster().pods()) {
            Party party = state.pod(pod.name());
            if (party != null && party.kind() != Party.Kind.FINISHED) {
                ofPod.put(pod.name(), number(party, pod));
            }
        }
        this.inNamespace = new int[state.namespaces().size()][];
        Arrays.fill(inNamespace, new int[0]);
        for (int i = 0; i < representatives.size(); i++) {
            Party party = representatives.get(i);
            if (party.kind() == Party.Kind.POD) {
                int[] own = inNamespace[party.namespace()];
                inNamespace[party.namespace()] = Arrays.copyOf(own, own.length + 1);
                inNamespace[party.namespace()][own.length] = i;
            }
        }
    }

    private int number(Party party, Pod pod) {
        Key key =
                new Key(
                        party.kind(),
                        party.namespace(),
                        party.shape(),
                        pod.ports(),
                        between(party.address(Family.IPV4)),
                        between(party.address(Family.IPV6)),
                        // A host-network pod is its node, and each node is its own.
                        pod.hostNetwork() ? pod.name() : null);
        Integer known = numbers.get(key);
        if (known == null) {
            known = representatives.size();
            numbers.put(key, known);
            representatives.add(party);
        }
        return known;
    }

    /** The stretch between two borders that an address lies in. */
    private int between(@Nullable Address address) {
        if (address == null) {
            return -1;
        }
        int at = Arrays.binarySearch(borders, address);
        return at >= 0 ? at + 1 : -at - 1;
    }

    int size() {
        return representatives.size();
    }

    Party representative(int number) {
        return representatives.get(number);
    }

    int[] inNamespace(int namespace) {
        return inNamespace[namespace];
    }

    /** The class of a pod; -1 for one that has finished. */
    int of(ObjectName pod) {
        return ofPod.getOrDefault(pod, -1);
    }
}
