package dev.postern.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.model.Cidr;
import dev.postern.model.Finding;
import dev.postern.model.Gap;
import dev.postern.model.Namespace;
import dev.postern.model.PodRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderTest {
    private static final String POLICY =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: deny}
            spec: {podSelector: {}}
            """;
    private static final String BROKEN =
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: broken}
            spec: {podselector: {}}
            """;

    @TempDir private Path folder;

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private Reading read() throws UnreadableInput {
        return Reader.read(ReadRequest.of(folder.toString()));
    }

    @Test
    void a_folder_is_one_cluster_with_an_inventory() throws Exception {
        write("policies/deny.yaml", POLICY);
        write("pods.yaml", "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\n" + CONFIG);
        write("dump.json", "{\"apiVersion\": \"v1\", \"kind\": \"List\", \"items\": []}");

        Reading reading = read();

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.isBroken()).isFalse();
        assertThat(reading.cluster().policies()).hasSize(1);
        assertThat(reading.cluster().pods()).hasSize(1);
        assertThat(reading.inventory().files()).isEqualTo(3);
        assertThat(reading.inventory().documents()).isEqualTo(4);
        assertThat(reading.inventory().kinds()).isEqualTo(Map.of("NetworkPolicy", 1, "Pod", 1));
        assertThat(reading.inventory().passedOver()).isEqualTo(Map.of("ConfigMap", 1));
    }

    private static final String CONFIG = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n";

    @Test
    void the_default_namespace_and_the_pod_range_are_the_user_s() throws Exception {
        ReadRequest request =
                new ReadRequest(
                        List.of("-"),
                        () -> new ByteArrayInputStream(POLICY.getBytes(StandardCharsets.UTF_8)),
                        "shop",
                        false,
                        false,
                        List.of(Cidr.of("10.9.0.0/16")));

        Reading reading = Reader.read(request);

        assertThat(reading.cluster().namespaces())
                .extracting(Namespace::name)
                .containsExactly("shop");
        assertThat(reading.cluster().podRange().source()).isEqualTo(PodRange.Source.GIVEN);
    }

    @Test
    void an_error_breaks_the_reading_and_leaves_a_gap_to_go_on_with() throws Exception {
        write("a.yaml", POLICY);
        write("b.yaml", BROKEN);

        Reading reading = read();

        assertThat(reading.isBroken()).isTrue();
        assertThat(reading.cluster().policies()).hasSize(1);
        assertThat(reading.cluster().gaps())
                .hasOnlyElementsOfType(Gap.AdditivePolicy.class)
                .hasSize(1);
        Reading goingOn = Reader.read(ReadRequest.of(folder.toString()).withKeepGoing(true));
        assertThat(goingOn.isBroken()).isTrue();
        assertThat(goingOn.cluster()).isEqualTo(reading.cluster());
    }

    @Test
    void a_policy_that_is_not_understood_breaks_the_reading_unless_told_to_go_on()
            throws Exception {
        write(
                "a.yaml",
                "apiVersion: cilium.io/v2\nkind: CiliumNetworkPolicy\nmetadata: {name: c}\n");

        assertThat(read().isBroken()).isTrue();
        Reading goingOn = Reader.read(ReadRequest.of(folder.toString()).withKeepGoing(true));
        assertThat(goingOn.isBroken()).isFalse();
        assertThat(goingOn.cluster().gaps()).hasOnlyElementsOfType(Gap.AnyPolicy.class).hasSize(1);
    }

    @Test
    void findings_come_file_by_file_and_from_top_to_bottom() throws Exception {
        write("a.yaml", BROKEN + "---\n" + POLICY);
        write("b.yaml", POLICY + "---\n" + BROKEN.replace("name: broken", "name: Broken"));

        assertThat(read().findings())
                .extracting(Finding::id, finding -> finding.origin().toString())
                .containsExactly(
                        tuple("PST-unknown-field", "a.yaml:4:8"),
                        tuple("PST-duplicate-object", "b.yaml:1:1"),
                        tuple("PST-bad-name", "b.yaml:8:18"),
                        tuple("PST-unknown-field", "b.yaml:9:8"));
    }

    private org.assertj.core.groups.Tuple tuple(String id, String place) {
        return org.assertj.core.groups.Tuple.tuple(id, folder.resolve(place).toString());
    }

    @Test
    void many_threads_read_the_same_cluster_as_one() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9000; i++) {
            text.append(
                    """
                    ---
                    apiVersion: v1
                    kind: Pod
                    metadata:
                      name: web-%d
                      namespace: shop-%d
                      labels: {app: web-%d, tier: backend, version: "1.2.3"}
                    spec:
                      containers: [{name: web, ports: [{containerPort: 8080, name: http}]}]
                    """
                            .formatted(i, i % 7, i % 50));
        }
        write("pods.yaml", text.toString());

        Reading reading = read();

        assertThat(reading.cluster().pods()).hasSize(9000);
        assertThat(reading.cluster().pods().get(4321).name().name()).isEqualTo("web-4321");
        assertThat(reading.cluster().namespaces()).hasSize(7);
        assertThat(read().cluster()).isEqualTo(reading.cluster());
    }

    @Test
    void a_path_that_is_not_there_is_no_empty_cluster() {
        assertThatThrownBy(() -> Reader.read(ReadRequest.of(folder.resolve("no").toString())))
                .isInstanceOf(UnreadableInput.class);
    }
}
