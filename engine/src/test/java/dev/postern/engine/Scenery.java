package dev.postern.engine;

import dev.postern.model.Protocol;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The pods that the sentences of the specification are told with, and how they are asked. */
final class Scenery {

    /** {@code default/web}, on node n1. */
    static final String WEB =
            """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, labels: {app: web, tier: front}}
            spec:
              nodeName: n1
              containers: [{name: web}]
            status: {podIP: 10.244.1.5}
            """;

    /** {@code default/api}, on node n2, with a port named http. */
    static final String API =
            """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, labels: {app: api}}
            spec:
              nodeName: n2
              containers:
              - name: api
                ports: [{name: http, containerPort: 8080}]
            status: {podIP: 10.244.2.6}
            """;

    /** {@code lab/web}: the same labels in a namespace that nobody declares. */
    static final String LAB_WEB =
            """
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: lab, labels: {app: web}}
            spec:
              nodeName: n1
              containers: [{name: web}]
            status: {podIP: 10.244.1.7}
            """;

    /** {@code ops/agent} on the network of node n1, in a namespace with a label. */
    static final String AGENT =
            """
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: ops, labels: {team: blue}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: agent, namespace: ops, labels: {app: web}}
            spec:
              nodeName: n1
              hostNetwork: true
              containers: [{name: agent}]
            """;

    static final String NODES =
            """
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            spec: {podCIDR: 10.244.1.0/24}
            status: {addresses: [{type: InternalIP, address: 192.0.2.11}]}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n2}
            spec: {podCIDR: 10.244.2.0/24}
            status: {addresses: [{type: InternalIP, address: 192.0.2.12}]}
            """;

    static final String ALL = WEB + API + LAB_WEB + AGENT + NODES;

    private Scenery() {}

    /** A policy of default with this spec. */
    static String policy(String spec) {
        return """
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: %s}
        spec:
        %s\
        """
                .formatted("np" + Integer.toHexString(spec.hashCode()), spec.indent(2));
    }

    /** Asks about a connection, such as {@code web -> api TCP 80}. */
    static Verdict ask(String yaml, String connection) {
        return decide(yaml, connection).verdict();
    }

    static Decision decide(String yaml, String connection) {
        List<String> words = new ArrayList<>(Arrays.asList(connection.split(" ", -1)));
        int port = Integer.parseInt(words.removeLast());
        Protocol protocol = Protocol.valueOf(words.removeLast());
        String[] ends = String.join(" ", words).split(" -> ", -1);
        return Engine.compile(Manifests.read(yaml), Profile.ASSUMED)
                .decide(Ends.parse(ends[0]), Ends.parse(ends[1]), protocol, port);
    }
}
