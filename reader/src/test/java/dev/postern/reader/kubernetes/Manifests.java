package dev.postern.reader.kubernetes;

import dev.postern.model.Cluster;
import dev.postern.model.Finding;
import dev.postern.model.Origin;
import dev.postern.model.Policy;
import dev.postern.reader.syntax.Document;
import dev.postern.reader.syntax.Documents;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Manifests as a user writes them, read into what the tests look at. */
record Manifests(Cluster cluster, List<Finding> findings, Assembly assembly) {

    /** Each text is a file of its own: a.yaml, b.yaml and so on. */
    static Manifests of(String... texts) {
        return read(false, texts);
    }

    static Manifests keepGoing(String... texts) {
        return read(true, texts);
    }

    private static Manifests read(boolean keepGoing, String... texts) {
        ObjectReader reader = new ObjectReader("default", keepGoing);
        Assembly assembly = new Assembly(List.of());
        char file = 'a';
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            for (Document document : Documents.parse(file + ".yaml", bytes)) {
                assembly.add(reader.read(document));
            }
            file++;
        }
        Cluster cluster = assembly.cluster();
        return new Manifests(cluster, assembly.findings(), assembly);
    }

    /** {@code PST-bad-port a.yaml:9:15}, as the tests compare findings. */
    List<String> problems() {
        return findings.stream().map(f -> f.id() + " " + f.origin()).toList();
    }

    Finding onlyFinding() {
        if (findings.size() != 1) {
            throw new AssertionError("findings: " + findings);
        }
        return findings.getFirst();
    }

    Policy onlyPolicy() {
        if (!findings.isEmpty() || cluster.policies().size() != 1) {
            throw new AssertionError(findings + " " + cluster.policies());
        }
        return cluster.policies().getFirst();
    }

    static String pointer(Finding finding) {
        return finding.origin() instanceof Origin.Written written ? written.pointer() : "";
    }
}
