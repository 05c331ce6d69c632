package dev.postern.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** A schema of docs/schemas, which outputs are held against. */
record Schema(JsonNode text, com.networknt.schema.Schema compiled) {
    private static final Path FOLDER = Path.of("../docs/schemas");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Schema named(String file) throws IOException {
        return of(JSON.readTree(Files.readString(FOLDER.resolve(file))));
    }

    private static Schema of(JsonNode text) {
        return new Schema(
                text,
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(text));
    }

    static JsonNode parse(String json) throws IOException {
        return JSON.readTree(json);
    }

    /** What is wrong with an output; nothing where the schema admits it. */
    List<String> complaints(JsonNode output) {
        return compiled.validate(output).stream().map(Error::toString).toList();
    }

    JsonNode definition(String name) {
        return text.at("/$defs/" + name);
    }

    /** The words that a field may hold, wherever the schema has a field of that name. */
    Set<String> wordsOf(String field) {
        Set<String> words = new TreeSet<>();
        visitProperties(
                text,
                (name, property) -> {
                    if (name.equals(field)) {
                        resolved(property).path("enum").forEach(word -> words.add(word.asText()));
                    }
                });
        return words;
    }

    /** The fields that hold one word out of a closed set. */
    Set<String> fieldsOfWords() {
        Set<String> fields = new TreeSet<>();
        visitProperties(
                text,
                (name, property) -> {
                    if (resolved(property).has("enum")) {
                        fields.add(name);
                    }
                });
        return fields;
    }

    /** Every field that the schema knows. */
    Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        visitProperties(text, (name, property) -> fields.add(name));
        return fields;
    }

    private JsonNode resolved(JsonNode property) {
        String reference = property.path("$ref").asText();
        return reference.isEmpty() ? property : text.at(reference.substring(1));
    }

    private static void visitProperties(JsonNode node, BiConsumer<String, JsonNode> visitor) {
        JsonNode properties = node.path("properties");
        properties
                .properties()
                .forEach(property -> visitor.accept(property.getKey(), property.getValue()));
        node.forEach(child -> visitProperties(child, visitor));
    }
}
