package dev.postern.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Cluster;
import dev.postern.model.ObjectName;
import dev.postern.model.Protocol;
import org.junit.jupiter.api.Test;

class ProfilesTest {
    private static final String CLOSED =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: a}
            spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: b}
            spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: closed}
            spec: {podSelector: {}}
            ---
            """;

    private static String daemonSet(String name) {
        return """
        apiVersion: apps/v1
        kind: DaemonSet
        metadata: {name: %s, namespace: kube-system}
        spec:
          selector: {matchLabels: {app: cni}}
          template:
            metadata: {labels: {app: cni}}
            spec: {hostNetwork: true, containers: [{name: c, image: i}]}
        ---
        """
                .formatted(name);
    }

    private static Decision decide(Profile profile) {
        Engine engine = Engine.compile(Manifests.read(CLOSED), profile);
        return engine.decide(pod("a"), pod("b"), Protocol.TCP, 80);
    }

    private static End pod(String name) {
        return new End.OfPod(new ObjectName("Pod", "default", name));
    }

    @Test
    void flannel_enforces_nothing_and_what_the_policies_say_stands_beside_it() {
        Decision decision = decide(Profiles.named("flannel").orElseThrow());
        assertThat(decision.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(decision.policyVerdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void a_cni_that_may_enforce_leaves_denials_unknown() {
        Decision decision = decide(Profiles.named("aws-vpc-cni").orElseThrow());
        assertThat(decision.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(decision.policyVerdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void a_cni_shows_by_its_daemon_set() {
        Cluster cluster = Manifests.read(CLOSED + daemonSet("kube-flannel-ds"));
        assertThat(Profiles.seenIn(cluster)).map(Profile::name).contains("flannel");
        assertThat(Profiles.seenIn(Manifests.read(CLOSED))).isEmpty();
    }

    @Test
    void where_two_are_seen_the_one_that_enforces_counts() {
        Cluster cluster =
                Manifests.read(CLOSED + daemonSet("kube-flannel-ds") + daemonSet("calico-node"));
        assertThat(Profiles.seenIn(cluster)).map(Profile::name).contains("calico");
    }

    @Test
    void every_name_leads_to_its_profile() {
        for (String name : Profiles.names()) {
            assertThat(Profiles.named(name)).map(Profile::name).contains(name);
        }
        assertThat(Profiles.named("calcio")).isEmpty();
    }
}
