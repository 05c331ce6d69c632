package dev.postern.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.postern.engine.Profile;
import dev.postern.engine.question.Entrance;
import dev.postern.model.Finding;
import dev.postern.reader.Inventory;
import dev.postern.reader.Reading;
import dev.postern.review.Posture;
import dev.postern.review.Posture.Count;
import dev.postern.review.Posture.Exposure;
import dev.postern.review.Posture.NamespacePosture;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/** The answer of {@code check} for programs: schema {@code postern/check/v1}. */
final class CheckJson {

    private CheckJson() {}

    static void print(
            Reading reading, Optional<Posture> posture, Profile profile, OutputStream out) {
        JsonText.print(
                out,
                "postern/check/v1",
                json -> {
                    json.writeBooleanField("complete", !reading.isBroken());
                    writeInventory(reading.inventory(), json);
                    json.writeStringField("cni", profile.name());
                    if (posture.isPresent()) {
                        write(posture.get(), json);
                    }
                    json.writeArrayFieldStart("findings");
                    for (Finding finding : reading.findings()) {
                        writeFinding(finding, json);
                    }
                    json.writeEndArray();
                });
    }

    private static void write(Posture posture, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("posture");
        json.writeArrayFieldStart("namespaces");
        for (NamespacePosture namespace : posture.namespaces()) {
            json.writeStartObject();
            json.writeStringField("name", namespace.name());
            json.writeNumberField("workloads", namespace.workloads());
            write("isolated_ingress", namespace.isolatedIngress(), json);
            write("isolated_egress", namespace.isolatedEgress(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeObjectFieldStart("exposures");
        for (Exposure exposure : posture.exposures()) {
            json.writeObjectFieldStart(exposure.kind().name().toLowerCase(Locale.ROOT));
            JsonText.strings("open", exposure.open(), json);
            JsonText.strings("unknown", exposure.unknown(), json);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeArrayFieldStart("entrances");
        for (Entrance entrance : posture.entrances()) {
            json.writeStartObject();
            json.writeStringField("kind", entrance.owner().kind());
            json.writeStringField("namespace", entrance.owner().namespace());
            json.writeStringField("name", entrance.owner().name());
            json.writeStringField("host", entrance.host());
            json.writeStringField("path", entrance.path());
            json.writeStringField("from", entrance.from());
            json.writeStringField("to", entrance.to());
            json.writeStringField("verdict", entrance.verdict().word());
            JsonText.origin(entrance.origin(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(String field, Count count, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeNumberField("certain", count.certain());
        json.writeNumberField("unknown", count.unknown());
        json.writeEndObject();
    }

    private static void writeInventory(Inventory inventory, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("read");
        json.writeNumberField("files", inventory.files());
        json.writeNumberField("bytes", inventory.bytes());
        json.writeNumberField("documents", inventory.documents());
        writeCounts("kinds", inventory.kinds(), json);
        writeCounts("passed_over", inventory.passedOver(), json);
        json.writeArrayFieldStart("templates");
        for (String template : inventory.templates()) {
            json.writeString(template);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeCounts(
            String field, SortedMap<String, Integer> counts, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart(field);
        for (var count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }
        json.writeEndObject();
    }

    private static void writeFinding(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("message", finding.message());
        json.writeStringField("advice", finding.advice());
        JsonText.origin(finding.origin(), json);
        json.writeEndObject();
    }
}
