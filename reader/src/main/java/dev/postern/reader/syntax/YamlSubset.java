package dev.postern.reader.syntax;

import dev.postern.reader.syntax.Scalar.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The part of YAML that manifests are written in, read in one pass over the bytes. Whatever is
 * rare, doubtful or wrong it declines by answering null, and {@link YamlEvents} decides; so it must
 * never accept what the other refuses, nor read it otherwise.
 *
 * <p>The cursor stands on the first character of a line that holds something, and {@code indent} is
 * that line's indentation, or -1 after the last. Every method that reads a value moves the cursor
 * to the next such line.
 */
final class YamlSubset {
    static final int DEPTH = Limits.DEPTH / 2;

    /** The complete parser wants a key and its colon within 1024 characters. */
    static final int LONGEST_KEY = 1000;

    private final YamlLines lines;
    private final YamlFlow flow;
    private final byte[] text;
    private final int end;
    private final OpenNodes open = new OpenNodes();
    private int muted;

    private YamlSubset(byte[] text, int start, int end, int lineOffset) {
        this.text = text;
        this.end = end;
        this.lines = new YamlLines(text, start, end, lineOffset + 1);
        this.flow = new YamlFlow(lines);
    }

    /** The root of a document, or null to decline. */
    static @Nullable Node parse(byte[] text, int start, int end, int lineOffset) {
        return new YamlSubset(text, start, end, lineOffset).document();
    }

    static boolean[] table(String characters) {
        boolean[] table = new boolean[128];
        for (int i = 0; i < characters.length(); i++) {
            table[characters.charAt(i)] = true;
        }
        return table;
    }

    private @Nullable Node document() {
        if (lines.startsWithMarker()) {
            lines.at += 3;
            if (!lines.finish()) {
                return null;
            }
        }
        if (!lines.next() || lines.indent < 0) {
            return null;
        }
        Node root = block(0, "", "");
        return root == null || lines.indent >= 0 ? null : root;
    }

    /** A collection that begins a line of its own. */
    private @Nullable Node block(int depth, String key, String parent) {
        return lines.isDash()
                ? sequence(lines.indent, false, depth, key, parent)
                : mapping(lines.indent, depth, key);
    }

    private @Nullable Node mapping(int indent, int depth, String name) {
        if (depth > DEPTH) {
            return null;
        }
        int line = lines.line;
        int base = open.openMapping();
        do {
            int keyLine = lines.line;
            String key = key();
            if (key == null) {
                return null;
            }
            int afterColon = lines.column();
            Node value;
            if (!lines.skipSpaces()) {
                if (!lines.finish() || !lines.next()) {
                    return null;
                }
                if (lines.indent > indent) {
                    value = block(depth + 1, key, name);
                } else if (lines.indent == indent && lines.isDash()) {
                    value = sequence(indent, true, depth + 1, key, name);
                } else {
                    value = new Scalar(keyLine, afterColon, "", Kind.NULL);
                }
            } else if (ManagedFields.is(name, key)) {
                return null;
            } else {
                value = inline(indent, depth + 1);
            }
            if (value == null || lines.indent > indent) {
                return null;
            }
            if (muted == 0 && !open.put(base, key, keyLine, indent + 1, value)) {
                return null;
            }
        } while (lines.indent == indent);
        return open.closeMapping(base, line, indent + 1);
    }

    /**
     * A list of dashes.
     *
     * @param atParent whether the dashes stand in the column of the keys that surround it
     */
    private @Nullable Node sequence(
            int indent, boolean atParent, int depth, String key, String parent) {
        if (depth > DEPTH) {
            return null;
        }
        boolean dropped = ManagedFields.is(parent, key);
        muted += dropped ? 1 : 0;
        int line = lines.line;
        int base = open.openSequence();
        do {
            int itemLine = lines.line;
            lines.at++;
            int afterDash = lines.column();
            Node item;
            if (!lines.skipSpaces()) {
                if (!lines.finish() || !lines.next()) {
                    return null;
                }
                item =
                        lines.indent > indent
                                ? block(depth + 1, "", "")
                                : new Scalar(itemLine, afterDash, "", Kind.NULL);
            } else if (lines.isDash()) {
                item = sequence(lines.column() - 1, false, depth + 1, "", "");
            } else if (isKeyAhead()) {
                item = mapping(lines.column() - 1, depth + 1, "");
            } else {
                item = inline(indent, depth + 1);
            }
            if (item == null || lines.indent > indent) {
                return null;
            }
            if (muted == 0) {
                open.push(item);
            }
        } while (lines.indent == indent && lines.isDash());
        if (lines.indent == indent && !atParent) {
            return null;
        }
        muted -= dropped ? 1 : 0;
        return open.closeSequence(base, line, indent + 1);
    }

    /** Whether the plain text at the cursor is followed by a colon on its line. */
    private boolean isKeyAhead() {
        if (YamlPlain.isIndicator(text[lines.at])) {
            return false;
        }
        for (int i = lines.at + 1; i < end; i++) {
            byte b = text[i];
            if (b == ':' && lines.isGap(i + 1)) {
                return true;
            }
            if (b == '\n' || (b == '#' && text[i - 1] == ' ')) {
                return false;
            }
        }
        return false;
    }

    /** A key with its colon; the cursor stands after it. */
    private @Nullable String key() {
        int from = lines.at;
        byte first = text[from];
        if (first == '"' || first == '\'') {
            int line = lines.line;
            String quoted = YamlQuoted.read(lines);
            if (quoted == null || line != lines.line || lines.at >= end || text[lines.at] != ':') {
                return null;
            }
            if (!lines.isAscii(from, lines.at)) {
                return null;
            }
            lines.at++;
            return lines.at - from > LONGEST_KEY || !lines.isGap(lines.at) ? null : quoted;
        }
        if (!isKeyStart(first)) {
            return null;
        }
        int i = from + 1;
        while (i < end && text[i] > ' ' && (text[i] != ':' || !lines.isGap(i + 1))) {
            i++;
        }
        if (i == end || text[i] != ':' || i - from > LONGEST_KEY) {
            return null;
        }
        lines.at = i + 1;
        Words.Word word = Words.of(text, from, i);
        return word.kind == Kind.STRING ? word.text : null;
    }

    private static boolean isKeyStart(byte b) {
        return (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '.' && b <= '9')
                || b == '_'
                || b == '$';
    }

    /** A value that begins behind its key or dash. */
    private @Nullable Node inline(int indent, int depth) {
        int line = lines.line;
        int column = lines.column();
        byte first = text[lines.at];
        return switch (first) {
            case '"', '\'' -> text(line, column, YamlQuoted.read(lines));
            case '|', '>' -> block(line, column, YamlBlockScalar.read(lines, indent));
            case '[', '{' -> flow(depth);
            default -> plain(line, column, indent);
        };
    }

    private @Nullable Node text(int line, int column, @Nullable String quoted) {
        if (quoted == null || !lines.finish() || !lines.next()) {
            return null;
        }
        return new Scalar(line, column, quoted, Kind.STRING);
    }

    private @Nullable Node block(int line, int column, @Nullable String block) {
        if (block == null || !lines.next()) {
            return null;
        }
        return new Scalar(line, column, block, Kind.STRING);
    }

    private @Nullable Node flow(int depth) {
        Node node = flow.read(depth);
        return node == null || !lines.finish() || !lines.next() ? null : node;
    }

    private @Nullable Node plain(int line, int column, int indent) {
        Words.Word word = YamlPlain.read(lines, indent);
        return word == null || !lines.finish() || !lines.next()
                ? null
                : new Scalar(line, column, word.text, word.kind);
    }
}
