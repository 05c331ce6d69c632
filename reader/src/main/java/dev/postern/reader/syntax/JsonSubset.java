package dev.postern.reader.syntax;

import dev.postern.reader.syntax.Scalar.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * JSON without faults, read in one pass over the bytes. Whatever is wrong or beyond a limit it
 * declines by answering null, and {@link JsonValues} says what it is.
 */
final class JsonSubset {
    private static final int LONGEST_NUMBER = 400;

    private final String file;
    private final byte[] text;
    private final int end;
    private final OpenNodes open = new OpenNodes();
    private int at;
    private int line = 1;

    /** Where the line would begin if all its characters so far were of one byte. */
    private int lineStart;

    private int muted;

    private JsonSubset(String file, byte[] text) {
        this.file = file;
        this.text = text;
        this.end = text.length;
    }

    /** The documents of a text, or null to decline. */
    static @Nullable List<Document> parse(String file, byte[] text) {
        return new JsonSubset(file, text).documents();
    }

    private @Nullable List<Document> documents() {
        List<Document> documents = new ArrayList<>(1);
        while (skipBlanks()) {
            byte first = text[at];
            Node root = first == '{' || first == '[' ? value(0, "", "") : null;
            if (root == null) {
                return null;
            }
            documents.add(new Document(file, root.line(), Optional.of(root), List.of()));
        }
        return documents;
    }

    private @Nullable Node value(int depth, String key, String parent) {
        if (depth > Limits.DEPTH || at >= end) {
            return null;
        }
        int column = at - lineStart + 1;
        return switch (text[at]) {
            case '{' -> mapping(column, depth, key);
            case '[' -> sequence(column, depth, ManagedFields.is(parent, key));
            case '"' -> string(column);
            case 't' -> literal("true", Kind.BOOLEAN, column);
            case 'f' -> literal("false", Kind.BOOLEAN, column);
            case 'n' -> literal("null", Kind.NULL, column);
            default -> number(column);
        };
    }

    private @Nullable Node mapping(int column, int depth, String name) {
        int began = line;
        int base = open.openMapping();
        at++;
        boolean more = skipBlanks() && text[at] != '}';
        while (more) {
            int keyLine = line;
            int keyColumn = at - lineStart + 1;
            String key = at < end && text[at] == '"' ? text() : null;
            if (key == null || !skipBlanks() || text[at] != ':') {
                return null;
            }
            at++;
            Node value = skipBlanks() ? value(depth + 1, key, name) : null;
            if (value == null || !skipBlanks()) {
                return null;
            }
            if (muted == 0 && !open.put(base, key, keyLine, keyColumn, value)) {
                return null;
            }
            more = text[at] == ',';
            if (more) {
                at++;
                skipBlanks();
            }
        }
        if (at >= end || text[at] != '}') {
            return null;
        }
        at++;
        return open.closeMapping(base, began, column);
    }

    private @Nullable Node sequence(int column, int depth, boolean dropped) {
        int began = line;
        int base = open.openSequence();
        muted += dropped ? 1 : 0;
        at++;
        boolean more = skipBlanks() && text[at] != ']';
        while (more) {
            Node item = value(depth + 1, "", "");
            if (item == null || !skipBlanks()) {
                return null;
            }
            if (muted == 0) {
                open.push(item);
            }
            more = text[at] == ',';
            if (more) {
                at++;
                skipBlanks();
            }
        }
        if (at >= end || text[at] != ']') {
            return null;
        }
        at++;
        muted -= dropped ? 1 : 0;
        return open.closeSequence(base, began, column);
    }

    private @Nullable Node string(int column) {
        String string = text();
        return string == null ? null : new Scalar(line, column, string, Kind.STRING);
    }

    private @Nullable Node literal(String word, Kind kind, int column) {
        if (end - at < word.length()) {
            return null;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[at + i] != word.charAt(i)) {
                return null;
            }
        }
        at += word.length();
        return isDelimited() ? new Scalar(line, column, word, kind) : null;
    }

    private @Nullable Node number(int column) {
        int from = at;
        if (text[at] == '-') {
            at++;
        }
        boolean zero = at < end && text[at] == '0';
        int digits = digits();
        if (digits == 0 || (zero && digits > 1)) {
            return null;
        }
        Kind kind = Kind.INTEGER;
        if (at < end && text[at] == '.') {
            at++;
            kind = Kind.FLOAT;
            if (digits() == 0) {
                return null;
            }
        }
        if (at < end && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            kind = Kind.FLOAT;
            if (at < end && (text[at] == '+' || text[at] == '-')) {
                at++;
            }
            if (digits() == 0) {
                return null;
            }
        }
        if (at - from > LONGEST_NUMBER || !isDelimited()) {
            return null;
        }
        return new Scalar(line, column, Words.of(text, from, at).text, kind);
    }

    private int digits() {
        int from = at;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private boolean isDelimited() {
        if (at >= end) {
            return false;
        }
        byte b = text[at];
        return b == ',' || b == '}' || b == ']' || (b <= ' ' && b >= 0);
    }

    /** The text in the quotes that begin here; the cursor moves behind them. */
    private @Nullable String text() {
        int from = at + 1;
        int i = from;
        int continuations = 0;
        boolean escaped = false;
        while (i < end && text[i] != '"') {
            byte b = text[i];
            if (b == '\\') {
                escaped = true;
                i++;
            } else if (b < 0) {
                continuations += b < -64 ? 1 : 0;
            } else if (b < ' ') {
                return null;
            }
            i++;
        }
        if (i >= end || i - from > Limits.SCALAR) {
            return null;
        }
        at = i + 1;
        lineStart += continuations;
        return escaped ? unescaped(from, i) : Words.of(text, from, i).text;
    }

    private @Nullable String unescaped(int from, int to) {
        String raw = new String(text, from, to - from, StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char escape = raw.charAt(i++);
            switch (escape) {
                case '"', '\\', '/' -> out.append(escape);
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case 'r' -> out.append('\r');
                case 'b' -> out.append('\b');
                case 'f' -> out.append('\f');
                case 'u' -> {
                    int unit = unit(raw, i);
                    if (unit < 0) {
                        return null;
                    }
                    out.append((char) unit);
                    i += 4;
                }
                default -> {
                    return null;
                }
            }
        }
        return out.toString();
    }

    /** Four hexadecimal digits, or -1. */
    private static int unit(String raw, int from) {
        if (from + 4 > raw.length()) {
            return -1;
        }
        int unit = 0;
        for (int i = from; i < from + 4; i++) {
            char c = raw.charAt(i);
            int digit = c > 'f' ? -1 : Character.digit(c, 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit << 4 | digit;
        }
        return unit;
    }

    /** Moves to what is not blank; false at the end. */
    private boolean skipBlanks() {
        int i = at;
        while (i < end) {
            byte b = text[i];
            if (b == '\n') {
                line++;
                lineStart = i + 1;
            } else if (b > ' ' || b < 0) {
                break;
            }
            i++;
        }
        at = i;
        return i < end;
    }
}
