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
import java.util.List;

/**
 * What a document came to. There is one for each of very many documents, so it holds lists that
 * take no room while they are empty; {@link Assembly} puts them together.
 */
public final class Harvest {
    final List<Finding> findings = new ArrayList<>(0);
    final List<Sighting> sightings = new ArrayList<>(0);
    final List<Namespace> namespaces = new ArrayList<>(0);
    final List<Pod> pods = new ArrayList<>(0);
    final List<Service> services = new ArrayList<>(0);
    final List<EndpointSlice> slices = new ArrayList<>(0);
    final List<Node> nodes = new ArrayList<>(0);
    final List<Way> ways = new ArrayList<>(0);
    final List<Gateway> gateways = new ArrayList<>(0);
    final List<Policy> policies = new ArrayList<>(0);
    final List<Gap> gaps = new ArrayList<>(0);
    boolean seesV4;
    boolean seesV6;

    /** What became of an object. */
    enum Standing {
        READ,
        /** It says nothing about traffic. */
        PASSED_OVER,
        NOT_UNDERSTOOD,
        UNREADABLE
    }

    /**
     * An object that was met.
     *
     * @param group empty for a kind of Kubernetes' own
     */
    record Sighting(ObjectName name, String group, Origin origin, Standing standing) {}

    record Gateway(ObjectName name, String gatewayClass) {}

    /**
     * A way in whose controller's class may be known only when every document is read.
     *
     * @param gateways the Gateways that lead to it; empty where the path names its class itself
     */
    record Way(IngressPath path, List<ObjectName> gateways) {}
}
