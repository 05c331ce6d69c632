package dev.postern.engine.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.engine.Engine;
import dev.postern.engine.Manifests;
import dev.postern.engine.Profile;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final String PAIR =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a, labels: {app: a}}
            spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: b, labels: {app: b}}
            spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: only-a}
            spec:
              podSelector: {matchLabels: {app: b}}
              ingress:
              - from: [{podSelector: {matchLabels: {app: a}}}]
                ports: [{port: 80}]
            """;

    private static Batch.Row ask(String source, String destination, String protocol, String port)
            throws Misunderstood {
        Engine engine = Engine.compile(Manifests.read(PAIR), Profile.ASSUMED);
        return new Batch(new Inquiry(engine, "default")).ask(source, destination, protocol, port);
    }

    @Test
    void an_allowed_row_names_both_sides() throws Misunderstood {
        Batch.Row row = ask("a", "b", "TCP", "80");
        assertThat(row.verdict().word()).isEqualTo("allowed");
        assertThat(row.decidedBy())
                .isEqualTo(
                        "egress not isolated; NetworkPolicy default/only-a ingress[0] at -:17:5");
    }

    @Test
    void a_denied_row_names_the_side_that_refuses() throws Misunderstood {
        Batch.Row row = ask("b", "b", "TCP", "80");
        assertThat(row.verdict().word()).isEqualTo("allowed");
        assertThat(row.decidedBy()).isEqualTo("itself; itself");
        assertThat(ask("a", "b", "UDP", "80").decidedBy())
                .isEqualTo("ingress isolated by NetworkPolicy default/only-a, no rule matches");
        assertThat(ask("a", "b", "ICMP", "").verdict().word()).isEqualTo("denied");
    }

    @Test
    void a_policy_that_closes_both_directions_is_named_with_the_one_that_decides()
            throws Misunderstood {
        Engine engine =
                Engine.compile(
                        Manifests.read(
                                PAIR
                                        + """
                                        ---
                                        apiVersion: v1
                                        kind: Pod
                                        metadata: {name: c, labels: {app: c}}
                                        spec: {containers: [{name: c, image: i}]}
                                        ---
                                        apiVersion: networking.k8s.io/v1
                                        kind: NetworkPolicy
                                        metadata: {name: shut}
                                        spec:
                                          podSelector: {matchLabels: {app: c}}
                                          policyTypes: [Ingress, Egress]
                                        """),
                        Profile.ASSUMED);
        Batch batch = new Batch(new Inquiry(engine, "default"));
        assertThat(batch.ask("a", "c", "TCP", "80").decidedBy())
                .isEqualTo("ingress isolated by NetworkPolicy default/shut, no rule matches");
        assertThat(batch.ask("c", "a", "TCP", "80").decidedBy())
                .isEqualTo("egress isolated by NetworkPolicy default/shut, no rule matches");
    }

    @Test
    void a_row_may_be_about_a_block() throws Misunderstood {
        Batch.Row row = ask("192.0.2.0/24", "b", "TCP", "80");
        assertThat(row.verdict().word()).isEqualTo("denied");
        assertThat(ask("b", "192.0.2.0/24", "TCP", "80").verdict().word()).isEqualTo("allowed");
    }

    @Test
    void a_row_without_a_port_is_refused() {
        assertThatThrownBy(() -> ask("a", "b", "TCP", ""))
                .hasMessage("A question about TCP needs a port.");
    }
}
