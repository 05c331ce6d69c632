package dev.postern.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Cidr;
import dev.postern.model.Dialect;
import dev.postern.model.NamespaceScope;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.model.Peer;
import dev.postern.model.Peers;
import dev.postern.model.Placement;
import dev.postern.model.Policy;
import dev.postern.model.Ports;
import dev.postern.model.Protocol;
import dev.postern.model.Requirement;
import dev.postern.model.Rule;
import dev.postern.model.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a NetworkPolicy means, absent, null and empty fields included. */
class NetworkPolicyTest {

    /** A policy whose spec is the given text, indented by two. */
    private static Policy policy(String spec) {
        return Manifests.of(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: p, namespace: shop}
                        spec:
                        """
                                + spec.indent(2))
                .onlyPolicy();
    }

    private static Rule onlyIngressRule(String spec) {
        List<Rule> rules = policy(spec).ingress().orElseThrow().rules();
        assertThat(rules).hasSize(1);
        return rules.getFirst();
    }

    private static Selector labelled(String key, String value) {
        return new Selector(List.of(Requirement.equal(key, value)));
    }

    @Test
    void a_policy_keeps_its_name_subject_and_place() {
        Policy policy = policy("podSelector: {matchLabels: {app: web}}");

        assertThat(policy.name()).isEqualTo(new ObjectName("NetworkPolicy", "shop", "p"));
        assertThat(policy.dialect()).isEqualTo(Dialect.KUBERNETES);
        assertThat(policy.placement()).isEqualTo(new Placement.Additive());
        assertThat(policy.subject().namespaces()).isEqualTo(new NamespaceScope.Only("shop"));
        assertThat(policy.subject().pods()).isEqualTo(labelled("app", "web"));
        assertThat(policy.origin()).isEqualTo(new Origin.Written("a.yaml", 1, 1, ""));
    }

    @Test
    void a_policy_without_namespace_lies_in_the_default_one() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: p}
                        spec: {podSelector: {}}
                        """);

