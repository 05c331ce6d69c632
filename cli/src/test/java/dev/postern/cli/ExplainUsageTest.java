package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExplainUsageTest {
    private static final String SHOP =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 80}]}]}
            ---
            apiVersion: batch/v1
            kind: Job
            metadata: {name: web, namespace: shop}
            spec:
              template:
                metadata: {labels: {app: job}}
                spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: api, namespace: shop}
            spec:
              selector: {matchLabels: {app: api}}
              template:
                metadata: {labels: {app: api}}
                spec: {containers: [{name: c, image: i}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: mirror, namespace: shop}
            spec: {type: ExternalName, externalName: mirror.example.com}
            """;

    /** What is wrong with a question: nothing is printed but the sentence and the way to help. */
    private static String complaint(String... ends) {
        Run run =
                Run.withInput(
                        SHOP,
                        Stream.of(Stream.of("explain"), Stream.of(ends), Stream.of("-"))
                                .flatMap(words -> words)
                                .toArray(String[]::new));
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).hasLineCount(2).endsWith("'postern explain --help' shows how.\n");
        return run.err();
    }

    @Test
    void one_end_alone_is_told_to_name_both() {
        Run run = Run.of("explain", "shop/api");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err())
                .contains("name both ends, such as shop/frontend shop/backend:8080")
                .contains("'postern explain --help' shows how.");
    }

    @Test
    void a_mistyped_name_gets_the_nearest() {
        assertThat(complaint("shop/apo", "shop/api:80"))
                .contains("there is no workload 'shop/apo'; did you mean shop/api?");
        assertThat(complaint("shop/api", "svc/shop/mirorr:80"))
                .contains("did you mean shop/mirror?");
        assertThat(complaint("pod/shop/api-0", "shop/api:80"))
                .contains("there is no pod 'shop/api-0'");
        assertThat(complaint("node/n1", "shop/api:80")).contains("there is no node 'n1'");
    }

    @Test
    void a_name_in_a_namespace_that_is_not_there_says_so() {
        assertThat(complaint("elsewhere/x", "shop/api:80")).contains("nor a namespace 'elsewhere'");
    }

    @Test
    void a_name_of_two_workloads_lists_both() {
        assertThat(complaint("shop/web", "shop/api:80"))
                .contains("'shop/web' is the name of several workloads; write ")
                .contains("deployment/shop/web")
                .contains("job/shop/web");
    }

    @Test
    void a_name_of_no_form_is_told_the_forms() {
        assertThat(complaint("a/b/c/d", "shop/api:80"))
                .contains("'a/b/c/d' names no end; write NAMESPACE/WORKLOAD");
        assertThat(complaint("", "shop/api:80")).contains("an end of the question is empty");
    }

    @Test
    void a_dns_name_outside_the_cluster_is_no_address() {
        assertThat(complaint("shop/api", "www.example.com:443"))
                .contains("'www.example.com' is a DNS name outside the cluster");
        assertThat(complaint("shop/api", "svc/shop/mirror:443"))
                .contains("is only a DNS name for mirror.example.com");
    }

    @Test
    void a_port_that_is_none_is_named() {
        assertThat(complaint("shop/api", "shop/api:70000"))
                .contains("port 70000 is not between 1 and 65535");
        assertThat(complaint("shop/api", "shop/api:80/quic"))
                .contains("'quic' is no protocol; write tcp, udp, sctp or icmp");
        assertThat(complaint("shop/api", "shop/api:sql"))
                .contains("no container of shop/api declares a TCP port named 'sql'");
        assertThat(complaint("shop/api", "[2001:db8::1:443"))
                .contains("opens a bracket and does not close it");
    }

    @Test
    void an_unknown_network_plugin_is_told_the_known_ones() {
        assertThat(complaint("--cni", "flanel", "shop/api", "shop/api:80"))
                .contains("--cni: 'flanel' is not among ", "flannel");
    }
}
