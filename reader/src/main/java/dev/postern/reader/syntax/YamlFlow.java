package dev.postern.reader.syntax;

import dev.postern.reader.syntax.Mapping.Entry;
import dev.postern.reader.syntax.Scalar.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collections in brackets and braces that end on the line they begin on. */
final class YamlFlow {
    private static final boolean[] PLAIN =
            YamlSubset.table(
                    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./+-=()~^;$<");

    private final YamlLines lines;

    YamlFlow(YamlLines lines) {
        this.lines = lines;
    }

    /** The value at the cursor, which moves behind it. Null to decline. */
    @Nullable Node read(int depth) {
        if (depth > YamlSubset.DEPTH || !hasMore()) {
            return null;
        }
        return switch (lines.text[lines.at]) {
            case '[' -> sequence(depth);
            case '{' -> mapping(depth);
            default -> scalar();
        };
    }

    private @Nullable Node sequence(int depth) {
        int column = lines.column();
        List<Node> items = new ArrayList<>();
        lines.at++;
        skipSpaces();
        while (!isAt(']')) {
            Node item = read(depth + 1);
            if (item == null || !separated(']')) {
                return null;
            }
            items.add(item);
        }
        lines.at++;
        return new Sequence(lines.line, column, items);
    }

    private @Nullable Node mapping(int depth) {
        int column = lines.column();
        List<Entry> entries = new ArrayList<>();
        lines.at++;
        skipSpaces();
        while (!isAt('}')) {
            int keyFrom = lines.at;
            int keyColumn = lines.column();
            Scalar key = hasMore() ? scalar() : null;
            if (key == null || key.kind() != Kind.STRING || key.text().equals("<<")) {
                return null;
            }
            if (lines.at - keyFrom > YamlSubset.LONGEST_KEY) {
                return null;
            }
            if (!isAt(':') || lines.at + 1 >= lines.end || lines.text[lines.at + 1] != ' ') {
                return null;
            }
            lines.at++;
            skipSpaces();
            Node value = read(depth + 1);
            if (value == null || !separated('}')) {
                return null;
            }
            for (Entry entry : entries) {
                if (entry.key().equals(key.text())) {
                    return null;
                }
            }
            if (entries.size() > 100) {
                return null;
            }
            entries.add(new Entry(key.text(), lines.line, keyColumn, value));
        }
        lines.at++;
        return new Mapping(lines.line, column, entries);
    }

    private @Nullable Scalar scalar() {
        byte[] text = lines.text;
        int column = lines.column();
        int from = lines.at;
        byte first = text[from];
        if (first == '"' || first == '\'') {
            int line = lines.line;
            String quoted = YamlQuoted.read(lines);
            return quoted == null || line != lines.line || !lines.isAscii(from, lines.at)
                    ? null
                    : new Scalar(lines.line, column, quoted, Kind.STRING);
        }
        if (first == '-' && lines.isGap(from + 1)) {
            return null;
        }
        int to = from;
        int i = from;
        while (i < lines.end) {
            byte b = text[i];
            if (b == ' ') {
                i++;
                continue;
            }
            boolean innerColon = b == ':' && i > from && i + 1 < lines.end && isPlain(text[i + 1]);
            if (!isPlain(b) && !innerColon) {
                break;
            }
            to = ++i;
        }
        if (to == from || (first == '-' && !isPlain(text[from + 1]))) {
            return null;
        }
        lines.at = to;
        Words.Word word = Words.of(text, from, to);
        return new Scalar(lines.line, column, word.text, word.kind);
    }

    /** Moves over a comma and what is blank; false if neither it nor the end is there. */
    private boolean separated(char close) {
        skipSpaces();
        if (isAt(close)) {
            return true;
        }
        if (!isAt(',')) {
            return false;
        }
        lines.at++;
        skipSpaces();
        return !isAt(close);
    }

    private static boolean isPlain(byte b) {
        return b >= 0 && PLAIN[b];
    }

    private boolean hasMore() {
        return lines.at < lines.end;
    }

    private boolean isAt(char c) {
        return lines.at < lines.end && lines.text[lines.at] == c;
    }

    private void skipSpaces() {
        while (isAt(' ')) {
            lines.at++;
        }
    }
}
