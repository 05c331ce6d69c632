package dev.postern.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.engine.Engine;
import dev.postern.engine.Manifests;
import dev.postern.engine.Profile;
import dev.postern.engine.question.Inquiry;
import dev.postern.engine.question.Misunderstood;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static final String PODS =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: prod, labels: {env: prod}}
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: dev, labels: {env: dev}}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: checkout, namespace: prod, labels: {app: checkout}}
            spec: {containers: [{name: c, image: i, ports: [{containerPort: 80}]}]}
            status: {podIPs: [{ip: 10.244.0.9}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: checkout, namespace: dev, labels: {app: checkout-api}}
            spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: api, namespace: prod, labels: {app: api}}
            spec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 8080}]}]}
            ---
            """;

    private static String admits(String from, String ports) {
        return PODS
                + """
                apiVersion: networking.k8s.io/v1
                kind: NetworkPolicy
                metadata: {name: api, namespace: prod}
                spec:
                  podSelector: {matchLabels: {app: api}}
                  ingress:
                  - from: [%s]
                    ports: [%s]
                """
                        .formatted(from, ports);
    }

    private static Story story(String yaml, String source, String destination)
            throws Misunderstood {
        Engine engine = Engine.compile(Manifests.read(yaml), Profile.ASSUMED);
        List<Story> stories =
                new Explainer(engine).explain(new Inquiry(engine, "prod").ask(source, destination));
        assertThat(stories).hasSize(1);
        return stories.getFirst();
    }

    private static List<String> misses(String yaml, String source, String destination)
            throws Misunderstood {
        return story(yaml, source, destination).ingress().misses().stream()
                .flatMap(miss -> miss.differences().stream())
                .map(Difference::text)
                .toList();
    }

    @Test
    void a_label_that_drifted_is_the_nearest_miss() throws Misunderstood {
        String yaml = admits("{podSelector: {matchLabels: {app: checkout-api}}}", "{port: 8080}");
        assertThat(misses(yaml, "checkout", "api:8080"))
                .containsExactly("rule wants app=checkout-api, the pod has app=checkout");
    }

    @Test
    void a_missing_label_a_wrong_namespace_and_a_wrong_port_are_told_apart() throws Misunderstood {
        String role = admits("{podSelector: {matchLabels: {role: client}}}", "{port: 8080}");
        assertThat(misses(role, "checkout", "api:8080"))
                .containsExactly("rule wants role=client, the pod has no role");
        String own = admits("{podSelector: {matchLabels: {app: checkout-api}}}", "{port: 8080}");
        assertThat(misses(own, "dev/checkout", "api:8080"))
                .containsExactly("rule wants pods of namespace prod, the pod is in dev");
        String env = admits("{namespaceSelector: {matchLabels: {env: prod}}}", "{port: 8080}");
        assertThat(misses(env, "dev/checkout", "api:8080"))
                .containsExactly("rule wants env=prod, the namespace dev has env=dev");
        assertThat(misses(own.replace("checkout-api", "checkout"), "checkout", "api:80"))
                .containsExactly("rule is for TCP 8080, asked was TCP 80");
    }

    @Test
    void an_address_in_an_except_is_named_with_it() throws Misunderstood {
        String yaml =
                admits("{ipBlock: {cidr: 192.0.2.0/24, except: [192.0.2.8/29]}}", "{port: 8080}");
        assertThat(misses(yaml, "192.0.2.9", "api:8080"))
                .containsExactly(
                        "rule allows 192.0.2.0/24 except 192.0.2.8/29, and the address is 192.0.2.9");
    }

    @Test
    void a_named_port_says_what_the_destination_calls_so() throws Misunderstood {
        String yaml = admits("{podSelector: {}}", "{port: http}");
        assertThat(misses(yaml, "checkout", "api:80"))
                .containsExactly("rule is for TCP 'http' (there TCP 8080), asked was TCP 80");
        assertThat(misses(yaml.replace("port: http", "port: web"), "checkout", "api:8080"))
                .containsExactly(
                        "rule is for TCP 'web' (which the destination does not name), asked was TCP 8080");
    }

    @Test
    void a_drop_is_a_timeout_and_a_port_nobody_declares_is_probably_refused() throws Misunderstood {
        String yaml = admits("{podSelector: {matchLabels: {app: nobody}}}", "{port: 8080}");
        assertThat(story(yaml, "checkout", "api:8080").client()).isEqualTo(Client.TIMES_OUT);
        assertThat(story(PODS, "checkout", "api:8080").client()).isEqualTo(Client.CONNECTS);
        assertThat(story(PODS, "checkout", "api:9999").client()).isEqualTo(Client.PROBABLY_REFUSED);
        assertThat(story(PODS, "api", "dev/checkout:9999").client()).isEqualTo(Client.CONNECTS);
    }

    @Test
    void the_commands_to_try_run_in_the_client() throws Misunderstood {
        assertThat(story(PODS, "dev/checkout", "prod/checkout:80").attempts())
                .containsExactly(
                        "kubectl -n dev exec checkout -- nc -zv -w3 10.244.0.9 80",
                        "kubectl -n dev debug -it checkout --image=busybox -- nc -zv -w3 10.244.0.9 80");
        assertThat(story(PODS, "192.0.2.1", "prod/checkout:80").attempts()).isEmpty();
    }

    @Test
    void a_rule_that_decides_leaves_no_miss() throws Misunderstood {
        String yaml = admits("{podSelector: {}}", "{port: 8080}");
        assertThat(story(yaml, "checkout", "api:8080").ingress().misses()).isEmpty();
    }
}
