package dev.postern.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.engine.Engine;
import dev.postern.engine.Profile;
import dev.postern.model.Cluster;
import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.UnreadableInput;
import dev.postern.review.Posture.Exposure;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostureReviewTest {

    private static Posture posture(String... paths) throws UnreadableInput {
        Cluster cluster = Reader.read(ReadRequest.of(paths)).cluster();
        return PostureReview.of(Engine.compile(cluster, Profile.ASSUMED));
    }

    private static List<String> open(Posture posture, Exposure.Kind kind) {
        return posture.exposures().stream()
                .filter(exposure -> exposure.kind() == kind)
                .findFirst()
                .orElseThrow()
                .open();
    }

    @Test
    void a_shop_without_policies_is_open_in_every_way() throws UnreadableInput {
        Posture posture = posture("../examples/shop/open.yaml");
        for (Exposure exposure : posture.exposures()) {
            assertThat(exposure.open()).as(exposure.kind().name()).hasSize(exposure.of());
        }
        assertThat(posture.namespaces())
                .allSatisfy(namespace -> {
                    assertThat(namespace.isolatedIngress().certain()).isZero();
                    assertThat(namespace.isolatedEgress().certain()).isZero();
                });
    }

    @Test
    void policies_close_the_shop_but_for_what_they_allow() throws UnreadableInput {
        Posture posture = posture("../examples/shop");
        assertThat(open(posture, Exposure.Kind.METADATA))
                .containsExactly("kube-system/coredns", "monitoring/prometheus");
        assertThat(open(posture, Exposure.Kind.INTERNET)).contains("shop/backend");
        assertThat(open(posture, Exposure.Kind.STRANGERS))
                .noneMatch(name -> name.startsWith("shop/"));
        assertThat(posture.namespaces())
                .filteredOn(namespace -> namespace.name().equals("shop"))
                .allSatisfy(shop -> {
                    assertThat(shop.isolatedIngress().certain()).isEqualTo(5);
                    assertThat(shop.isolatedEgress().certain()).isEqualTo(5);
                });
    }

    @Test
    void the_stranger_that_tries_the_doors_is_not_part_of_the_answer() throws UnreadableInput {
        Posture posture = posture("../examples/shop");
        assertThat(posture.namespaces())
                .extracting(Posture.NamespacePosture::name)
                .containsExactly("kube-system", "monitoring", "shop");
        assertThat(posture.exposures()).allSatisfy(one -> assertThat(one.of()).isEqualTo(7));
    }
}
