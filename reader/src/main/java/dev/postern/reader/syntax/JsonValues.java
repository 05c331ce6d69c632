package dev.postern.reader.syntax;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.postern.reader.syntax.Mapping.Entry;
import dev.postern.reader.syntax.Scalar.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The JSON values of a text; several in one file are several documents. */
final class JsonValues {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Limits.DEPTH * 2)
                                    .maxStringLength(Limits.SCALAR)
                                    .maxNameLength(Limits.SCALAR)
                                    .build())
                    .build();

    private final String file;
    private final byte[] text;
    private final JsonParser parser;
    private Faults faults;
    private int muted;

    /** The place of the last token, walked forward from token to token. */
    private int offset;

    private int line = 1;
    private int lineStart;
    private int continuations;

    private JsonValues(String file, byte[] text, JsonParser parser) {
        this.file = file;
        this.text = text;
        this.parser = parser;
        this.faults = new Faults(file);
    }

    static List<Document> parse(String file, byte[] text) {
        List<Document> documents = new ArrayList<>();
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonValues values = new JsonValues(file, text, parser);
            values.documents(documents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return documents;
    }

    private void documents(List<Document> into) throws IOException {
        int began = 1;
        try {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                place();
                began = line;
                Node root = value(token, 0, "", "");
                into.add(new Document(file, began, Optional.of(root), faults.findings()));
                faults = new Faults(file);
            }
        } catch (Unreadable e) {
            faults.add(e);
            into.add(new Document(file, began, Optional.empty(), faults.findings()));
        } catch (JsonProcessingException e) {
            faults.add(complaint(e));
            into.add(new Document(file, began, Optional.empty(), faults.findings()));
        }
    }

    private Node value(JsonToken token, int depth, String key, String parent)
            throws IOException, Unreadable {
        place();
        int line = this.line;
        int column = column();
        if (depth > Limits.DEPTH) {
            throw Limits.tooDeep(line, column);
        }
        return switch (token) {
            case START_OBJECT -> mapping(line, column, depth, key);
            case START_ARRAY -> sequence(line, column, depth, ManagedFields.is(parent, key));
            case VALUE_STRING -> new Scalar(line, column, parser.getText(), Kind.STRING);
            case VALUE_NUMBER_INT -> new Scalar(line, column, parser.getText(), Kind.INTEGER);
            case VALUE_NUMBER_FLOAT -> new Scalar(line, column, parser.getText(), Kind.FLOAT);
            case VALUE_TRUE, VALUE_FALSE ->
                    new Scalar(line, column, parser.getText(), Kind.BOOLEAN);
            case VALUE_NULL -> new Scalar(line, column, parser.getText(), Kind.NULL);
            default -> throw new AssertionError(token);
        };
    }

    private Node mapping(int line, int column, int depth, String name)
            throws IOException, Unreadable {
        MappingBuilder mapping = new MappingBuilder(line, column);
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            place();
            int keyLine = this.line;
            int keyColumn = column();
            Node value = value(parser.nextToken(), depth + 1, key, name);
            if (muted == 0) {
                mapping.put(new Entry(key, keyLine, keyColumn, value), faults);
            }
        }
        return mapping.build();
    }

    private Node sequence(int line, int column, int depth, boolean dropped)
            throws IOException, Unreadable {
        if (dropped) {
            muted++;
        }
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            Node item = value(token, depth + 1, "", "");
            if (muted == 0) {
                items.add(item);
            }
        }
        if (dropped) {
            muted--;
        }
        return new Sequence(line, column, items);
    }

    /** Columns count characters, as in YAML; the parser would count bytes. */
    private void place() {
        int to = (int) Math.min(text.length, parser.currentTokenLocation().getByteOffset());
        walk(to);
    }

    private void walk(int to) {
        for (int i = offset; i < to; i++) {
            byte b = text[i];
            if (b == '\n') {
                line++;
                lineStart = i + 1;
                continuations = 0;
            } else if ((b & 0xC0) == 0x80) {
                continuations++;
            }
        }
        offset = Math.max(offset, to);
    }

    private int column() {
        return offset - lineStart - continuations + 1;
    }

    private Unreadable complaint(JsonProcessingException refusal) {
        @Nullable JsonLocation location = refusal.getLocation();
        if (location != null && location.getByteOffset() >= 0) {
            walk((int) Math.min(text.length, location.getByteOffset()));
        }
        String message = String.valueOf(refusal.getOriginalMessage());
        if (message.contains("nesting depth")) {
            return Limits.tooDeep(line, column());
        }
        if (message.contains("length") && message.contains("exceeds")) {
            return Limits.tooLong(line, column());
        }
        boolean ended = message.contains("end-of-input") || message.contains("end-of-file");
        return new Unreadable(
                "PST-json-syntax",
                line,
                column(),
                ended
                        ? "the JSON text ends in the middle of a value"
                        : "this is not JSON: " + sentence(message),
                ended
                        ? "The file seems cut short; write it again, or close the open brackets."
                        : "Check for a missing comma, colon or quote before this place.");
    }

    /** The parser's reason without its list of what would fit and without character codes. */
    private static String sentence(String message) {
        int colon = message.indexOf(": ");
        String first = colon > 0 ? message.substring(0, colon) : message;
        int code = first.indexOf(" (code ");
        String plain = code > 0 ? first.substring(0, code) + ")" : first;
        return Quote.brief(
                plain.isEmpty()
                        ? "it is cut short"
                        : Character.toLowerCase(plain.charAt(0)) + plain.substring(1));
    }
}
