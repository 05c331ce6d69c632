package dev.postern.engine;

import static dev.postern.engine.Scenery.ALL;
import static dev.postern.engine.Scenery.ask;
import static dev.postern.engine.Scenery.policy;
import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IsolationTest {

    @Test
    void a_pod_that_no_policy_selects_is_open_both_ways() {
        String yaml = ALL + policy("podSelector: {matchLabels: {app: db}}");
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "198.51.100.1 -> web UDP 53")).isEqualTo(ALLOWED);
    }

    @Test
    void a_policy_isolates_only_the_directions_of_its_types() {
        String yaml =
                ALL
                        + policy(
                                """
                                podSelector: {matchLabels: {app: web}}
                                policyTypes: [Ingress]
                                """);
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "api -> web TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void a_policy_with_only_egress_and_no_types_still_isolates_ingress() {
        String yaml =
                ALL
                        + policy(
                                """
                                podSelector: {matchLabels: {app: web}}
                                egress: [{}]
                                """);
        assertThat(ask(yaml, "api -> web TCP 80")).isEqualTo(DENIED);
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void egress_rules_without_types_isolate_egress() {
        String yaml =
                ALL
                        + policy(
                                """
                                podSelector: {matchLabels: {app: web}}
                                egress: [{ports: [{port: 443}]}]
                                """);
        assertThat(ask(yaml, "web -> api TCP 443")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void an_empty_egress_list_without_types_leaves_egress_open() {
        String yaml =
                ALL
                        + policy(
                                """
                                podSelector: {matchLabels: {app: web}}
                                egress: []
                                """);
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "api -> web TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void rules_of_a_direction_that_the_types_leave_out_say_nothing() {
        String yaml =
                ALL
                        + policy(
                                """
                                podSelector: {matchLabels: {app: web}}
                                policyTypes: [Ingress]
                                egress: [{ports: [{port: 443}]}]
                                """);
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void an_empty_pod_selector_selects_every_pod_of_the_namespace() {
        String yaml = ALL + policy("podSelector: {}");
        assertThat(ask(yaml, "api -> web TCP 80")).isEqualTo(DENIED);
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void a_policy_selects_nothing_in_other_namespaces() {
        String yaml = ALL + policy("podSelector: {}");
        assertThat(ask(yaml, "api -> lab/web TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void an_object_without_a_namespace_lies_in_default() {
        String policy =
                """
                ---
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: deny, namespace: default}
                spec: {podSelector: {}}
                """;
        assertThat(ask(ALL + policy, "api -> web TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void what_one_policy_allows_no_other_takes_away() {
        String deny = policy("podSelector: {}");
        String allow =
                policy(
                        """
                        podSelector: {matchLabels: {app: api}}
                        ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]
                        """);
        assertThat(ask(ALL + deny + allow, "web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + deny + allow, "lab/web -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void both_sides_must_agree() {
        String ingress =
                policy(
                        """
                        podSelector: {matchLabels: {app: api}}
                        ingress: [{from: [{podSelector: {matchLabels: {app: web}}}]}]
                        """);
        String egress =
                policy(
                        """
                        podSelector: {matchLabels: {app: web}}
                        policyTypes: [Egress]
                        egress: [{ports: [{port: 443}]}]
                        """);
        assertThat(ask(ALL + ingress, "web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + ingress + egress, "web -> api TCP 80")).isEqualTo(DENIED);
        assertThat(ask(ALL + ingress + egress, "web -> api TCP 443")).isEqualTo(ALLOWED);
    }

    @Test
    void an_empty_or_absent_list_of_rules_denies_all() {
        for (String rules :
                new String[] {"ingress: []", "ingress: null", "policyTypes: [Ingress]"}) {
            String yaml = ALL + policy("podSelector: {matchLabels: {app: api}}\n" + rules);
            assertThat(ask(yaml, "web -> api TCP 80")).as(rules).isEqualTo(DENIED);
            assertThat(ask(yaml, "198.51.100.1 -> api TCP 80")).as(rules).isEqualTo(DENIED);
        }
    }

    @Test
    void an_empty_rule_allows_everyone() {
        String yaml = ALL + policy("podSelector: {matchLabels: {app: api}}\ningress: [{}]");
        assertThat(ask(yaml, "web -> api UDP 5353")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "198.51.100.1 -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "198.51.100.1 -> api ICMP 2048")).isEqualTo(ALLOWED);
    }
}
