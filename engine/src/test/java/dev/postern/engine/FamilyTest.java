package dev.postern.engine;

import static dev.postern.engine.Scenery.API;
import static dev.postern.engine.Scenery.WEB;
import static dev.postern.engine.Scenery.ask;
import static dev.postern.engine.Scenery.policy;
import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static dev.postern.engine.Verdict.MIXED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FamilyTest {
    private static final String DUAL_WEB =
            WEB.replace("podIP: 10.244.1.5", "podIPs: [{ip: 10.244.1.5}, {ip: 'fd00::5'}]");
    private static final String DUAL_API =
            API.replace("podIP: 10.244.2.6", "podIPs: [{ip: 10.244.2.6}, {ip: 'fd00::6'}]");
    private static final String V6_API = API.replace("10.244.2.6", "'fd00::6'");

    private static String from(String cidr) {
        return policy(
                "podSelector: {matchLabels: {app: api}}\ningress: [{from: [{ipBlock: {cidr: '"
                        + cidr
                        + "'}}]}]\n");
    }

    @Test
    void each_family_that_both_ends_have_is_judged() {
        String connection = "web -> api TCP 80";
        assertThat(ask(DUAL_WEB + DUAL_API + from("10.244.0.0/16"), connection)).isEqualTo(MIXED);
        assertThat(ask(DUAL_WEB + DUAL_API + from("fd00::/64"), connection)).isEqualTo(MIXED);
        assertThat(ask(DUAL_WEB + DUAL_API + from("192.0.2.0/24"), connection)).isEqualTo(DENIED);
    }

    @Test
    void a_family_that_one_end_lacks_does_not_count() {
        String connection = "web -> api TCP 80";
        assertThat(ask(WEB + DUAL_API + from("10.244.0.0/16"), connection)).isEqualTo(ALLOWED);
        assertThat(ask(DUAL_WEB + V6_API + from("10.244.0.0/16"), connection)).isEqualTo(DENIED);
        assertThat(ask(DUAL_WEB + V6_API + from("fd00::/64"), connection)).isEqualTo(ALLOWED);
    }

    @Test
    void without_a_common_family_no_block_matches() {
        assertThat(ask(WEB + V6_API + from("0.0.0.0/0"), "web -> api TCP 80")).isEqualTo(DENIED);
        assertThat(ask(WEB + V6_API + from("::/0"), "web -> api TCP 80")).isEqualTo(DENIED);
    }
}
