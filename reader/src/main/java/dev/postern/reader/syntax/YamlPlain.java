package dev.postern.reader.syntax;

import dev.postern.reader.syntax.Words.Word;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Values without quotes, which may go on over lines that are indented deeper. */
final class YamlPlain {

    /** What a value can't begin with, or only before certain characters. */
    private static final boolean[] INDICATOR = YamlSubset.table("-?:,[]{}#&*!|>'\"%@`");

    private YamlPlain() {}

    static boolean isIndicator(byte b) {
        return b >= 0 && INDICATOR[b];
    }

    /**
     * The value at the cursor, which moves to its end. Null to decline.
     *
     * @param indent of the collection that holds the value
     */
    static @Nullable Word read(YamlLines lines, int indent) {
        int from = lines.at;
        byte first = lines.text[from];
        if (isIndicator(first) && ((first != '-' && first != ':') || lines.isGap(from + 1))) {
            return null;
        }
        int to = end(lines, from);
        if (to < 0) {
            return null;
        }
        lines.at = to;
        int next = continuation(lines, indent);
        return next < 0 ? Words.of(lines.text, from, to) : folded(lines, from, next, indent);
    }

    /** Where the value ends on its line; -1 for a character that is not for this place. */
    private static int end(YamlLines lines, int from) {
        byte[] text = lines.text;
        int to = from;
        for (int i = from; i < lines.end; i++) {
            byte b = text[i];
            if (b > ' ' || b < 0) {
                if (b == ':' && lines.isGap(i + 1)) {
                    return -1;
                }
                if (b == '#' && text[i - 1] == ' ') {
                    break;
                }
                to = i + 1;
            } else if (b == '\t') {
                return -1;
            } else if (b != ' ') {
                break;
            }
        }
        return to - from > Limits.SCALAR ? -1 : to;
    }

    /** The first character of a line that goes on with the value at whose end the cursor is. */
    private static int continuation(YamlLines lines, int indent) {
        byte[] text = lines.text;
        int i = lines.at;
        int lineStart = -1;
        while (i < lines.end && text[i] <= ' ' && text[i] >= 0) {
            if (text[i] == '\t') {
                return -1;
            }
            if (text[i++] == '\n') {
                lineStart = i;
            }
        }
        boolean goesOn =
                lineStart >= 0 && i < lines.end && text[i] != '#' && i - lineStart > indent;
        return goesOn ? i : -1;
    }

    private static @Nullable Word folded(YamlLines lines, int from, int next, int indent) {
        StringBuilder out = new StringBuilder();
        int start = from;
        int resume = next;
        while (true) {
            out.append(new String(lines.text, start, lines.at - start, StandardCharsets.UTF_8));
            if (resume < 0 || out.length() > Limits.SCALAR) {
                break;
            }
            int breaks = 0;
            for (int i = lines.at; i < resume; i++) {
                if (lines.text[i] == '\n') {
                    breaks++;
                    lines.lineStart = i + 1;
                }
            }
            lines.line += breaks;
            if (breaks == 1) {
                out.append(' ');
            } else {
                out.repeat('\n', breaks - 1);
            }
            start = resume;
            lines.at = end(lines, start);
            if (lines.at < 0) {
                return null;
            }
            resume = continuation(lines, indent);
        }
        String string = out.toString();
        return string.length() > Limits.SCALAR
                ? null
                : new Word(new byte[0], string, PlainScalar.kind(string));
    }
}
