package dev.postern.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Cluster;
import dev.postern.model.Finding;
import dev.postern.model.Finding.Severity;
import dev.postern.model.Gap;
import dev.postern.model.Labels;
import dev.postern.reader.syntax.Document;
import dev.postern.reader.syntax.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Whatever is written, the readers answer, and never with less than the truth. {@code
 * -Dpostern.fuzz=1000000} raises the number of inputs, {@code -Dpostern.fuzz.seed=7} changes them.
 */
class KindsFuzzTest {
    private static final int INPUTS = Integer.getInteger("postern.fuzz", 60_000);
    private static final long SEED = Long.getLong("postern.fuzz.seed", 1L);
    private static final String[] CORPUS = {
        "networkpolicy.yaml",
        "pods.yaml",
        "workloads.yaml",
        "services.yaml",
        "ways.yaml",
        "cluster.yaml",
        "list.json"
    };

    private static List<String> corpus() throws IOException {
        List<String> corpus = new ArrayList<>();
        for (String name : CORPUS) {
            try (InputStream in = KindsFuzzTest.class.getResourceAsStream("corpus/" + name)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                // One object at a time, as a fault in one document says nothing of the next.
                corpus.addAll(List.of(text.split("(?m)^---\n")));
            }
        }
        return corpus;
    }

    @Test
    void the_corpus_itself_is_read_without_a_word() throws IOException {
        for (String text : corpus()) {
            Manifests read = Manifests.of(text);
            assertThat(read.findings())
                    .as(text)
                    .allMatch(finding -> finding.id().equals("PST-policy-not-understood"));
            assertThat(read.assembly().kinds()).as(text).isNotEmpty();
        }
    }

    @Test
    void faulty_objects_never_crash_a_reader_and_an_error_always_leaves_a_gap() throws IOException {
        ManifestMutator mutator = new ManifestMutator(SEED, corpus());
        Set<String> ids = new HashSet<>();
        int reached = 0;
        int broken = 0;
        for (int i = 0; i < INPUTS; i++) {
            String text = mutator.next();
            Harvest harvest;
            Assembly assembly = new Assembly(List.of());
            boolean inKind = false;
            Cluster cluster;
            try {
                ObjectReader reader = new ObjectReader("default", true);
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                for (Document document : Documents.parse("a.yaml", bytes)) {
                    harvest = reader.read(document);
                    inKind |= isInKind(harvest);
                    assembly.add(harvest);
                }
                cluster = assembly.cluster();
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("input " + i + " of seed " + SEED + ":\n" + text, e);
            }
            reached += inKind ? 1 : 0;
            boolean error = false;
            for (Finding finding : assembly.findings()) {
                ids.add(finding.id());
                error |= finding.severity() == Severity.ERROR && isOurs(finding);
                assertThat(finding.message()).as(text).doesNotContain("\u001b", "\n", "\u0000");
            }
            broken += error ? 1 : 0;
            if (error && !leavesGap(cluster)) {
                throw new AssertionError(
                        "no gap for " + assembly.findings() + " in input " + i + ":\n" + text);
            }
        }
        System.out.printf(
                "reader fuzz: %d inputs, %d reached a kind's reader, %d had errors, %d kinds of"
                        + " findings%n",
                INPUTS, reached, broken, ids.size());
        assertThat(reached).isGreaterThan(INPUTS / 2);
        assertThat(broken).isGreaterThan(INPUTS / 10);
        assertThat(ids).hasSizeGreaterThan(20);
    }

    /** Whether the reader of a kind has had an object in its hands. */
    private static boolean isInKind(Harvest harvest) {
        for (Harvest.Sighting sighting : harvest.sightings) {
            switch (sighting.standing()) {
                case READ, UNREADABLE -> {
                    return true;
                }
                case PASSED_OVER, NOT_UNDERSTOOD -> {}
            }
        }
        return false;
    }

    private static boolean isOurs(Finding finding) {
        for (Problem problem : Problem.values()) {
            if (problem.id().equals(finding.id())) {
                return true;
            }
        }
        return false;
    }

    private static boolean leavesGap(Cluster cluster) {
        List<Gap> gaps = cluster.gaps();
        return !gaps.isEmpty()
                || cluster.namespaces().stream()
                        .anyMatch(namespace -> namespace.labels().equals(Labels.UNREADABLE));
    }
}
