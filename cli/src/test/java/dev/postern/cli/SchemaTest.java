package dev.postern.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.model.Origin;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the json outputs print, held against the schemas of docs/schemas, and these against it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SchemaTest {
    /** No input leads to these yet: every place is one in a file. */
    private static final Set<String> PLACES_ELSEWHERE =
            Set.of("object", "generation", "implied_by");

    private static final String SHOP =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: shop}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: c, image: i, ports: [{containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db-0, namespace: shop, labels: {app: db}}
            spec:
              nodeName: n1
              containers: [{name: c, image: i, ports: [{name: sql, containerPort: 5432}]}]
            status: {podIPs: [{ip: 10.1.0.5}, {ip: "2001:db8:1::5"}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: db-1, namespace: shop, labels: {app: db}}
            spec: {containers: [{name: c, image: i, ports: [{name: sql, containerPort: 5433}]}]}
            status: {podIPs: [{ip: 10.1.0.6}, {ip: "2001:db8:1::6"}]}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: migration, namespace: shop}
            spec: {containers: [{name: c, image: i}]}
            status: {phase: Succeeded}
            ---
            apiVersion: v1
            kind: Node
            metadata: {name: n1}
            spec: {podCIDRs: [10.1.0.0/24, "2001:db8:1::/64"]}
            status: {addresses: [{type: InternalIP, address: 192.0.2.10}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db, namespace: shop}
            spec: {selector: {app: db}, ports: [{port: 3306, targetPort: sql}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: nobody, namespace: shop}
            spec: {selector: {app: nobody}, ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web, namespace: shop}
            spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80, targetPort: 8080}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db-public, namespace: shop}
            spec: {type: LoadBalancer, selector: {app: db}, ports: [{port: 5432}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: partners, namespace: shop}
            spec: {type: LoadBalancer, selector: {app: db}, ports: [{port: 9000}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: db, namespace: shop}
            spec:
              rules:
              - host: db.example.com
                http:
                  paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: db, port: {number: 3306}}}
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: db}}
              ingress:
              - from: [{podSelector: {matchLabels: {app: web}}}]
                ports: [{port: 5433}]
              - from: [{ipBlock: {cidr: 10.1.0.0/24}}]
                ports: [{port: 7000}]
              - from: [{ipBlock: {cidr: 203.0.113.0/24, except: [203.0.113.7/32]}}]
                ports: [{port: 9000}]
              - from: [{ipBlock: {cidr: 8.0.0.1/8}}]
                ports: [{port: 9000}]
            ---
            recipe: bread
            flour: 500
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: shop}
            """;

    private static final String BROKEN =
            """
            ---
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: odd, namespace: shop}
            spec: {podSelector: {}, ingres: []}
            """;

    private final Schema ofCheck;
    private final Schema ofExplain;
    private final List<JsonNode> checks = new ArrayList<>();
    private final List<JsonNode> explanations = new ArrayList<>();

    SchemaTest() throws IOException {
        this.ofCheck = Schema.named("check.v1.json");
        this.ofExplain = Schema.named("explain.v1.json");
    }

    @BeforeAll
    void run_the_commands() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("../examples"))) {
            for (Path example : examples.sorted().toList()) {
                check("", example.toString());
            }
        }
        check(SHOP, "-");
        check(SHOP + BROKEN, "-");
        check(SHOP + BROKEN, "--keep-going", "-");
        explain(SHOP, "shop/web", "shop/db-1:5433");
        explain(SHOP, "shop/web", "pod/shop/db-0:5432");
        explain(SHOP, "shop/web", "svc/shop/db:3306");
        explain(SHOP, "shop/web", "svc/shop/nobody:80");
        explain(SHOP, "shop/web", "shop/db-0");
        explain(SHOP, "pod/shop/db-0", "shop/web:8080");
        explain(SHOP, "pod/shop/db-0", "shop/web:8081");
        explain(SHOP, "pod/shop/db-0", "shop/web:53/udp");
        explain(SHOP, "pod/shop/db-0", "pod/shop/db-0:5432");
        explain(SHOP, "pod/shop/db-0", "pod/shop/db-1:7000");
        explain(SHOP, "pod/shop/migration", "shop/web:8080");
        explain(SHOP, "node/n1", "pod/shop/db-0:5432");
        explain(SHOP, "10.1.0.99", "pod/shop/db-0:5432");
        explain(SHOP, "internet", "pod/shop/db-0:9000");
        explain(SHOP, "203.0.113.0/24", "pod/shop/db-0:9000");
        explain(SHOP, "shop/web", "198.51.100.0/24:443");
        explain(SHOP, "--cni", "flannel", "shop/web", "pod/shop/db-0:5432");
        explain(SHOP, "--cni", "aws-vpc-cni", "shop/web", "pod/shop/db-0:5432");
        explain(SHOP + BROKEN, "--keep-going", "pod/shop/db-0", "shop/web:8080");
    }

    private void check(String input, String... arguments) throws IOException {
        Run run = Run.withInput(input, words("check", arguments));
        checks.add(Schema.parse(run.out()));
    }

    private void explain(String input, String... arguments) throws IOException {
        String[] words = words("explain", arguments);
        Run run =
                Run.withInput(
                        input,
                        Stream.concat(Stream.of(words), Stream.of("-")).toArray(String[]::new));
        assertThat(run.out()).as(String.join(" ", words) + "\n" + run.err()).isNotEmpty();
        explanations.add(Schema.parse(run.out()));
    }

    private static String[] words(String command, String... arguments) {
        return Stream.concat(Stream.of(command, "-o", "json"), Stream.of(arguments))
                .toArray(String[]::new);
    }

    @Test
    void every_answer_of_check_is_what_its_schema_says() {
        for (JsonNode output : checks) {
            assertThat(ofCheck.complaints(output)).as(output.toPrettyString()).isEmpty();
        }
    }

    @Test
    void every_answer_of_explain_is_what_its_schema_says() {
        for (JsonNode output : explanations) {
            assertThat(ofExplain.complaints(output)).as(output.toPrettyString()).isEmpty();
        }
    }

    @Test
    void the_schemas_know_no_word_that_is_never_printed() {
        assertWordsOccur(ofCheck, checks);
        assertWordsOccur(ofExplain, explanations);
    }

    private static void assertWordsOccur(Schema schema, List<JsonNode> outputs) {
        assertThat(schema.fieldsOfWords()).isNotEmpty();
        for (String field : schema.fieldsOfWords()) {
            Set<String> printed = new TreeSet<>();
            for (JsonNode output : outputs) {
                output.findValues(field).forEach(value -> printed.add(value.asText()));
            }
            assertThat(printed)
                    .as(field)
                    .containsExactlyInAnyOrderElementsOf(schema.wordsOf(field));
        }
    }

    @Test
    void every_reason_stands_in_a_case_of_its_own() {
        Set<String> reasons = new TreeSet<>();
        for (JsonNode output : explanations) {
            for (JsonNode one : output.path("cases")) {
                reasons.add(one.at("/egress/because").asText());
                reasons.add(one.at("/ingress/because").asText());
            }
        }
        assertThat(reasons).containsExactlyInAnyOrderElementsOf(ofExplain.wordsOf("because"));
    }

    @Test
    void the_schemas_know_no_field_that_is_never_printed() {
        assertFieldsOccur(ofCheck, checks);
        assertFieldsOccur(ofExplain, explanations);
    }

    private static void assertFieldsOccur(Schema schema, List<JsonNode> outputs) {
        for (String field : schema.fields()) {
            if (!PLACES_ELSEWHERE.contains(field)) {
                assertThat(outputs)
                        .as(field)
                        .anyMatch(output -> !output.findValues(field).isEmpty());
            }
        }
    }

    @Test
    void a_word_that_no_schema_knows_is_found() {
        ObjectNode output = explanations.getFirst().deepCopy();
        ((ObjectNode) output.at("/cases/0/egress")).put("because", "just_so");
        assertThat(ofExplain.complaints(output)).anyMatch(text -> text.contains("because"));
    }

    @Test
    void a_field_that_no_schema_knows_is_found_at_any_depth() {
        for (String place : List.of("", "/cases/0", "/cases/0/ingress", "/cases/0/ingress/rule")) {
            ObjectNode output = explanations.getFirst().deepCopy();
            ((ObjectNode) output.at(place)).put("extra", 1);
            assertThat(ofExplain.complaints(output))
                    .as(place)
                    .anyMatch(text -> text.contains("extra"));
        }
        for (String place : List.of("", "/read", "/posture", "/posture/exposures/metadata")) {
            ObjectNode output = checks.getFirst().deepCopy();
            ((ObjectNode) output.at(place)).put("extra", 1);
            assertThat(ofCheck.complaints(output))
                    .as(place)
                    .anyMatch(text -> text.contains("extra"));
        }
    }

    @Test
    void a_field_that_is_missing_is_found() {
        ObjectNode output = explanations.getFirst().deepCopy();
        ((ObjectNode) output.at("/cases/0/ingress")).remove("rule");
        assertThat(ofExplain.complaints(output)).isNotEmpty();
    }

    @Test
    void a_reason_comes_without_the_fields_of_another() {
        ObjectNode output = explanations.getFirst().deepCopy();
        ((ObjectNode) output.at("/cases/0/egress")).put("not_known", "why");
        assertThat(ofExplain.complaints(output)).isNotEmpty();
    }

    @Test
    void every_kind_of_place_is_admitted() throws IOException {
        for (Origin origin :
                List.of(
                        new Origin.Written("a.yaml", 1, 1, ""),
                        new Origin.Live("networkpolicies/shop/db", 3, "spec.ingress[0]"),
                        new Origin.Implied("NetworkPolicy shop/db"))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            JsonText.print(out, "place", json -> JsonText.origin(origin, json));
            ObjectNode place = (ObjectNode) Schema.parse(out.toString(StandardCharsets.UTF_8));
            place.remove("schema");
            ObjectNode output = explanations.getFirst().deepCopy();
            ObjectNode rule = (ObjectNode) output.at("/cases/0/ingress/rule");
            rule.remove(List.of("file", "line", "column", "pointer"));
            assertThat(ofExplain.complaints(output)).isNotEmpty();
            rule.setAll(place);
            assertThat(ofExplain.complaints(output)).isEmpty();
        }
    }

    @Test
    void both_schemas_mean_the_same_by_the_same_name() {
        for (String name : List.of("origin", "verdict")) {
            assertThat(ofCheck.definition(name)).isEqualTo(ofExplain.definition(name));
        }
    }
}
