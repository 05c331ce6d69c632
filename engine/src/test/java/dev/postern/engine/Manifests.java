package dev.postern.engine;

import dev.postern.model.Cluster;
import dev.postern.model.Finding;
import dev.postern.reader.ReadRequest;
import dev.postern.reader.Reader;
import dev.postern.reader.Reading;
import dev.postern.reader.UnreadableInput;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/** Clusters written as YAML, the way users write them. */
public final class Manifests {

    private Manifests() {}

    /** Reads a cluster; what the reader refuses is the arrangement's mistake. */
    public static Cluster read(String yaml) {
        Reading reading = reading(yaml);
        if (reading.isBroken()) {
            StringJoiner errors = new StringJoiner("\n", "The reader refuses this:\n", "");
            for (Finding finding : reading.findings()) {
                errors.add(finding.severity() + " " + finding.message() + " " + finding.origin());
            }
            throw new IllegalArgumentException(errors.toString());
        }
        return reading.cluster();
    }

    private static Reading reading(String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        ReadRequest request =
                new ReadRequest(
                        List.of("-"),
                        () -> new ByteArrayInputStream(bytes),
                        "default",
                        false,
                        false,
                        List.of());
        try {
            return Reader.read(request);
        } catch (UnreadableInput unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
