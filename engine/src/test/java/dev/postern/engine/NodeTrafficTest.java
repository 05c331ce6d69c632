package dev.postern.engine;

import static dev.postern.engine.Scenery.AGENT;
import static dev.postern.engine.Scenery.ALL;
import static dev.postern.engine.Scenery.LAB_WEB;
import static dev.postern.engine.Scenery.NODES;
import static dev.postern.engine.Scenery.WEB;
import static dev.postern.engine.Scenery.ask;
import static dev.postern.engine.Scenery.policy;
import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static dev.postern.engine.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodeTrafficTest {
    private static final String DENY = policy("podSelector: {}\npolicyTypes: [Ingress, Egress]\n");

    @Test
    void the_pods_own_node_always_reaches_it() {
        assertThat(ask(ALL + DENY, "Node n1 -> web TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + DENY, "192.0.2.11 -> web TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + DENY, "ops/agent -> web TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + DENY, "Node n2 -> web TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void what_a_pod_sends_to_its_own_node_is_judged() {
        assertThat(ask(ALL + DENY, "web -> Node n1 TCP 10250")).isEqualTo(DENIED);
        String allow =
                policy(
                        """
                        podSelector: {matchLabels: {app: web}}
                        policyTypes: [Egress]
                        egress: [{to: [{ipBlock: {cidr: 192.0.2.11/32}}]}]
                        """);
        assertThat(ask(ALL + DENY + allow, "web -> Node n1 TCP 10250")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + DENY + allow, "web -> Node n2 TCP 10250")).isEqualTo(DENIED);
    }

    @Test
    void where_a_pods_node_is_not_known_any_node_may_be_its_own() {
        String adrift = WEB.replace("  nodeName: n1\n", "") + NODES;
        assertThat(ask(adrift + DENY, "Node n1 -> web TCP 80")).isEqualTo(UNKNOWN);
        String allow =
                policy(
                        """
                        podSelector: {matchLabels: {app: web}}
                        ingress: [{from: [{ipBlock: {cidr: 192.0.2.0/24}}]}]
                        """);
        assertThat(ask(adrift + DENY + allow, "Node n1 -> web TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void where_a_host_pods_node_is_not_known_it_may_be_the_pods_own() {
        String adrift = AGENT.replace("  nodeName: n1\n", "");
        assertThat(ask(WEB + NODES + adrift + DENY, "ops/agent -> web TCP 80")).isEqualTo(UNKNOWN);
    }

    @Test
    void no_policy_selects_a_host_network_pod() {
        String deny =
                """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: deny, namespace: ops}
                spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
                """;
        assertThat(ask(ALL + deny, "web -> ops/agent TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + deny, "ops/agent -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void no_label_peer_matches_a_host_network_pod() {
        String peers =
                """
                podSelector: {matchLabels: {app: api}}
                ingress: [{from: [{namespaceSelector: {}, podSelector: {}}]}]
                """;
        assertThat(ask(ALL + policy(peers), "ops/agent -> api TCP 80")).isEqualTo(DENIED);
        String block =
                """
                podSelector: {matchLabels: {app: api}}
                ingress: [{from: [{ipBlock: {cidr: 192.0.2.11/32}}]}]
                """;
        assertThat(ask(ALL + policy(block), "ops/agent -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void a_node_of_unknown_address_may_lie_in_any_block() {
        String block =
                """
                podSelector: {matchLabels: {app: web}}
                policyTypes: [Egress]
                egress: [{to: [{ipBlock: {cidr: %s}}]}]
                """;
        String yaml = WEB + AGENT;
        assertThat(ask(yaml + policy(block.formatted("192.0.2.0/24")), "web -> Node n9 TCP 80"))
                .isEqualTo(UNKNOWN);
        assertThat(ask(yaml + policy(block.formatted("0.0.0.0/0")), "web -> Node n9 TCP 80"))
                .isEqualTo(ALLOWED);
        assertThat(ask(yaml + policy(block.formatted("192.0.2.0/24")), "web -> ops/agent TCP 80"))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void the_address_of_a_node_is_that_node() {
        String yaml = WEB + LAB_WEB + NODES + DENY;
        assertThat(ask(yaml, "192.0.2.11 -> web TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "192.0.2.12 -> web TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void the_address_of_a_host_network_pod_is_its_nodes() {
        String agent = AGENT + "status: {podIP: 192.0.2.11}\n";
        assertThat(ask(WEB + agent + DENY, "192.0.2.11 -> web TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void no_policy_stands_at_a_node_or_at_an_address_outside() {
        assertThat(ask(ALL + DENY, "Node n1 -> Node n2 TCP 22")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + DENY, "ops/agent -> 198.51.100.1 TCP 443")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + DENY, "198.51.100.1 -> Node n2 TCP 22")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + DENY, "198.51.100.1 -> 203.0.113.1 TCP 80")).isEqualTo(ALLOWED);
    }
}
