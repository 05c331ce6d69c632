package dev.postern.reader.kubernetes;

import dev.postern.model.EndpointSlice;
import dev.postern.model.Finding;
import dev.postern.model.Gap;
import dev.postern.model.IngressPath;
import dev.postern.model.Namespace;
import dev.postern.model.Node;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.model.Pod;
import dev.postern.model.Policy;
import dev.postern.model.Service;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the documents of one file, or of a part of one, came to, in the order they were written.
 * Each is filled by one thread; {@link Assembly} puts them together.
 */
public final class Harvest {
    final List<Finding> findings = new ArrayList<>();
    final List<Sighting> sightings = new ArrayList<>();
    final List<Namespace> namespaces = new ArrayList<>();
    final List<Pod> pods = new ArrayList<>();
    final List<Service> services = new ArrayList<>();
    final List<EndpointSlice> slices = new ArrayList<>();
    final List<Node> nodes = new ArrayList<>();
    final List<Way> ways = new ArrayList<>();
    final Map<ObjectName, String> gatewayClasses = new HashMap<>();
    final List<Policy> policies = new ArrayList<>();
    final List<Gap> gaps = new ArrayList<>();
    final Map<String, Integer> kinds = new HashMap<>();
    final Map<String, Integer> passedOver = new HashMap<>();
    int documents;
    boolean seesV4;
    boolean seesV6;

    /**
     * An object with a name.
     *
     * @param identity kind with its group, namespace and name: no two objects have the same
     * @param known whether it is of a kind that is read; of others only the namespace is noted
     */
    record Sighting(ObjectName identity, Origin.Written origin, boolean known) {}

    /**
     * A way in whose controller's class may be known only when every document is read.
     *
     * @param gateways the Gateways that lead to it; empty where the path names its class itself
     */
    record Way(IngressPath path, List<ObjectName> gateways) {}

    void count(Map<String, Integer> counts, String kind) {
        counts.merge(kind, 1, Integer::sum);
    }
}
