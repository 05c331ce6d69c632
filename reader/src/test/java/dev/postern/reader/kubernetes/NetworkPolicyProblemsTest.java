package dev.postern.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Finding;
import dev.postern.model.Finding.Severity;
import dev.postern.model.Gap;
import dev.postern.model.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people write wrongly in a NetworkPolicy, and what they are told. */
class NetworkPolicyProblemsTest {
    private static final String HEAD =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: p, namespace: shop}
            spec:
              podSelector: {}
            """;

    /** The findings of a policy whose spec goes on with the given text, from line 6 on. */
    private static Manifests read(String rest) {
        return Manifests.of(HEAD + rest.indent(2));
    }

    private static Finding only(String rest) {
        Manifests read = read(rest);
        Finding finding = read.onlyFinding();
        if (finding.severity() == Severity.ERROR) {
            assertThat(read.cluster().policies()).isEmpty();
            assertThat(read.cluster().gaps())
                    .containsExactly(
                            new Gap.AdditivePolicy(
                                    "shop",
                                    "NetworkPolicy shop/p",
                                    new Origin.Written("a.yaml", 1, 1, "")));
        } else {
            assertThat(read.cluster().policies()).hasSize(1);
            assertThat(read.cluster().gaps()).isEmpty();
        }
        return finding;
    }

    private static void assertFinding(
            Finding finding, String id, int line, int column, String message, String advice) {
        assertThat(finding.id()).isEqualTo(id);
        Origin.Written at = (Origin.Written) finding.origin();
        assertThat(at.line() + ":" + at.column()).isEqualTo(line + ":" + column);
        assertThat(finding.message()).isEqualTo(message);
        assertThat(finding.advice()).contains(advice);
    }

    private static Finding peer(String peer) {
        return only("ingress:\n- from:\n  - " + peer);
    }

    private static Finding port(String port) {
        return only("ingress:\n- ports:\n  - " + port);
    }

    @Test
    void a_misspelt_field_gets_the_nearest_one() {
        assertFinding(
                only("polcyTypes: [Ingress]"),
                "PST-unknown-field",
                6,
                3,
                "spec.polcyTypes of NetworkPolicy shop/p is no field of Kubernetes.",
                "Write policyTypes.");
        assertFinding(
                only("Ingress: []"),
                "PST-unknown-field",
                6,
                3,
                "spec.Ingress of NetworkPolicy shop/p is no field of Kubernetes.",
                "Write ingress.");
        assertFinding(
                port("{prot: TCP, port: 1}"),
                "PST-unknown-field",
                8,
                8,
                "spec.ingress[0].ports[0].prot of NetworkPolicy shop/p is no field of Kubernetes.",
                "Write protocol.");
    }

    @Test
    void a_field_that_is_near_to_none_gets_the_list() {
        assertFinding(
                only("comment: by hand"),
                "PST-unknown-field",
                6,
                3,
                "spec.comment of NetworkPolicy shop/p is no field of Kubernetes.",
                "podSelector, policyTypes, ingress, egress");
    }

    @Test
    void unknown_fields_of_the_metadata_and_of_the_object_count_too() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: p, label: {app: web}}
                        specs: {}
                        """);

        assertThat(read.problems())
                .containsExactly(
                        "PST-no-spec a.yaml:1:1",
                        "PST-unknown-field a.yaml:3:21",
                        "PST-unknown-field a.yaml:4:1");
    }

    @Test
    void from_under_egress_and_to_under_ingress_are_turned_round() {
        assertFinding(
                only("egress:\n- from: []"),
                "PST-unknown-field",
                7,
                5,
                "spec.egress[0].from of NetworkPolicy shop/p belongs to rules of the other"
                        + " direction.",
                "Write to.");
        assertFinding(
                only("ingress:\n- to: []"),
                "PST-unknown-field",
                7,
                5,
                "spec.ingress[0].to of NetworkPolicy shop/p belongs to rules of the other"
                        + " direction.",
                "Write from.");
    }

    @Test
    void a_peer_without_from_around_it_is_told_where_it_belongs() {
        assertFinding(
                only("ingress:\n- podSelector: {}"),
                "PST-unknown-field",
                7,
                5,
                "spec.ingress[0].podSelector of NetworkPolicy shop/p is a peer, and stands where a"
                        + " rule's own fields belong.",
                "Put it under from");
    }

    @Test
    void labels_without_match_labels_are_told_where_they_belong() {
        assertFinding(
                peer("podSelector: {app: web}"),
                "PST-unknown-field",
                8,
                21,
                "spec.ingress[0].from[0].podSelector.app of NetworkPolicy shop/p is no field of a"
                        + " selector.",
                "Put labels under matchLabels.");
        assertFinding(
                peer("podSelector: {matchLabel: {app: web}}"),
                "PST-unknown-field",
                8,
                21,
                "spec.ingress[0].from[0].podSelector.matchLabel of NetworkPolicy shop/p is no field"
                        + " of Kubernetes.",
                "Write matchLabels.");
    }

    @Test
    void a_mapping_where_a_list_belongs_is_a_wrong_type() {
        assertFinding(
                only("ingress:\n  from: []"),
                "PST-wrong-type",
                7,
                5,
                "spec.ingress of NetworkPolicy shop/p is a mapping where a list belongs.",
                "hyphen");
    }

    @Test
    void a_text_where_a_list_belongs_is_a_wrong_type() {
        assertFinding(
                only("policyTypes: Ingress"),
                "PST-wrong-type",
                6,
                16,
                "spec.policyTypes of NetworkPolicy shop/p is the text \"Ingress\" where a list"
                        + " belongs.",
                "[\"Ingress\"]");
    }

    @Test
    void a_list_where_a_mapping_belongs_is_a_wrong_type() {
        assertFinding(
                peer("podSelector: [{}]"),
                "PST-wrong-type",
                8,
                20,
                "spec.ingress[0].from[0].podSelector of NetworkPolicy shop/p is a list where a"
                        + " mapping belongs.",
                "there can be only one");
    }

    @Test
    void a_label_value_that_yaml_reads_as_a_boolean_must_be_quoted() {
        assertFinding(
                peer("podSelector: {matchLabels: {public: yes}}"),
                "PST-wrong-type",
                8,
                43,
                "spec.ingress[0].from[0].podSelector.matchLabels.public of NetworkPolicy shop/p is"
                        + " written yes, which YAML reads as the boolean true, where a string"
                        + " belongs.",
                "Quote it: \"yes\".");
        assertFinding(
                peer("podSelector: {matchLabels: {public: true}}"),
                "PST-wrong-type",
                8,
                43,
                "spec.ingress[0].from[0].podSelector.matchLabels.public of NetworkPolicy shop/p is"
                        + " read as the boolean true where a string belongs.",
                "Quote it: \"true\".");
    }

    @Test
    void a_label_value_that_yaml_reads_as_a_number_must_be_quoted() {
        assertFinding(
                peer("podSelector: {matchLabels: {version: 1.10}}"),
                "PST-wrong-type",
                8,
                44,
                "spec.ingress[0].from[0].podSelector.matchLabels.version of NetworkPolicy shop/p is"
                        + " read as the number 1.10 where a string belongs.",
                "Quote it: \"1.10\".");
    }

    @Test
    void a_key_that_yaml_reads_as_a_boolean_is_no_field() {
        assertThat(read("ingress:\n- on: []").problems())
                .containsExactly("PST-key a.yaml:7:5", "PST-unknown-field a.yaml:7:5");
    }

    @Test
    void a_cidr_that_is_none_is_refused() {
        assertFinding(
                peer("ipBlock: {cidr: 192.0.2.0/33}"),
                "PST-bad-cidr",
                8,
                23,
                "spec.ingress[0].from[0].ipBlock.cidr of NetworkPolicy shop/p is \"192.0.2.0/33\","
                        + " which is no address block.",
                "192.0.2.0/24");
        assertFinding(
                peer("ipBlock: {cidr: 192.0.2.7}"),
                "PST-bad-cidr",
                8,
                23,
                "spec.ingress[0].from[0].ipBlock.cidr of NetworkPolicy shop/p is the address"
                        + " \"192.0.2.7\" without a prefix length.",
                "Write 192.0.2.7/32.");
        assertFinding(
                peer("ipBlock: {cidr: \"\"}"),
                "PST-bad-cidr",
                8,
                23,
                "spec.ingress[0].from[0].ipBlock.cidr of NetworkPolicy shop/p is empty.",
                "192.0.2.0/24");
        assertFinding(
                peer("ipBlock: {cidr: 10.010.0.0/16}"),
                "PST-bad-cidr",
                8,
                23,
                "spec.ingress[0].from[0].ipBlock.cidr of NetworkPolicy shop/p is"
                        + " \"10.010.0.0/16\", where a leading zero may mean octal.",
                "Write 10.10.0.0/16.");
        assertFinding(
                peer("ipBlock: {cidr: \"::ffff:192.0.2.0/120\"}"),
                "PST-bad-cidr",
                8,
                23,
                "spec.ingress[0].from[0].ipBlock.cidr of NetworkPolicy shop/p is"
                        + " \"::ffff:192.0.2.0/120\", an IPv4 address in the clothes of IPv6.",
                "IPv4 notation");
    }

    @Test
    void a_block_without_cidr_is_refused() {
        assertFinding(
                peer("ipBlock: {except: [192.0.2.0/25]}"),
                "PST-missing-field",
                8,
                16,
                "spec.ingress[0].from[0].ipBlock.cidr of NetworkPolicy shop/p is missing.",
                "Write cidr:");
    }

    @Test
    void a_hostname_in_a_block_is_told_that_policies_know_addresses_only() {
        for (String host : List.of("api.example.com", "api.example.com/32", "\"*.example.com\"")) {
            Finding finding = peer("ipBlock: {cidr: " + host + "}");
            assertThat(finding.id()).isEqualTo("PST-hostname-in-ipblock");
            assertThat(finding.message()).contains("a NetworkPolicy knows addresses only");
        }
    }

    @Test
    void host_bits_are_cut_off_as_the_api_server_does_and_warned_of() {
        Manifests read = read("ingress:\n- from:\n  - ipBlock: {cidr: 192.0.2.7/24}");

        assertFinding(
                read.onlyFinding(),
                "PST-host-bits",
                8,
                23,
                "spec.ingress[0].from[0].ipBlock.cidr of NetworkPolicy shop/p is 192.0.2.7/24,"
                        + " whose host bits are not zero, and is read as 192.0.2.0/24.",
                "Write 192.0.2.0/24, or 192.0.2.7/32");
        assertThat(read.cluster().policies()).hasSize(1);
        assertThat(read.findings().getFirst().severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void an_except_must_lie_strictly_inside_its_block() {
        assertFinding(
                peer("ipBlock: {cidr: 192.0.2.0/24, except: [198.51.100.0/25]}"),
                "PST-except-outside",
                8,
                46,
                "spec.ingress[0].from[0].ipBlock.except[0] of NetworkPolicy shop/p is"
                        + " 198.51.100.0/25, which does not lie inside 192.0.2.0/24.",
                "inside 192.0.2.0/24");
        assertFinding(
                peer("ipBlock: {except: [192.0.2.0/24], cidr: 192.0.2.0/24}"),
                "PST-except-outside",
                8,
                26,
                "spec.ingress[0].from[0].ipBlock.except[0] of NetworkPolicy shop/p is"
                        + " 192.0.2.0/24, which is the whole of 192.0.2.0/24.",
                "drop it");
        assertFinding(
                peer("ipBlock: {cidr: 0.0.0.0/0, except: [\"2001:db8::/32\"]}"),
                "PST-except-outside",
                8,
                43,
                "spec.ingress[0].from[0].ipBlock.except[0] of NetworkPolicy shop/p is"
                        + " 2001:db8::/32, which is of another address family than 0.0.0.0/0.",
                "drop it");
    }

    @Test
    void a_peer_is_a_block_or_selectors() {
        assertFinding(
                peer("{ipBlock: {cidr: 192.0.2.0/24}, podSelector: {}}"),
                "PST-mixed-peer",
                8,
                7,
                "spec.ingress[0].from[0] of NetworkPolicy shop/p has both ipBlock and a selector.",
                "two items");
    }

    @Test
    void a_peer_without_anything_is_refused() {
        for (String empty : List.of("{}", "{podSelector: null}", "null")) {
            assertFinding(
                    peer(empty),
                    "PST-empty-peer",
                    8,
                    7,
                    "spec.ingress[0].from[0] of NetworkPolicy shop/p names no peer.",
                    "drop the list");
        }
    }

    @Test
    void a_port_is_a_number_from_1_to_65535() {
        for (String number : List.of("0", "65536", "-1")) {
            assertFinding(
                    port("port: " + number),
                    "PST-bad-port",
                    8,
                    13,
                    "spec.ingress[0].ports[0].port of NetworkPolicy shop/p is "
                            + number
                            + ", which is no port.",
                    "from 1 to 65535");
        }
        assertThat(port("port: 99999999999").id()).isEqualTo("PST-wrong-type");
        assertThat(port("port: 80.5").id()).isEqualTo("PST-wrong-type");
        assertThat(port("port: true").id()).isEqualTo("PST-wrong-type");
    }

    @Test
    void a_quoted_number_is_a_name_and_no_valid_one() {
        assertFinding(
                port("port: \"80\""),
                "PST-bad-port-name",
                8,
                13,
                "spec.ingress[0].ports[0].port of NetworkPolicy shop/p is \"80\", which is no port"
                        + " name.",
                "Drop the quotes");
    }

    @Test
    void a_port_name_has_the_form_of_a_service_name() {
        for (String name :
                List.of("\"\"", "HTTP", "a--b", "-a", "a-", "a_b", "sixteen-letters-", "8-9")) {
            assertThat(port("port: " + name).id()).as(name).isEqualTo("PST-bad-port-name");
        }
    }

    @Test
    void an_end_port_needs_a_number_to_count_from() {
        assertFinding(
                port("endPort: 90"),
                "PST-end-port",
                8,
                16,
                "spec.ingress[0].ports[0].endPort of NetworkPolicy shop/p stands without port, from"
                        + " which it would count.",
                "Write port with the first number");
        assertFinding(
                port("{port: http, endPort: 90}"),
                "PST-end-port",
                8,
                29,
                "spec.ingress[0].ports[0].endPort of NetworkPolicy shop/p stands beside a port"
                        + " name, and needs a number.",
                "Write port with the first number");
        assertFinding(
                port("{port: 91, endPort: 90}"),
                "PST-end-port",
                8,
                27,
                "spec.ingress[0].ports[0].endPort of NetworkPolicy shop/p is 90, below the port"
                        + " 91.",
                "Write port with the first number");
        assertThat(port("{port: 1, endPort: \"9\"}").id()).isEqualTo("PST-wrong-type");
        assertThat(port("{port: 1, endPort: 65536}").id()).isEqualTo("PST-bad-port");
    }

    @Test
    void octal_ports_are_read_as_kubectl_reads_them_and_warned_of() {
        for (List<String> port :
                List.of(List.of("010", "8"), List.of("0o17", "15"), List.of("0x50", "80"))) {
            assertFinding(
                    port("port: " + port.get(0)),
                    "PST-yaml-number",
                    8,
                    13,
                    "spec.ingress[0].ports[0].port of NetworkPolicy shop/p is written "
                            + port.get(0)
                            + ", which kubectl reads as "
                            + port.get(1)
                            + ".",
                    "Write " + port.get(1));
        }
    }

    @Test
    void a_protocol_in_lower_case_is_told_so() {
        assertFinding(
                port("protocol: tcp"),
                "PST-bad-protocol",
                8,
                17,
                "spec.ingress[0].ports[0].protocol of NetworkPolicy shop/p is \"tcp\", and protocols"
                        + " are written in capitals.",
                "Write TCP.");
        assertFinding(
                port("protocol: ICMP"),
                "PST-bad-protocol",
                8,
                17,
                "spec.ingress[0].ports[0].protocol of NetworkPolicy shop/p is \"ICMP\", which is no"
                        + " protocol that has ports in Kubernetes.",
                "Write");
        assertThat(port("protocol: \"\"").id()).isEqualTo("PST-bad-protocol");
    }

    @Test
    void policy_types_are_ingress_and_egress() {
        assertFinding(
                only("policyTypes: [ingress]"),
                "PST-bad-policy-type",
                6,
                17,
                "spec.policyTypes[0] of NetworkPolicy shop/p is \"ingress\", which is no policy"
                        + " type.",
                "Write Ingress.");
        assertFinding(
                only("policyTypes: [Ingress, Egress, Egress]"),
                "PST-bad-policy-type",
                6,
                16,
                "spec.policyTypes of NetworkPolicy shop/p has 3 items, and there are two policy"
                        + " types.",
                "each once");
    }

    @Test
    void rules_of_a_direction_that_is_not_in_force_are_warned_of() {
        Finding finding = only("policyTypes: [Ingress]\negress:\n- {}");

        assertFinding(
                finding,
                "PST-unused-rules",
                7,
                3,
                "spec.egress of NetworkPolicy shop/p has rules without effect, because policyTypes"
                        + " does not list this direction.",
                "Add Egress to policyTypes.");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void a_null_rule_allows_everything_and_is_warned_of() {
        Finding finding = only("ingress:\n-");

        assertFinding(
                finding,
                "PST-null-rule",
                7,
                4,
                "spec.ingress[0] of NetworkPolicy shop/p is null, which the API server takes for an"
                        + " empty rule that allows everything.",
                "drop the item");
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void an_operator_must_be_one_of_four() {
        assertFinding(
                peer("podSelector: {matchExpressions: [{key: a, operator: in, values: [b]}]}"),
                "PST-bad-operator",
                8,
                59,
                "spec.ingress[0].from[0].podSelector.matchExpressions[0].operator of NetworkPolicy"
                        + " shop/p is the text \"in\", which is no operator of a selector.",
                "Write In.");
        assertThat(peer("podSelector: {matchExpressions: [{key: a}]}").id())
                .isEqualTo("PST-missing-field");
        assertThat(peer("podSelector: {matchExpressions: [{operator: Exists}]}").id())
                .isEqualTo("PST-missing-field");
    }

    @Test
    void in_and_not_in_need_values_and_the_others_take_none() {
        assertFinding(
                peer("podSelector: {matchExpressions: [{key: a, operator: NotIn, values: []}]}"),
                "PST-selector-values",
                8,
                74,
                "spec.ingress[0].from[0].podSelector.matchExpressions[0] of NetworkPolicy shop/p"
                        + " has the operator NotIn and no values to compare with.",
                "use Exists or DoesNotExist");
        assertFinding(
                peer("podSelector: {matchExpressions: [{key: a, operator: Exists, values: [b]}]}"),
                "PST-selector-values",
                8,
                75,
                "spec.ingress[0].from[0].podSelector.matchExpressions[0] of NetworkPolicy shop/p"
                        + " has values, and Exists asks for the key alone.",
                "use In or NotIn");
        assertThat(peer("podSelector: {matchExpressions: [{key: a, operator: In}]}").id())
                .isEqualTo("PST-selector-values");
    }

    @Test
    void labels_in_selectors_have_the_form_of_labels() {
        assertFinding(
                peer("podSelector: {matchLabels: {app/: web}}"),
                "PST-bad-label",
                8,
                35,
                "spec.ingress[0].from[0].podSelector.matchLabels of NetworkPolicy shop/p has the"
                        + " key \"app/\", which is no label key.",
                "63 letters");
        assertFinding(
                peer("podSelector: {matchLabels: {app: a b}}"),
                "PST-bad-label",
                8,
                40,
                "spec.ingress[0].from[0].podSelector.matchLabels.app of NetworkPolicy shop/p is \"a"
                        + " b\", which is no label value.",
                "63 letters");
        String longest = "x".repeat(63);
        assertThat(
                        read("ingress: [{from: [{podSelector: {matchLabels: {a: "
                                        + longest
                                        + "}}}]}]")
                                .findings())
                .isEmpty();
        assertThat(peer("podSelector: {matchLabels: {a: " + longest + "x}}").message())
                .contains("is 64 characters long");
    }

    @Test
    void a_policy_without_spec_denies_all_ingress_and_is_warned_of() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: p}
                        """);

        assertFinding(
                read.onlyFinding(),
                "PST-no-spec",
                1,
                1,
                "NetworkPolicy default/p has no spec, and so denies all ingress of every pod of its"
                        + " namespace.",
                "Write spec:");
        assertThat(read.cluster().policies().getFirst().ingress().orElseThrow().rules()).isEmpty();
    }

    @Test
    void an_old_policy_is_told_its_new_version() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: extensions/v1beta1
                        kind: NetworkPolicy
                        metadata: {name: p, namespace: shop}
                        spec: {podSelector: {}}
                        """);

        assertFinding(
                read.onlyFinding(),
                "PST-old-version",
                1,
                13,
                "apiVersion of NetworkPolicy shop/p is \"extensions/v1beta1\", which Kubernetes has"
                        + " not served since 1.16.",
                "Write apiVersion: networking.k8s.io/v1.");
        assertThat(read.cluster().gaps())
                .hasOnlyElementsOfType(Gap.AdditivePolicy.class)
                .hasSize(1);
    }

    @Test
    void a_policy_in_the_wrong_group_is_told_the_right_one() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: v1
                        kind: NetworkPolicy
                        metadata: {name: p}
                        """);

        assertThat(read.onlyFinding().id()).isEqualTo("PST-unknown-kind");
        assertThat(read.onlyFinding().advice()).contains("networking.k8s.io/v1");
    }

    @Test
    void a_policy_whose_namespace_cannot_be_read_may_lie_in_any() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: p, namespace: [shop]}
                        spec: {podSelector: {}}
                        """);

        assertThat(read.problems()).containsExactly("PST-wrong-type a.yaml:3:32");
        assertThat(((Gap.AdditivePolicy) read.cluster().gaps().getFirst()).namespace()).isEmpty();
    }

    @Test
    void every_problem_is_reported_in_one_run() {
        Manifests read =
                read(
                        """
                        policyTypes: [Ingres]
                        ingress:
                        - from:
                          - {}
                          - ipBlock: {cidr: example.com, except: [nowhere]}
                          ports:
                          - {port: 0, protocol: udp}
                        egress:
                        - port: []
                        """);

        assertThat(read.problems())
                .containsExactly(
                        "PST-bad-policy-type a.yaml:6:17",
                        "PST-empty-peer a.yaml:9:7",
                        "PST-hostname-in-ipblock a.yaml:10:23",
                        "PST-hostname-in-ipblock a.yaml:10:45",
                        "PST-bad-port a.yaml:12:14",
                        "PST-bad-protocol a.yaml:12:27",
                        "PST-unknown-field a.yaml:14:5");
    }

    @Test
    void a_finding_shows_no_control_characters() {
        Finding finding = peer("ipBlock: {cidr: \"\\e[31mred\"}");

        assertThat(finding.message()).doesNotContain("\u001b").contains("[31mred");
    }
}
