package dev.postern.engine;

import static dev.postern.engine.Scenery.ALL;
import static dev.postern.engine.Scenery.API;
import static dev.postern.engine.Scenery.NODES;
import static dev.postern.engine.Scenery.ask;
import static dev.postern.engine.Scenery.policy;
import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static dev.postern.engine.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IpBlockTest {

    /** A pod that nobody has seen: its address is somewhere in the range of pods. */
    private static final String TEMPLATE =
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

    private static String from(String blocks) {
        return policy(
                "podSelector: {matchLabels: {app: api}}\ningress:\n- from: %s\n".formatted(blocks));
    }

    @Test
    void addresses_of_except_do_not_match() {
        String yaml = ALL + from("[{ipBlock: {cidr: 198.51.100.0/24, except: [198.51.100.8/29]}}]");
        assertThat(ask(yaml, "198.51.100.7 -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "198.51.100.8 -> api TCP 80")).isEqualTo(DENIED);
        assertThat(ask(yaml, "198.51.100.15 -> api TCP 80")).isEqualTo(DENIED);
        assertThat(ask(yaml, "198.51.100.16 -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "198.51.101.0 -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void except_carves_nothing_out_of_the_other_blocks() {
        String yaml =
                ALL
                        + from(
                                """
                                [{ipBlock: {cidr: 198.51.100.0/24, except: [198.51.100.8/29]}},
                                 {ipBlock: {cidr: 198.51.100.8/32}}]
                                """
                                        .replace("\n", " "));
        assertThat(ask(yaml, "198.51.100.8 -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "198.51.100.9 -> api TCP 80")).isEqualTo(DENIED);
    }

    @Test
    void a_block_holds_no_address_of_the_other_family() {
        String dual = API.replace("podIP: 10.244.2.6", "podIPs: [{ip: 10.244.2.6}, {ip: fd00::6}]");
        String v4 = dual + from("[{ipBlock: {cidr: 0.0.0.0/0}}]");
        String v6 = dual + from("[{ipBlock: {cidr: '::/0', except: ['2001:db8::/32']}}]");
        assertThat(ask(v4, "198.51.100.1 -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(v4, "2001:db8:f::1 -> api TCP 80")).isEqualTo(DENIED);
        assertThat(ask(v6, "198.51.100.1 -> api TCP 80")).isEqualTo(DENIED);
        assertThat(ask(v6, "2001:db8:f::1 -> api TCP 80")).isEqualTo(DENIED);
        assertThat(ask(v6, "2001:4860::1 -> api TCP 80")).isEqualTo(ALLOWED);
    }

    @Test
    void a_block_matches_the_addresses_of_pods_too() {
        String yaml = ALL + from("[{ipBlock: {cidr: 10.244.1.0/29}}]");
        assertThat(ask(yaml, "web -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(yaml, "10.244.1.5 -> api TCP 80")).isEqualTo(ALLOWED);
        assertThat(ask(ALL + from("[{ipBlock: {cidr: 10.244.1.6/32}}]"), "web -> api TCP 80"))
                .isEqualTo(DENIED);
    }

    @Test
    void a_pod_without_an_address_lies_in_the_pod_range() {
        String yaml = API + TEMPLATE + NODES;
        String connection = "Deployment shop -> api TCP 80";
        assertThat(ask(yaml + from("[{ipBlock: {cidr: 10.244.0.0/16}}]"), connection))
                .isEqualTo(ALLOWED);
        assertThat(ask(yaml + from("[{ipBlock: {cidr: 192.0.2.0/24}}]"), connection))
                .isEqualTo(DENIED);
        assertThat(ask(yaml + from("[{ipBlock: {cidr: 10.244.1.0/24}}]"), connection))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void the_blocks_of_a_rule_may_cover_the_pod_range_together() {
        String both = "[{ipBlock: {cidr: 10.244.1.0/24}}, {ipBlock: {cidr: 10.244.2.0/24}}]";
        assertThat(ask(API + TEMPLATE + NODES + from(both), "Deployment shop -> api TCP 80"))
                .isEqualTo(ALLOWED);
    }

    @Test
    void the_pod_range_is_what_the_nodes_say() {
        String range = NODES.replace("10.244.", "10.99.");
        String assumed = from("[{ipBlock: {cidr: 10.244.0.0/16}}]");
        String told = from("[{ipBlock: {cidr: 10.99.0.0/16}}]");
        String connection = "Deployment shop -> api TCP 80";
        assertThat(ask(API + TEMPLATE + range + assumed, connection)).isEqualTo(DENIED);
        assertThat(ask(API + TEMPLATE + range + told, connection)).isEqualTo(ALLOWED);
        assertThat(ask(API + TEMPLATE + assumed, connection)).isEqualTo(ALLOWED);
    }

    @Test
    void link_local_and_provider_addresses_are_addresses_like_any_other() {
        String egress =
                policy(
                        """
                        podSelector: {matchLabels: {app: api}}
                        policyTypes: [Egress]
                        egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.0.0/16]}}]}]
                        """);
        assertThat(ask(ALL + egress, "api -> 169.254.169.254 TCP 80")).isEqualTo(DENIED);
        assertThat(ask(ALL + egress, "api -> 168.63.129.16 TCP 80")).isEqualTo(ALLOWED);
    }
}
