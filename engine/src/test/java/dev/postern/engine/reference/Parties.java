package dev.postern.engine.reference;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds out who the ends of a question are. */
final class Parties {
    private final PlainCluster cluster;
    private final Rulings rulings;

    Parties(PlainCluster cluster, Rulings rulings) {
        this.cluster = cluster;
        this.rulings = rulings;
    }

    Party find(String end) {
        int space = end.indexOf(' ');
        if (space < 0) {
            return ofAddress(Ip.of(end));
        }
        String kind = end.substring(0, space);
        String path = end.substring(space + 1);
        if (kind.equals("Node")) {
            return ofNode(path);
        }
        for (PlainPod pod : cluster.pods()) {
            if (pod.kind().equals(kind)
                    && path.equals(cluster.namespaceOf(pod) + "/" + pod.name())) {
                return ofPod(pod);
            }
        }
        // Only where the evaluator is told to lose the default namespace.
        return new Party(Party.Kind.OUTSIDE, null, null, List.of());
    }

    private Party ofNode(String name) {
        List<Ip> addresses = cluster.nodes().getOrDefault(name, List.of());
        return new Party(Party.Kind.NODE, null, name, addresses);
    }

    private Party ofPod(PlainPod pod) {
        if (!pod.isOnHostNetwork()) {
            return new Party(Party.Kind.POD, pod, null, pod.addresses());
        }
        List<Ip> ofNode = List.of();
        if (pod.node() != null) {
            ofNode = cluster.nodes().getOrDefault(pod.node(), List.of());
        }
        List<Ip> addresses = ofNode.isEmpty() ? pod.addresses() : ofNode;
        return new Party(Party.Kind.NODE, pod, pod.node(), addresses);
    }

    private Party ofAddress(Ip ip) {
        for (Map.Entry<String, List<Ip>> node : cluster.nodes().entrySet()) {
            if (node.getValue().contains(ip) && rulings.stands(Ruling.AN_ADDRESS_IS_ITS_NODE)) {
                return ofNode(node.getKey());
            }
        }
        for (PlainPod pod : cluster.pods()) {
            boolean holds = pod.addresses().contains(ip);
            if (holds && pod.isFinished()) {
                holds = !rulings.stands(Ruling.FINISHED_PODS_HOLD_NO_ADDRESS);
            }
            if (holds && rulings.stands(Ruling.AN_ADDRESS_IS_ITS_POD)) {
                return ofPod(pod);
            }
        }
        if (cluster.rangeHolds(ip) && rulings.stands(Ruling.AN_UNHELD_ADDRESS_MAY_BE_A_POD)) {
            return new Party(Party.Kind.UNHELD, null, null, List.of(ip));
        }
        return new Party(Party.Kind.OUTSIDE, null, null, List.of(ip));
    }

    /** The families that both ends speak, as lengths of an address. */
    Set<Integer> commonFamilies(Party one, Party other) {
        Set<Integer> common = new TreeSet<>(families(one));
        common.retainAll(families(other));
        return common;
    }

    private Set<Integer> families(Party party) {
        Set<Integer> families = new TreeSet<>();
        party.addresses().forEach(ip -> families.add(ip.bits()));
        if (families.isEmpty()) {
            cluster.podRange().forEach(range -> families.add(range.first().bits()));
        }
        return families;
    }
}