        assertThat(read.onlyPolicy().name().namespace()).isEqualTo("default");
        assertThat(read.cluster().namespaces()).extracting("name").containsExactly("default");
    }

    @Test
    void without_policy_types_ingress_is_isolated_even_where_only_egress_is_written() {
        Policy policy = policy("podSelector: {}\negress: [{}]");

        assertThat(policy.ingress().orElseThrow().rules()).isEmpty();
        assertThat(policy.ingress().orElseThrow().isolates()).isTrue();
        assertThat(policy.egress().orElseThrow().rules()).hasSize(1);
    }

    @Test
    void without_policy_types_an_egress_list_without_rules_isolates_no_egress() {
        assertThat(policy("podSelector: {}\negress: []").egress()).isEmpty();
        assertThat(policy("podSelector: {}\negress: null").egress()).isEmpty();
    }

    @Test
    void an_empty_list_of_policy_types_is_an_absent_one() {
        Policy policy = policy("podSelector: {}\npolicyTypes: []\negress: [{}]");

        assertThat(policy.ingress()).isPresent();
        assertThat(policy.egress()).isPresent();
    }

    @Test
    void policy_types_name_the_directions_in_force() {
        Policy egress = policy("podSelector: {}\npolicyTypes: [Egress]");
        assertThat(egress.ingress()).isEmpty();
        assertThat(egress.egress().orElseThrow().rules()).isEmpty();

        Policy ingress = policy("podSelector: {}\npolicyTypes: [Ingress]");
        assertThat(ingress.ingress()).isPresent();
        assertThat(ingress.egress()).isEmpty();
    }

    @Test
    void the_order_of_fields_does_not_matter() {
        Policy policy = policy("egress: [{}]\npolicyTypes: [Egress]\npodSelector: {}");

        assertThat(policy.ingress()).isEmpty();
        assertThat(policy.egress().orElseThrow().rules()).hasSize(1);
    }

    @Test
    void absent_null_and_empty_ingress_deny_everything() {
        for (String ingress : List.of("", "ingress: null", "ingress: []", "ingress:")) {
            Policy policy = policy("podSelector: {}\npolicyTypes: [Ingress]\n" + ingress);
            assertThat(policy.ingress().orElseThrow().rules()).as(ingress).isEmpty();
        }
    }

    @Test
    void an_empty_rule_allows_everyone_on_every_port() {
        Rule rule = onlyIngressRule("podSelector: {}\ningress: [{}]");

        assertThat(rule.peers()).isEqualTo(new Peers.Anyone());
        assertThat(rule.ports()).isEqualTo(new Ports.All());
    }

    @Test
    void an_absent_null_or_empty_from_list_allows_everyone() {
        for (String from : List.of("from: []", "from: null", "from:", "ports: []", "ports:")) {
            Rule rule = onlyIngressRule("podSelector: {}\ningress:\n- " + from);
            assertThat(rule.peers()).as(from).isEqualTo(new Peers.Anyone());
            assertThat(rule.ports()).as(from).isEqualTo(new Ports.All());
        }
    }

    @Test
    void null_and_empty_selectors_select_everything() {
        for (String selector :
                List.of(
                        "podSelector: {}",
                        "podSelector: null",
                        "podSelector: {matchLabels: null}",
                        "podSelector: {matchLabels: {}, matchExpressions: []}",
                        "podSelector: {matchExpressions: null}",
                        "policyTypes: [Ingress]")) {
            assertThat(policy(selector).subject().pods())
                    .as(selector)
                    .isEqualTo(Selector.EVERYTHING);
        }
    }

    @Test
    void selectors_in_one_peer_hold_together_and_two_peers_are_alternatives() {
        Rule rule =
                onlyIngressRule(
                        """
                        podSelector: {}
                        ingress:
                        - from:
                          - namespaceSelector: {matchLabels: {env: prod}}
                            podSelector: {matchLabels: {app: api}}
                          - namespaceSelector: {matchLabels: {env: prod}}
                          - podSelector: {matchLabels: {app: api}}
                        """);

        List<Peer> peers = ((Peers.AnyOf) rule.peers()).peers();
        assertThat(peers)
                .containsExactly(
                        new Peer.Pods(
                                new NamespaceScope.Matching(labelled("env", "prod")),
                                labelled("app", "api"),
                                new Origin.Written("a.yaml", 8, 7, "spec.ingress[0].from[0]")),
                        new Peer.Pods(
                                new NamespaceScope.Matching(labelled("env", "prod")),
                                Selector.EVERYTHING,
                                new Origin.Written("a.yaml", 10, 7, "spec.ingress[0].from[1]")),
                        new Peer.Pods(
                                new NamespaceScope.Only("shop"),
                                labelled("app", "api"),
                                new Origin.Written("a.yaml", 11, 7, "spec.ingress[0].from[2]")));
        assertThat(rule.origin()).isEqualTo(new Origin.Written("a.yaml", 7, 5, "spec.ingress[0]"));
    }

    @Test
    void an_empty_namespace_selector_is_every_namespace_and_a_null_one_is_absent() {
        Rule rule =
                onlyIngressRule(
                        """
                        podSelector: {}
                        ingress:
                        - from:
                          - namespaceSelector: {}
                          - {namespaceSelector: null, podSelector: {}}
                        """);

        assertThat(((Peers.AnyOf) rule.peers()).peers())
                .extracting(peer -> ((Peer.Pods) peer).namespaces())
                .containsExactly(
                        new NamespaceScope.Matching(Selector.EVERYTHING),
                        new NamespaceScope.Only("shop"));
    }

    @Test
    void every_operator_of_a_selector_is_read() {
        Policy policy =
                policy(
                        """
                        podSelector:
                          matchExpressions:
                          - {key: tier, operator: In, values: [web, api]}
                          - {key: env, operator: NotIn, values: [dev]}
                          - {key: team, operator: Exists}
                          - {key: legacy, operator: DoesNotExist, values: []}
                        """);

        assertThat(policy.subject().pods().requirements())
                .containsExactlyInAnyOrder(
                        new Requirement("tier", Requirement.Operator.IN, List.of("web", "api")),
                        new Requirement("env", Requirement.Operator.NOT_IN, List.of("dev")),
                        new Requirement("team", Requirement.Operator.EXISTS, List.of()),
                        new Requirement("legacy", Requirement.Operator.DOES_NOT_EXIST, List.of()));
    }

    @Test
    void an_absent_or_null_protocol_is_tcp() {
        Rule rule =
                onlyIngressRule(
                        """
                        podSelector: {}
                        ingress:
                        - ports:
                          - port: 80
                          - {port: 81, protocol: null}
                          - {port: 82, protocol: SCTP}
                        """);

        assertThat(((Ports.AnyOf) rule.ports()).matches())
                .extracting(Ports.Match::protocol)
                .containsExactly(Protocol.TCP, Protocol.TCP, Protocol.SCTP);
    }

    @Test
    void a_port_is_a_number_a_range_a_name_or_every_port_of_its_protocol() {
        Rule rule =
                onlyIngressRule(
                        """
                        podSelector: {}
                        ingress:
                        - ports:
                          - port: 80
                          - {port: 8000, endPort: 8999}
                          - port: http-web
                          - protocol: UDP
                          - {}
                          - {port: null, protocol: UDP}
                          - {port: 443, endPort: null}
                          - {port: 9, endPort: 9}
                        """);

        assertThat(((Ports.AnyOf) rule.ports()).matches())
                .extracting(Ports.Match::port)
                .containsExactly(
                        new Ports.Port.Range(80, 80),
                        new Ports.Port.Range(8000, 8999),
                        new Ports.Port.Named("http-web"),
                        new Ports.Port.Any(),
                        new Ports.Port.Any(),
                        new Ports.Port.Any(),
                        new Ports.Port.Range(443, 443),
                        new Ports.Port.Range(9, 9));
    }

    @Test
    void blocks_of_both_families_keep_their_excepts() {
        Rule rule =
                onlyIngressRule(
                        """
                        podSelector: {}
                        ingress:
                        - from:
                          - ipBlock: {cidr: 198.51.100.0/24, except: [198.51.100.10/32]}
                          - ipBlock: {cidr: "2001:db8::/32", except: null}
                        """);

        assertThat(((Peers.AnyOf) rule.peers()).peers())
                .extracting("cidr", "except")
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Cidr.of("198.51.100.0/24"), List.of(Cidr.of("198.51.100.10/32"))),
                        org.assertj.core.groups.Tuple.tuple(Cidr.of("2001:db8::/32"), List.of()));
    }

    @Test
    void egress_rules_name_their_peers_with_to() {
        Policy policy =
                policy(
                        """
                        podSelector: {}
                        policyTypes: [Egress]
                        egress:
                        - to: [{podSelector: {}}]
                        - to:
                          ports: [{port: 53, protocol: UDP}]
                        """);

        List<Rule> rules = policy.egress().orElseThrow().rules();
        assertThat(rules.get(0).peers()).isInstanceOf(Peers.AnyOf.class);
        assertThat(rules.get(1).peers()).isEqualTo(new Peers.Anyone());
    }

    @Test
    void fields_that_the_cluster_adds_are_known() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata:
                          name: p
                          uid: 0b5e
                          annotations: {note: by hand}
                          creationTimestamp: "2024-05-01T00:00:00Z"
                          generation: 1
                          resourceVersion: "77"
                          managedFields: []
                        spec: {podSelector: {}}
                        status: {}
                        """);

        assertThat(read.findings()).isEmpty();
    }
}
