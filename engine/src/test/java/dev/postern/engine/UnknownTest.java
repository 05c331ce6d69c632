package dev.postern.engine;

import static dev.postern.engine.Scenery.API;
import static dev.postern.engine.Scenery.WEB;
import static dev.postern.engine.Scenery.ask;
import static dev.postern.engine.Scenery.policy;
import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static dev.postern.engine.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnknownTest {
    private static final String SHOP =
            """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: shop}
            spec:
              selector: {matchLabels: {app: shop}}
              template:
                metadata: {labels: {app: shop}}
                spec: {containers: [{name: shop}]}
            """;

    /** Selects the shop's pods of one revision, and nobody knows which that is. */
    private static final String ONE_REVISION =
            "podSelector: {matchLabels: {pod-template-hash: x1}}\n";

    private static final String ANY_BLOCK_OF_PODS =
            """
            podSelector: {matchLabels: {app: api}}
            ingress: [{from: [{ipBlock: {cidr: 10.244.7.0/24}}]}]
            """;

    @Test
    void denied_by_one_side_is_denied_whatever_is_not_known_of_the_other() {
        String yaml = SHOP + API + policy(ANY_BLOCK_OF_PODS);
        String deny = policy("podSelector: {matchLabels: {app: shop}}\npolicyTypes: [Egress]\n");
        assertThat(ask(yaml, "Deployment shop -> api TCP 80")).isEqualTo(UNKNOWN);
        assertThat(ask(yaml + deny, "Deployment shop -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void allowed_by_one_rule_is_allowed_whatever_is_not_known_of_others() {
        String yaml = SHOP + API + policy(ANY_BLOCK_OF_PODS);
        String allow =
                policy(
                        """
                        podSelector: {matchLabels: {app: api}}
                        ingress: [{from: [{podSelector: {matchLabels: {app: shop}}}]}]
                        """);
        assertThat(ask(yaml + allow, "Deployment shop -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void a_policy_that_may_select_a_pod_shuts_nothing_that_it_would_open() {
        String opens = policy(ONE_REVISION + "ingress: [{ports: [{port: 80}]}]\n");
        assertThat(ask(SHOP + WEB + opens, "web -> Deployment shop TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(SHOP + WEB + opens, "web -> Deployment shop TCP 81")).isEqualTo(UNKNOWN);
    }

    @Test
    void what_a_policy_that_may_select_opens_is_unknown_where_another_shuts() {
        String opens = policy(ONE_REVISION + "ingress: [{ports: [{port: 80}]}]\n");
        String shuts = policy("podSelector: {matchLabels: {app: shop}}\n");
        String yaml = SHOP + WEB + opens + shuts;
        assertThat(ask(yaml, "web -> Deployment shop TCP 80")).isEqualTo(UNKNOWN);
        assertThat(ask(yaml, "web -> Deployment shop TCP 81")).isEqualTo(DENIED);
    }
}
