package dev.postern.engine.question;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.engine.Engine;
import dev.postern.engine.Manifests;
import dev.postern.engine.Profile;
import dev.postern.engine.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class InquiryTest {
    private static final String SHOP =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db-0, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: i, ports: [{name: sql, containerPort: 5432}]}]}
            status: {podIPs: [{ip: 10.1.0.5}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db-1, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: i, ports: [{name: sql, containerPort: 5433}]}]}
            status: {podIPs: [{ip: 10.1.0.6}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec:
              clusterIP: 10.96.0.9
              selector: {app: db}
              ports: [{name: sql, port: 3306, targetPort: sql}]
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec:
              type: NodePort
              selector: {app: web}
              ports: [{port: 80, targetPort: 8080, nodePort: 30080}]
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            spec: {podCIDR: 10.1.0.0/24}
            status: {addresses: [{type: InternalIP, address: 172.16.0.1}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress:
              - from: [{podSelector: {matchLabels: {app: web}}}]
                ports: [{port: 5433}]
            """;

    private static Inquiry inquiry(String yaml) {
        return new Inquiry(Engine.compile(Manifests.read(yaml), Profile.ASSUMED), "shop");
    }

    private static Answer ask(String source, String destination) throws Misunderstood {
        return inquiry(SHOP).ask(source, destination);
    }

    private static Verdict verdict(String source, String destination) throws Misunderstood {
        return ask(source, destination).verdict();
    }

    @Test
    void a_service_leads_to_the_port_that_each_pod_gives_the_name() throws Misunderstood {
        Answer answer = ask("shop/web", "svc/shop/db:3306");
        assertThat(answer.verdict()).isEqualTo(Verdict.MIXED);
        assertThat(answer.cases())
                .extracting(one -> one.destinations().getFirst().shown() + " " + one.ports())
                .containsExactly("shop/db-1 TCP 5433", "shop/db-0 TCP 5432");
    }

    @Test
    void a_service_is_known_by_name_by_dns_name_and_by_address() throws Misunderstood {
        for (String name :
                List.of(
                        "svc/shop/db:sql",
                        "svc/db:3306",
                        "db.shop.svc:3306",
                        "db.shop.svc.cluster.local:sql",
                        "10.96.0.9:3306")) {
            assertThat(verdict("shop/web", name)).as(name).isEqualTo(Verdict.MIXED);
        }
    }

    @Test
    void a_service_without_pods_is_a_no_and_says_who_refuses() throws Misunderstood {
        Answer answer =
                inquiry(
                                SHOP
                                        + """
                                        ---
                                        apiVersion: v1
                                        kind: Service
                                        metadata: {name: nobody, namespace: shop}
                                        spec: {selector: {app: nobody}, ports: [{port: 80}]}
                                        """)
                        .ask("web", "svc/nobody:80");
        assertThat(answer.verdict()).isEqualTo(Verdict.DENIED);
        assertThat(answer.notes()).anyMatch(note -> note.contains("refuses"));
    }

    @Test
    void a_service_does_not_have_the_port_of_its_pods() {
        assertThatThrownBy(() -> ask("web", "svc/db:5432"))
                .hasMessage("svc/shop/db has no port TCP 5432; it has TCP 3306 (sql).");
    }

    @Test
    void a_node_port_leads_to_the_pods_behind_it() throws Misunderstood {
        Answer answer = ask("203.0.113.7", "node/n1:30080");
        assertThat(answer.cases())
                .extracting(one -> one.destinations().getFirst().shown() + " " + one.ports())
                .containsExactly("shop/web TCP 8080");
        assertThat(verdict("203.0.113.7", "172.16.0.1:30080")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void where_a_node_or_a_load_balancer_lies_on_the_path_the_client_may_lose_its_address()
            throws Misunderstood {
        String warning = "may see a node's address in place of the client's";
        String balanced = SHOP.replace("type: NodePort", "type: LoadBalancer");
        assertThat(ask("203.0.113.7", "node/n1:30080").notes())
                .anyMatch(note -> note.contains(warning));
        assertThat(inquiry(balanced).ask("203.0.113.7", "svc/shop/web:80").notes())
                .anyMatch(note -> note.contains(warning));
        assertThat(ask("203.0.113.7", "web:8080").notes()).isEmpty();
        assertThat(ask("db-0", "svc/shop/web:80").notes()).isEmpty();
    }

    @Test
    void an_external_name_is_only_a_dns_name() {
        String external =
                SHOP
                        + """
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata: {name: bank, namespace: shop}
                        spec: {type: ExternalName, externalName: bank.example.com}
                        """;
        assertThatThrownBy(() -> inquiry(external).ask("web", "svc/shop/bank:443"))
                .hasMessage(
                        "svc/shop/bank is only a DNS name for bank.example.com; ask for an address that it resolves to.");
    }

    @Test
    void a_pod_reaches_itself_by_its_own_service() throws Misunderstood {
        String closed =
                SHOP
                        + """
                        ---
                        apiVersion: v1
                        kind: Service
                        metadata: {name: only, namespace: shop}
                        spec: {selector: {app: lone}, ports: [{port: 80}]}
                        ---
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: lone, namespace: shop, labels: {app: lone}}
                        spec: {containers: [{name: c, image: i}]}
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: closed, namespace: shop}
                        spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
                        """;
        assertThat(inquiry(closed).ask("lone", "svc/only:80").verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(inquiry(closed).ask("db-0", "svc/only:80").verdict()).isEqualTo(Verdict.DENIED);
    }

    @Test
    void a_question_without_a_port_is_cut_where_policies_draw_a_line() throws Misunderstood {
        assertThat(ask("web", "pod/shop/db-1").cases())
                .extracting(one -> one.decision().verdict() + " " + one.ports())
                .containsExactly(
                        "ALLOWED TCP 5433", "DENIED TCP 1-5432,5434-65535; UDP; SCTP; ICMP");
    }

    @Test
    void a_block_is_cut_where_policies_draw_a_line_and_where_pods_are() throws Misunderstood {
        String egress =
                SHOP
                        + """
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: out, namespace: shop}
                        spec:
                          podSelector: {matchLabels: {app: web}}
                          policyTypes: [Egress]
                          egress:
                          - to: [{ipBlock: {cidr: 198.51.100.0/25, except: [198.51.100.0/30]}}]
                        """;
        assertThat(inquiry(egress).ask("web", "198.51.100.0/24:443").cases())
                .extracting(one ->
                        one.decision().verdict()
                                + " "
                                + one.destinations().stream().map(Member::shown).toList())
                .containsExactly(
                        "ALLOWED [198.51.100.4-198.51.100.127]",
                        "DENIED [198.51.100.0/30, 198.51.100.128/25]");
        assertThat(inquiry(egress).ask("web", "10.1.0.4/30:5433").cases())
                .extracting(one -> one.destinations().stream().map(Member::shown).toList())
                .contains(List.of("10.1.0.5 (pod shop/db-0)", "10.1.0.6 (pod shop/db-1)"));
    }

    @Test
    void the_internet_is_public_addresses_without_those_of_the_cluster() throws Misunderstood {
        Answer answer = ask("internet", "web:8080");
        assertThat(answer.verdict()).isEqualTo(Verdict.ALLOWED);
        assertThat(answer.cases().getFirst().sources())
                .extracting(Member::shown)
                .containsExactly("internet");
    }

    @Test
    void an_address_of_the_pod_range_that_no_pod_has_is_unknown() throws Misunderstood {
        assertThat(verdict("10.1.0.77", "web:8080")).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void icmp_and_ipv6_have_their_notation() throws Misunderstood {
        assertThat(verdict("web", "pod/shop/db-1:icmp")).isEqualTo(Verdict.DENIED);
        assertThat(verdict("web", "[2001:db8::1]:443")).isEqualTo(Verdict.ALLOWED);
        assertThat(verdict("web", "2001:db8::1")).isEqualTo(Verdict.ALLOWED);
        assertThat(verdict("web", "[2001:db8::/64]:53/udp")).isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void a_workload_and_itself_are_the_connections_between_its_pods() throws Misunderstood {
        String closed =
                SHOP
                        + """
                        ---
                        apiVersion: networking.k8s.io/v1
                        kind: NetworkPolicy
                        metadata: {name: closed, namespace: shop}
                        spec: {podSelector: {}}
                        """;
        assertThat(inquiry(closed).ask("web", "web:8080").verdict()).isEqualTo(Verdict.DENIED);
        assertThat(inquiry(closed).ask("pod/shop/db-0", "pod/shop/db-0:1").verdict())
                .isEqualTo(Verdict.ALLOWED);
    }

    @Test
    void an_unknown_name_gets_the_nearest_known_one() {
        assertThatThrownBy(() -> ask("shop/wbe", "db"))
                .hasMessage("There is no workload 'shop/wbe'; did you mean shop/web?");
        assertThatThrownBy(() -> ask("web", "svc/shop/dbs:3306"))
                .hasMessage("There is no Service 'shop/dbs'; did you mean shop/db?");
        assertThatThrownBy(() -> ask("web", "node/n2"))
                .hasMessage("There is no node 'n2'; did you mean node/n1?");
        assertThatThrownBy(() -> ask("elsewhere/thing", "web"))
                .hasMessage("There is no workload 'elsewhere/thing', nor a namespace 'elsewhere'.");
    }

    @Test
    void an_ambiguous_name_gets_its_candidates() {
        String twice =
                SHOP
                        + """
                        ---
                        apiVersion: apps/v1
                        kind: StatefulSet
                        metadata: {name: web, namespace: shop}
                        spec:
                          selector: {matchLabels: {app: other}}
                          template:
                            metadata: {labels: {app: other}}
                            spec: {containers: [{name: c, image: i}]}
                        """;
        assertThatThrownBy(() -> inquiry(twice).ask("shop/web", "internet:443"))
                .hasMessage(
                        "'shop/web' is the name of several workloads; write deployment/shop/web or statefulset/shop/web.");
        assertThat(inquiry(twice))
                .satisfies(own ->
                        assertThat(own.ask("sts/shop/web", "internet:443").verdict())
                                .isEqualTo(Verdict.ALLOWED));
    }

    @Test
    void what_names_no_port_is_said_so() {
        assertThatThrownBy(() -> ask("web", "db:99999"))
                .hasMessage("Port 99999 is not between 1 and 65535.");
        assertThatThrownBy(() -> ask("web", "db:80/tpc"))
                .hasMessage("'tpc' is no protocol; write tcp, udp, sctp or icmp.");
        assertThatThrownBy(() -> ask("web", "pod/shop/db-0:htp"))
                .hasMessage(
                        "No container of pod/shop/db-0 declares a TCP port named 'htp'; write its number.");
        assertThatThrownBy(() -> ask("web", "api.example.com:443"))
                .hasMessageContaining("NetworkPolicy knows addresses only");
    }
}
