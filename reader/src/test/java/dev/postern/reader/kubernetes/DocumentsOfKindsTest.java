package dev.postern.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Cidr;
import dev.postern.model.Finding;
import dev.postern.model.Finding.Severity;
import dev.postern.model.Gap;
import dev.postern.model.Labels;
import dev.postern.model.Namespace;
import dev.postern.model.Origin;
import dev.postern.model.PodRange;
import dev.postern.model.Truth;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a document is taken for, and that nothing is lost without a word. */
class DocumentsOfKindsTest {
    private static final String CONFIG_MAP =
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: c, namespace: conf}
            data: {a: b}
            """;

    private static String policy(String name) {
        return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: %s, namespace: shop}
        spec: {podSelector: {}}
        """
                .formatted(name);
    }

    @Test
    void other_kinds_are_counted_and_passed_over() {
        Manifests read = Manifests.of(CONFIG_MAP, CONFIG_MAP, policy("p"));

        assertThat(read.findings()).isEmpty();
        assertThat(read.assembly().passedOver()).isEqualTo(java.util.Map.of("ConfigMap", 2));
        assertThat(read.assembly().kinds()).isEqualTo(java.util.Map.of("NetworkPolicy", 1));
        assertThat(read.cluster().namespaces())
                .extracting(Namespace::name)
                .containsExactly("conf", "shop");
    }

    @Test
    void the_items_of_a_list_are_objects() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: v1
                        kind: List
                        metadata: {resourceVersion: ""}
                        items:
                        - apiVersion: v1
                          kind: Pod
                          metadata: {name: a}
                        - apiVersion: v1
                          kind: List
                          items:
                          - apiVersion: v1
                            kind: Namespace
                            metadata: {name: shop}
                        """,
                        "apiVersion: v1\nkind: List\nitems: []\n");

        assertThat(read.findings()).isEmpty();
        assertThat(read.cluster().pods()).hasSize(1);
        assertThat(read.cluster().pods().getFirst().origin())
                .isEqualTo(new Origin.Written("a.yaml", 5, 3, ""));
        assertThat(read.cluster().namespaces()).hasSize(2);
    }

    @Test
    void the_items_of_a_list_of_one_kind_need_not_say_it() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicyList
                        items:
                        - metadata: {name: p}
                          spec: {podSelector: {}}
                        """,
                        """
                        {"apiVersion": "v1", "kind": "PodList",
                         "items": [{"metadata": {"name": "a"}}, {"metadata": {"name": "b"}}]}
                        """,
                        """
                        apiVersion: cilium.io/v2
                        kind: CiliumNetworkPolicyList
                        items: [{metadata: {name: c}}]
                        """);

        assertThat(read.cluster().policies()).hasSize(1);
        assertThat(read.cluster().pods()).hasSize(2);
        assertThat(read.onlyFinding().id()).isEqualTo("PST-policy-not-understood");
    }

    @Test
    void a_list_with_a_slip_or_with_items_of_no_object_is_an_error() {
        assertThat(Manifests.of("apiVersion: v1\nkind: List\nitem: []\n").problems())
                .containsExactly("PST-unknown-field a.yaml:3:1");
        assertThat(Manifests.of("apiVersion: v1\nkind: List\nitems: [a]\n").problems())
                .containsExactly("PST-wrong-type a.yaml:3:9");
        Manifests items = Manifests.of("apiVersion: v1\nkind: List\nitems: {}\n");
        assertThat(items.problems()).containsExactly("PST-wrong-type a.yaml:3:8");
        assertThat(items.cluster().gaps()).hasOnlyElementsOfType(Gap.Anything.class).hasSize(1);
    }

    @Test
    void what_is_not_kubernetes_is_passed_over_with_a_note() {
        for (String text :
                List.of(
                        "replicaCount: 1\nimage: {tag: x}\n",
                        "services: {web: {image: x}}\n",
                        "bind: 0.0.0.0\nmind: games\n",
                        "- hosts: all\n  tasks: []\n",
                        "just a text\n")) {
            Manifests read = Manifests.of(text);
            assertThat(read.onlyFinding().id()).as(text).isEqualTo("PST-not-kubernetes");
            assertThat(read.onlyFinding().severity()).isEqualTo(Severity.NOTE);
            assertThat(read.cluster().gaps()).isEmpty();
        }
        assertThat(Manifests.of("---\n# nothing\n---\n").findings()).isEmpty();
    }

    @Test
    void an_object_that_lacks_kind_or_api_version_or_misspells_them_is_an_error() {
        for (List<String> expected :
                List.of(
                        List.of("kind: Pod\nmetadata: {name: a}\n", "PST-missing-field a.yaml:1:1"),
                        List.of("apiVersion: v1\nmetadata: {}\n", "PST-missing-field a.yaml:1:1"),
                        List.of("Kind: Pod\napiVersion: v1\n", "PST-unknown-field a.yaml:1:1"),
                        List.of("kind: Pod\napiversion: v1\n", "PST-unknown-field a.yaml:2:1"),
                        List.of("Kind: Pod\n", "PST-unknown-field a.yaml:1:1"),
                        List.of("apiVersion: v1\nkind:\n", "PST-missing-field a.yaml:1:1"),
                        List.of("apiVersion: 1\nkind: Pod\n", "PST-wrong-type a.yaml:1:13"),
                        List.of("metadata: {}\nspec: {}\n", "PST-missing-field a.yaml:1:1"),
                        List.of("- apiVersion: v1\n  kind: Pod\n", "PST-wrong-type a.yaml:1:1"))) {
            Manifests read = Manifests.of(expected.get(0));
            assertThat(read.problems()).as(expected.get(0)).containsExactly(expected.get(1));
            assertThat(read.cluster().gaps()).hasOnlyElementsOfType(Gap.Anything.class).hasSize(1);
        }
        assertThat(
                        Manifests.of("kind: NetworkPolicy\nmetadata: {name: a}\n")
                                .onlyFinding()
                                .advice())
                .isEqualTo("Write apiVersion: networking.k8s.io/v1.");
    }

    @Test
    void a_misspelt_kind_is_not_passed_over() {
        Manifests read =
                Manifests.of(
                        "apiVersion: networking.k8s.io/v1\nkind: NetworkPolcy\nmetadata: {}\n");

        assertThat(read.problems()).containsExactly("PST-unknown-kind a.yaml:2:7");
        assertThat(read.onlyFinding().advice()).isEqualTo("Write kind: NetworkPolicy.");
        assertThat(read.cluster().gaps()).hasOnlyElementsOfType(Gap.Anything.class).hasSize(1);
        assertThat(Manifests.of("apiVersion: v1\nkind: pod\nmetadata: {}\n").problems())
                .containsExactly("PST-unknown-kind a.yaml:2:7");
        assertThat(Manifests.of("apiVersion: v1\nkind: Deployment\nmetadata: {}\n").problems())
                .containsExactly("PST-unknown-kind a.yaml:1:13");
        assertThat(
                        Manifests.of(
                                        """
                                        apiVersion: rbac.authorization.k8s.io/v1
                                        kind: Role
                                        metadata: {}
                                        """)
                                .findings())
                .isEmpty();
    }

    @Test
    void a_policy_kind_that_is_not_understood_is_an_error() {
        for (List<String> kind :
                List.of(
                        List.of("cilium.io/v2", "CiliumNetworkPolicy", "shop"),
                        List.of("cilium.io/v2", "CiliumClusterwideNetworkPolicy", ""),
                        List.of("projectcalico.org/v3", "NetworkPolicy", "shop"),
                        List.of("crd.projectcalico.org/v1", "GlobalNetworkPolicy", ""),
                        List.of("projectcalico.org/v3", "Tier", ""),
                        List.of("projectcalico.org/v3", "HostEndpoint", ""),
                        List.of("projectcalico.org/v3", "StagedNetworkPolicy", "shop"),
                        List.of("policy.networking.k8s.io/v1alpha1", "AdminNetworkPolicy", ""),
                        List.of(
                                "policy.networking.k8s.io/v1alpha1",
                                "BaselineAdminNetworkPolicy",
                                ""),
                        List.of("policy.networking.k8s.io/v1alpha2", "ClusterNetworkPolicy", ""),
                        List.of("crd.antrea.io/v1beta1", "ClusterNetworkPolicy", ""),
                        List.of("crd.antrea.io/v1beta1", "NetworkPolicy", "shop"),
                        List.of("security.istio.io/v1", "AuthorizationPolicy", "shop"),
                        List.of("security.istio.io/v1", "PeerAuthentication", "shop"),
                        List.of("policy.linkerd.io/v1beta3", "Server", "shop"),
                        List.of("policy.linkerd.io/v1alpha1", "HTTPRoute", "shop"),
                        List.of("k8s.ovn.org/v1", "EgressFirewall", "shop"),
                        List.of("network.openshift.io/v1", "EgressNetworkPolicy", "shop"),
                        List.of("k8s.cni.cncf.io/v1beta1", "MultiNetworkPolicy", ""),
                        List.of("networking.k8s.aws/v1alpha1", "PolicyEndpoint", "shop"),
                        List.of("vpcresources.k8s.aws/v1beta1", "SecurityGroupPolicy", "shop"),
                        List.of("example.com/v1", "HomeMadeNetworkPolicy", ""))) {
            String text =
                    "apiVersion: %s\nkind: %s\nmetadata: {name: x, namespace: shop}\n"
                            .formatted(kind.get(0), kind.get(1));
            Manifests read = Manifests.of(text);
            Finding finding = read.onlyFinding();
            assertThat(finding.id()).as(text).isEqualTo("PST-policy-not-understood");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.message()).contains(kind.get(1), "a.yaml", kind.get(0));
            assertThat(finding.advice()).contains("--keep-going");
            assertThat(read.cluster().gaps()).hasSize(1);
            assertThat(((Gap.AnyPolicy) read.cluster().gaps().getFirst()).namespace())
                    .as(text)
                    .isEqualTo(kind.get(2));
            assertThat(Manifests.keepGoing(text).onlyFinding().severity())
                    .isEqualTo(Severity.WARNING);
        }
    }

    @Test
    void a_mesh_policy_in_the_root_namespace_reaches_every_namespace() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: security.istio.io/v1
                        kind: AuthorizationPolicy
                        metadata: {name: x, namespace: istio-system}
                        """);

        assertThat(((Gap.AnyPolicy) read.cluster().gaps().getFirst()).namespace()).isEmpty();
    }

    @Test
    void namesakes_are_an_error_with_both_places_and_a_gap() {
        Manifests read = Manifests.of(policy("p"), policy("q") + "---\n" + policy("p"));

        Finding finding = read.onlyFinding();
        assertThat(finding.id()).isEqualTo("PST-duplicate-object");
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.message())
                .isEqualTo(
                        "NetworkPolicy shop/p is written at a.yaml:1:1 and again at b.yaml:6:1.");
        assertThat(read.cluster().policies()).hasSize(2);
        assertThat(read.cluster().gaps()).hasOnlyElementsOfType(Gap.AnyPolicy.class).hasSize(1);
    }

    @Test
    void objects_of_other_kinds_groups_and_namespaces_are_no_namesakes() {
        Manifests read =
                Manifests.of(
                        policy("web"),
                        policy("web").replace("shop", "other"),
                        "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n",
                        """
                        apiVersion: serving.knative.dev/v1
                        kind: Service
                        metadata: {name: web, namespace: shop}
                        spec: {template: {spec: {containers: []}}}
                        """);

        assertThat(read.findings()).isEmpty();
    }

    @Test
    void a_namespace_may_be_declared_twice_where_the_labels_agree() {
        String shop = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop, labels: {a: b}}\n";

        Manifests same = Manifests.of(shop, shop);
        assertThat(same.onlyFinding().severity()).isEqualTo(Severity.NOTE);
        assertThat(same.cluster().namespaces().getFirst().labels().has("a", "b"))
                .isEqualTo(Truth.TRUE);

        Manifests other = Manifests.of(shop, shop.replace("a: b", "a: c"));
        assertThat(other.onlyFinding().id()).isEqualTo("PST-duplicate-object");
        assertThat(other.onlyFinding().severity()).isEqualTo(Severity.ERROR);
        assertThat(other.cluster().namespaces().getFirst().labels()).isEqualTo(Labels.UNREADABLE);
    }

    @Test
    void a_namespace_that_nobody_declares_is_implied() {
        Namespace namespace = Manifests.of(policy("p")).cluster().namespaces().getFirst();

        assertThat(namespace.declared()).isFalse();
        assertThat(namespace.origin()).isEqualTo(new Origin.Implied("NetworkPolicy shop/p"));
        assertThat(namespace.labels().has("kubernetes.io/metadata.name", "shop"))
                .isEqualTo(Truth.TRUE);
    }

    @Test
    void a_namespace_with_broken_labels_stays_with_labels_that_nobody_knows() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: v1
                        kind: Namespace
                        metadata: {name: shop, labels: {a: on}}
                        """);

        assertThat(read.problems()).containsExactly("PST-wrong-type a.yaml:3:36");
        assertThat(read.cluster().namespaces())
                .containsExactly(
                        new Namespace(
                                "shop",
                                Labels.UNREADABLE,
                                true,
                                new Origin.Written("a.yaml", 1, 1, "")));
    }

    @Test
    void names_must_have_the_form_that_the_api_server_demands() {
        Manifests read =
                Manifests.of(
                        "apiVersion: v1\nkind: Namespace\nmetadata: {name: my.shop}\n",
                        "apiVersion: v1\nkind: Pod\nmetadata: {name: My_Pod}\n",
                        "apiVersion: v1\nkind: Pod\nmetadata: {name: a, namespace: Shop}\n",
                        "apiVersion: v1\nkind: Pod\nmetadata: {name: 12}\n",
                        "apiVersion: v1\nkind: Pod\nmetadata: {}\n",
                        "apiVersion: v1\nkind: Pod\n");

        assertThat(read.problems())
                .containsExactly(
                        "PST-bad-name a.yaml:3:18",
                        "PST-bad-name b.yaml:3:18",
                        "PST-bad-name c.yaml:3:32",
                        "PST-wrong-type d.yaml:3:18",
                        "PST-missing-field e.yaml:3:11",
                        "PST-missing-field f.yaml:1:1");
        assertThat(read.findings().get(1).advice()).isEqualTo("Write my-pod.");
        assertThat(
                        Manifests.of("apiVersion: v1\nkind: Node\nmetadata: {name: n1.example}\n")
                                .findings())
                .isEmpty();
    }

    @Test
    void labels_of_every_object_are_checked() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata:
                          name: a
                          labels:
                            enabled: yes
                            version: 1.0
                            -bad: x
                            app: "not a value"
                            ok: ""
                            none: null
                        """);

        assertThat(read.problems())
                .containsExactly(
                        "PST-wrong-type a.yaml:6:14",
                        "PST-wrong-type a.yaml:7:14",
                        "PST-bad-label a.yaml:8:5",
                        "PST-bad-label a.yaml:9:10");
    }

    @Test
    void an_object_that_the_parser_finds_fault_with_is_broken() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: v1
                        kind: List
                        items:
                        - apiVersion: v1
                          kind: Pod
                          metadata: {name: good}
                        - apiVersion: v1
                          kind: Pod
                          metadata:
                            name: bad
                            labels: {a: b}
                            labels: {c: d}
                        - apiVersion: v1
                          kind: ConfigMap
                          metadata: {name: c}
                        """);

        assertThat(read.onlyFinding().severity()).isEqualTo(Severity.ERROR);
        assertThat(read.cluster().pods())
                .extracting(pod -> pod.name().name())
                .containsExactly("good");
        assertThat(read.cluster().gaps()).extracting(Gap::what).containsExactly("Pod default/bad");
    }

    @Test
    void a_text_that_cannot_be_parsed_may_have_said_anything() {
        Manifests read = Manifests.of("kind: [\n");

        assertThat(read.onlyFinding().severity()).isEqualTo(Severity.ERROR);
        assertThat(read.cluster().gaps()).hasOnlyElementsOfType(Gap.Anything.class).hasSize(1);
    }

    private static final String NODE =
            """
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {zone: a}}
            spec: {podCIDR: 10.1.0.0/24, podCIDRs: [10.1.0.0/24, "2001:db8:1::/64"]}
            status:
              addresses:
              - {type: Hostname, address: n1}
              - {type: InternalIP, address: 192.0.2.1}
            """;

    @Test
    void a_node_has_addresses_and_the_range_of_its_pods() {
        Manifests read = Manifests.of(NODE);

        assertThat(read.cluster().nodes().getFirst().addresses()).hasSize(1);
        assertThat(read.cluster().podRange())
                .isEqualTo(
                        new PodRange(
                                List.of(Cidr.of("10.1.0.0/24"), Cidr.of("2001:db8:1::/64")),
                                PodRange.Source.NODES));
    }

    @Test
    void the_range_of_pods_is_assumed_for_the_families_that_are_seen() {
        String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nstatus: {podIP: %s}\n";
        String service =
                """
                apiVersion: v1
                kind: Service
                metadata: {name: a}
                spec: {ipFamilies: [IPv4, IPv6]}
                """;

        assertThat(range()).isEqualTo(PodRange.assumed(true, false));
        assertThat(range(pod.formatted("192.0.2.1"))).isEqualTo(PodRange.assumed(true, false));
        assertThat(range(pod.formatted("\"2001:db8::1\"")))
                .isEqualTo(PodRange.assumed(false, true));
        assertThat(range(service)).isEqualTo(PodRange.assumed(true, true));
    }

    private static PodRange range(String... texts) {
        return Manifests.of(texts).cluster().podRange();
    }

    @Test
    void the_range_that_the_user_gives_comes_first() {
        Assembly assembly = new Assembly(List.of(Cidr.of("10.9.0.0/16")));

        assertThat(assembly.cluster().podRange())
                .isEqualTo(new PodRange(List.of(Cidr.of("10.9.0.0/16")), PodRange.Source.GIVEN));
    }
}
