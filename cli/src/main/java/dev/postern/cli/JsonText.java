package dev.postern.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.postern.model.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What every json answer has in common: the schema's name first, places written alike. */
final class JsonText {

    private JsonText() {}

    /** The fields of one answer. */
    interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static void print(OutputStream out, String schema, Body body) {
        try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("schema", schema);
            body.write(json);
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the stream reports its own failures
        }
    }

    static void strings(String field, List<String> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    /** The fields that say where something was written. */
    static void origin(Origin origin, JsonGenerator json) throws IOException {
        switch (origin) {
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
    }
}
