package dev.postern.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Cluster;
import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.Reading;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterGeneratorTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void every_form_is_read_without_a_finding(Form form) throws Exception {
        Reading reading = written(new ClusterGenerator(Size.S, 1), form);
        assertThat(reading.findings()).isEmpty();
        Cluster cluster = reading.cluster();
        assertThat(cluster.namespaces()).hasSize(10);
        assertThat(cluster.policies()).hasSize(60);
        assertThat(cluster.pods()).hasSize(form == Form.DEPLOYMENTS ? 50 : 100);
    }

    @Test
    void a_seed_makes_one_cluster() {
        assertThat(new ClusterGenerator(Size.S, 1).documents(Form.PODS))
                .isEqualTo(new ClusterGenerator(Size.S, 1).documents(Form.PODS))
                .isNotEqualTo(new ClusterGenerator(Size.S, 2).documents(Form.PODS));
    }

    @Test
    void mutations_change_policies_and_nothing_else() {
        ClusterGenerator changed = new ClusterGenerator(Size.S, 1);
        changed.mutate(5, 1);
        assertThat(changed.documents(Form.PODS))
                .isNotEqualTo(new ClusterGenerator(Size.S, 1).documents(Form.PODS))
                .hasSize(10);
    }

    private Reading written(ClusterGenerator cluster, Form form) throws Exception {
        Generate.write(cluster, form, folder);
        return Reader.read(ReadRequest.of(folder.toString()));
    }
}
