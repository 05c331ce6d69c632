package dev.postern.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.postern.model.Finding;
import dev.postern.model.Origin;
import dev.postern.reader.Inventory;
import dev.postern.reader.Reading;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.SortedMap;

/** The answer of {@code check} for programs: schema {@code postern/check/v1}. */
final class CheckJson {

    private CheckJson() {}

    static void print(Reading reading, OutputStream out) {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", "postern/check/v1");
            json.writeBooleanField("complete", !reading.isBroken());
            writeInventory(reading.inventory(), json);
            json.writeArrayFieldStart("findings");
            for (Finding finding : reading.findings()) {
                writeFinding(finding, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the stream reports its own failures
        }
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
        switch (finding.origin()) {
            case Origin.Written(var file, int line, int column, var pointer) -> {
                json.writeStringField("file", file);
                json.writeNumberField("line", line);
                json.writeNumberField("column", column);
                json.writeStringField("pointer", pointer);
            }
            case Origin.Live(var object, long generation, var pointer) -> {
                json.writeStringField("object", object);
                json.writeNumberField("generation", generation);
                json.writeStringField("pointer", pointer);
            }
            case Origin.Implied(var by) -> json.writeStringField("implied_by", by);
        }
        json.writeEndObject();
    }
}
