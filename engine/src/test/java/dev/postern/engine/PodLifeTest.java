package dev.postern.engine;

import static dev.postern.engine.Scenery.API;
import static dev.postern.engine.Scenery.NODES;
import static dev.postern.engine.Scenery.WEB;
import static dev.postern.engine.Scenery.ask;
import static dev.postern.engine.Scenery.policy;
import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static dev.postern.engine.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PodLifeTest {
    private static final String DENY = policy("podSelector: {}\npolicyTypes: [Ingress, Egress]\n");

    private static final String TEMPLATE =
            """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              replicas: %d
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec: {containers: [{name: shop}]}
            """;

    @ParameterizedTest
    @ValueSource(strings = {"Succeeded", "Failed"})
    void a_finished_pod_neither_sends_nor_receives(String phase) {
        String done = WEB.replace("{podIP", "{phase: " + phase + ", podIP");
        assertThat(ask(done + API, "web -> api TCP 80")).isEqualTo(DENIED);
        assertThat(ask(done + API, "api -> web TCP 80")).isEqualTo(DENIED);
        assertThat(ask(done + API + NODES, "Node n1 -> web TCP 80")).isEqualTo(DENIED);
        assertThat(ask(done + API, "web -> web TCP 80")).isEqualTo(DENIED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Pending", "Running", "Unknown"})
    void a_pod_that_starts_or_ends_keeps_its_policies(String phase) {
        String alive = WEB.replace("{podIP", "{phase: " + phase + ", podIP");
        assertThat(ask(alive + API, "web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(alive + API + DENY, "web -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void the_address_of_a_finished_pod_is_its_no_longer() {
        String done = WEB.replace("{podIP", "{phase: Succeeded, podIP");
        String heir =
                """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: heir, labels: {app: heir}}
                spec: {containers: [{name: heir}]}
                status: {podIP: 10.244.1.5}
                """;
        String allow =
                policy(
                        """
                        podSelector: {matchLabels: {app: api}}
                        ingress: [{from: [{podSelector: {matchLabels: {app: %s}}}]}]
                        """);
        String yaml = done + heir + API;
        String connection = "10.244.1.5 -> api TCP 80";
        assertThat(ask(yaml + allow.formatted("heir"), connection)).isEqualTo(ALLOWED);
        assertThat(ask(yaml + allow.formatted("web"), connection)).isEqualTo(DENIED);
    }

    @Test
    void no_policy_keeps_a_pod_from_itself() {
        assertThat(ask(WEB + API + DENY, "web -> web TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(WEB + API + DENY, "web -> 10.244.1.5 TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(WEB + API + DENY, "web -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void a_template_of_several_replicas_is_not_one_pod() {
        String connection = "Deployment shop -> Deployment shop TCP 80";
        assertThat(ask(TEMPLATE.formatted(2) + DENY, connection)).isEqualTo(DENIED);
        assertThat(ask(TEMPLATE.formatted(1) + DENY, connection)).isEqualTo(ALLOWED);
        assertThat(ask(TEMPLATE.formatted(0) + DENY, connection)).isEqualTo(ALLOWED);
    }

    @Test
    void the_address_of_a_pod_is_that_pod() {
        String allow =
                policy(
                        """
                        podSelector: {matchLabels: {app: api}}
                        ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]
                        """);
        assertThat(ask(WEB + API + allow, "10.244.1.5 -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(WEB + API + allow, "web -> 10.244.2.6 TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(WEB + API + allow, "198.51.100.1 -> 10.244.2.6 TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void an_address_in_the_pod_range_that_no_pod_holds_may_be_a_pods() {
        String allow =
                policy(
                        """
                        podSelector: {matchLabels: {app: api}}
                        ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]
                        """);
        assertThat(ask(WEB + API + allow, "10.244.9.9 -> api TCP 80")).isEqualTo(UNKNOWN);
        assertThat(ask(WEB + API + allow, "api -> 10.244.9.9 TCP 80")).isEqualTo(UNKNOWN);
        assertThat(ask(WEB + API + DENY, "10.244.9.9 -> api TCP 80")).isEqualTo(DENIED);
    }
}
