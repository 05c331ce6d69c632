package dev.postern.engine;

import static dev.postern.engine.Scenery.ALL;
import static dev.postern.engine.Scenery.ask;
import static dev.postern.engine.Scenery.policy;
import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortTest {

    /** Whether a list of ports, in a rule for ingress to api, matches. */
    private static Verdict matches(String ports, String connection) {
        String spec = "podSelector: {matchLabels: {app: api}}\ningress:\n- ports: " + ports + "\n";
        return ask(ALL + policy(spec), connection);
    }

    private static Verdict toApi(String ports, String protocolAndPort) {
        return matches(ports, "web -> api " + protocolAndPort);
    }

    @Test
    void a_rule_without_ports_is_about_all_of_them() {
        assertThat(toApi("null", "TCP 1")).isEqualTo(ALLOWED);
        assertThat(toApi("null", "SCTP 65535")).isEqualTo(ALLOWED);
        String absent =
                """
                podSelector: {matchLabels: {app: api}}
                ingress: [{from: [{podSelector: {}}]}]
                """;
        assertThat(ask(ALL + policy(absent), "web -> api UDP 53")).isEqualTo(ALLOWED);
    }

    @Test
    void an_empty_ports_list_is_all_ports() {
        assertThat(toApi("[]", "TCP 1")).isEqualTo(ALLOWED);
        assertThat(toApi("[]", "ICMP 2048")).isEqualTo(ALLOWED);
    }

    @Test
    void a_port_without_a_protocol_is_tcp() {
        assertThat(toApi("[{port: 53}]", "TCP 53")).isEqualTo(ALLOWED);
        assertThat(toApi("[{port: 53}]", "UDP 53")).isEqualTo(DENIED);
    }

    @Test
    void a_protocol_without_a_port_is_every_port_of_it() {
        assertThat(toApi("[{protocol: UDP}]", "UDP 1")).isEqualTo(ALLOWED);
        assertThat(toApi("[{protocol: UDP}]", "UDP 65535")).isEqualTo(ALLOWED);
        assertThat(toApi("[{}]", "TCP 80")).isEqualTo(ALLOWED);
        assertThat(toApi("[{}]", "UDP 80")).isEqualTo(DENIED);
    }

    @Test
    void a_rule_for_one_protocol_still_isolates_the_others() {
        assertThat(toApi("[{protocol: UDP, port: 53}]", "TCP 53")).isEqualTo(DENIED);
        assertThat(toApi("[{protocol: SCTP, port: 80}]", "TCP 80")).isEqualTo(DENIED);
        assertThat(toApi("[{protocol: SCTP, port: 80}]", "SCTP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void a_named_port_is_looked_up_on_the_destination_pod() {
        assertThat(toApi("[{port: http}]", "TCP 8080")).isEqualTo(ALLOWED);
        assertThat(toApi("[{port: http}]", "TCP 80")).isEqualTo(DENIED);
        assertThat(toApi("[{port: https}]", "TCP 8080")).isEqualTo(DENIED);
    }

    @Test
    void the_named_port_of_an_egress_rule_is_the_destinations_too() {
        String spec =
                """
                podSelector: {matchLabels: {app: web}}
                policyTypes: [Egress]
                egress: [{ports: [{port: http}]}]
                """;
        String other =
                """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: other}
                spec: {containers: [{name: c, ports: [{name: http, containerPort: 9090}]}]}
                """;
        String yaml = ALL + other + policy(spec);
        assertThat(ask(yaml, "web -> api TCP 8080")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "web -> api TCP 9090")).isEqualTo(DENIED);
        assertThat(ask(yaml, "web -> other TCP 9090")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "web -> lab/web TCP 8080")).isEqualTo(DENIED);
    }

    @Test
    void a_named_port_must_match_in_protocol_too() {
        assertThat(toApi("[{protocol: UDP, port: http}]", "UDP 8080")).isEqualTo(DENIED);
        assertThat(toApi("[{protocol: UDP, port: http}]", "TCP 8080")).isEqualTo(DENIED);
    }

    @Test
    void a_named_port_matches_no_node_and_no_address_outside() {
        String spec =
                """
                podSelector: {matchLabels: {app: web}}
                policyTypes: [Egress]
                egress: [{ports: [{port: http}]}]
                """;
        String hostPod =
                """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: host}
                spec:
                  hostNetwork: true
                  nodeName: n2
                  containers: [{name: c, ports: [{name: http, containerPort: 8080}]}]
                """;
        String yaml = ALL + hostPod + policy(spec);
        assertThat(ask(yaml, "web -> host TCP 8080")).isEqualTo(DENIED);
        assertThat(ask(yaml, "web -> Node n2 TCP 8080")).isEqualTo(DENIED);
        assertThat(ask(yaml, "web -> 198.51.100.1 TCP 8080")).isEqualTo(DENIED);
    }

    @Test
    void end_port_opens_a_range() {
        assertThat(toApi("[{port: 8000, endPort: 8002}]", "TCP 7999")).isEqualTo(DENIED);
        assertThat(toApi("[{port: 8000, endPort: 8002}]", "TCP 8000")).isEqualTo(ALLOWED);
        assertThat(toApi("[{port: 8000, endPort: 8002}]", "TCP 8001")).isEqualTo(ALLOWED);
    }

    @Test
    void end_port_itself_belongs_to_the_range() {
        assertThat(toApi("[{port: 8000, endPort: 8002}]", "TCP 8002")).isEqualTo(ALLOWED);
        assertThat(toApi("[{port: 8000, endPort: 8002}]", "TCP 8003")).isEqualTo(DENIED);
        assertThat(toApi("[{port: 1, endPort: 65535}]", "TCP 65535")).isEqualTo(ALLOWED);
    }

    @Test
    void icmp_is_allowed_by_rules_without_ports_only() {
        assertThat(toApi("[{protocol: TCP}, {protocol: UDP}, {protocol: SCTP}]", "ICMP 2048"))
                .isEqualTo(DENIED);
        assertThat(toApi("[]", "ICMP 2048")).isEqualTo(ALLOWED);
        assertThat(ask(ALL, "web -> api ICMP 2048")).isEqualTo(ALLOWED);
    }
}
