package dev.postern.engine;

import static dev.postern.engine.Scenery.ALL;
import static dev.postern.engine.Scenery.ask;
import static dev.postern.engine.Scenery.policy;
import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeerTest {

    private static String from(String peers) {
        return ALL
                + policy(
                        "podSelector: {matchLabels: {app: api}}\ningress:\n- from: %s\n"
                                .formatted(peers));
    }

    @Test
    void a_rule_without_from_is_about_everyone() {
        String yaml =
                ALL
                        + policy(
                                """
                                podSelector: {matchLabels: {app: api}}
                                ingress: [{ports: [{port: 80}]}]
                                """);
        assertThat(ask(yaml, "lab/web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(from("null"), "lab/web -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void an_empty_from_list_allows_everyone() {
        assertThat(ask(from("[]"), "lab/web -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void everyone_includes_addresses_outside_and_nodes() {
        assertThat(ask(from("[]"), "198.51.100.1 -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(from("[]"), "Node n1 -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void an_empty_namespace_selector_matches_no_address_outside() {
        String yaml = from("[{namespaceSelector: {}}]");
        assertThat(ask(yaml, "198.51.100.1 -> api TCP 80")).isEqualTo(DENIED);
        assertThat(ask(yaml, "169.254.169.254 -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void an_empty_namespace_selector_matches_every_namespace() {
        String yaml = from("[{namespaceSelector: {}}]");
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "lab/web -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void the_selectors_of_one_peer_must_both_match() {
        String yaml =
                from(
                        "[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: lab}},"
                                + " podSelector: {matchLabels: {app: web}}}]");
        assertThat(ask(yaml, "lab/web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void one_matching_peer_is_enough() {
        String yaml =
                from(
                        "[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: lab}}},"
                                + " {podSelector: {matchLabels: {app: web}}}]");
        assertThat(ask(yaml, "lab/web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void a_pod_selector_alone_looks_in_its_own_namespace() {
        String yaml = from("[{podSelector: {matchLabels: {app: web}}}]");
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "lab/web -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void a_namespace_selector_alone_matches_every_pod_there() {
        String yaml =
                from("[{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: lab}}}]");
        assertThat(ask(yaml, "lab/web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void the_metadata_service_is_an_address_like_any_other() {
        String inside =
                policy(
                        """
                        podSelector: {}
                        policyTypes: [Egress]
                        egress: [{to: [{namespaceSelector: {}}], ports: [{port: 443}]}]
                        """);
        String anywhere =
                policy(
                        """
                        podSelector: {}
                        policyTypes: [Egress]
                        egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]
                        """);
        assertThat(ask(ALL + inside, "web -> 169.254.169.254 TCP 443")).isEqualTo(DENIED);
        assertThat(ask(ALL + anywhere, "web -> 169.254.169.254 TCP 80")).isEqualTo(ALLOWED);
    }
}
