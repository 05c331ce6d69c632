package dev.postern.engine;

import static dev.postern.engine.Verdict.ALLOWED;
import static dev.postern.engine.Verdict.DENIED;
import static dev.postern.engine.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Protocol;
import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a document that can't be read makes of the verdicts that it could change. */
class GapTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: shop, labels: {app: web}}
            spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: shop, labels: {app: api}}
            spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: far, namespace: other, labels: {app: far}}
            spec: {containers: [{name: c, image: i}]}
            ---
            """;
    private static final String API_ADMITS_WEB =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: api, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: api}}
              ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 80}]}]
            ---
            """;
    private static final String BROKEN_POLICY =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: broken, namespace: shop}
            spec: {podSelector: {}, ingres: []}
            ---
            """;

    private static Verdict ask(String yaml, String source, String destination, int port) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        ReadRequest request =
                new ReadRequest(
                        List.of("-"),
                        () -> new ByteArrayInputStream(bytes),
                        "default",
                        true,
                        false,
                        List.of());
        try {
            Reading reading = Reader.read(request);
            return Engine.compile(reading.cluster(), Profile.ASSUMED)
                    .decide(Ends.parse(source), Ends.parse(destination), Protocol.TCP, port)
                    .verdict();
        } catch (UnreadableInput unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void an_unreadable_network_policy_takes_away_nothing_that_another_allows() {
        String yaml = PODS + API_ADMITS_WEB + BROKEN_POLICY;
        // Egress of web is not isolated, and the broken one might do that.
        assertThat(ask(yaml, "shop/web", "shop/api", 80)).isEqualTo(UNKNOWN);
        assertThat(ask(yaml, "other/far", "shop/api", 80)).isEqualTo(UNKNOWN);
        String admitsFar =
                API_ADMITS_WEB.replace(
                        "podSelector: {matchLabels: {app: web}}", "namespaceSelector: {}");
        assertThat(ask(PODS + admitsFar + BROKEN_POLICY, "other/far", "shop/api", 80))
                .isEqualTo(ALLOWED);
    }

    @Test
    void what_an_unreadable_network_policy_might_open_is_not_denied() {
        String yaml = PODS + API_ADMITS_WEB + BROKEN_POLICY;
        assertThat(ask(PODS + API_ADMITS_WEB, "other/far", "shop/api", 81)).isEqualTo(DENIED);
        assertThat(ask(yaml, "other/far", "shop/api", 81)).isEqualTo(UNKNOWN);
    }

    @Test
    void an_unreadable_network_policy_reaches_no_other_namespace() {
        assertThat(ask(PODS + BROKEN_POLICY, "other/far", "other/far", 80)).isEqualTo(ALLOWED);
        assertThat(ask(PODS + BROKEN_POLICY, "192.0.2.1", "other/far", 80)).isEqualTo(ALLOWED);
        assertThat(ask(PODS + BROKEN_POLICY, "192.0.2.1", "shop/web", 80)).isEqualTo(UNKNOWN);
    }

    @Test
    void a_policy_kind_that_may_deny_leaves_every_verdict_of_its_pods_open() {
        String cilium =
                """
                apiVersion: cilium.io/v2
                kind: CiliumNetworkPolicy
                metadata: {name: other-dialect, namespace: shop}
                spec: {endpointSelector: {}}
                ---
                """;
        String admits =
                API_ADMITS_WEB.replace(
                        "podSelector: {matchLabels: {app: web}}", "namespaceSelector: {}");
        assertThat(ask(PODS + admits + cilium, "other/far", "shop/api", 80)).isEqualTo(UNKNOWN);
        assertThat(ask(PODS + admits + cilium, "other/far", "shop/api", 81)).isEqualTo(UNKNOWN);
        assertThat(ask(PODS + admits + cilium, "192.0.2.1", "other/far", 80)).isEqualTo(ALLOWED);
    }

    @Test
    void a_cluster_wide_policy_that_is_not_understood_leaves_everything_open() {
        String admin =
                """
                apiVersion: policy.networking.k8s.io/v1alpha1
                kind: AdminNetworkPolicy
                metadata: {name: admin}
                spec: {priority: 1}
                ---
                """;
        assertThat(ask(PODS + admin, "192.0.2.1", "other/far", 80)).isEqualTo(UNKNOWN);
    }

    @Test
    void a_text_that_is_not_even_yaml_might_be_anything() {
        assertThat(ask(PODS + "kind: [NetworkPolicy\n---\n", "192.0.2.1", "other/far", 80))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void of_a_workload_that_cannot_be_read_nothing_is_known() {
        String broken =
                """
                apiVersion: v1
                kind: Pod
                metadata: {name: broken, namespace: shop, labels: [app]}
                spec: {containers: [{name: c, image: i}]}
                ---
                """;
        assertThat(ask(PODS + API_ADMITS_WEB + broken, "shop/broken", "shop/api", 80))
                .isEqualTo(UNKNOWN);
        assertThat(ask(PODS + API_ADMITS_WEB + broken, "shop/broken", "shop/api", 81))
                .isEqualTo(DENIED);
        assertThat(ask(PODS + API_ADMITS_WEB + broken, "shop/web", "shop/api", 80))
                .isEqualTo(ALLOWED);
    }

    @Test
    void a_namespace_whose_labels_cannot_be_read_may_match_any_selector() {
        String broken =
                """
                apiVersion: v1
                kind: Namespace
                metadata: {name: other, labels: {env: on}}
                ---
                """;
        String byLabel =
                API_ADMITS_WEB.replace(
                        "podSelector: {matchLabels: {app: web}}",
                        "namespaceSelector: {matchLabels: {env: prod}}");
        assertThat(ask(PODS + byLabel, "other/far", "shop/api", 80)).isEqualTo(DENIED);
        assertThat(ask(PODS + byLabel + broken, "other/far", "shop/api", 80)).isEqualTo(UNKNOWN);
    }
}
