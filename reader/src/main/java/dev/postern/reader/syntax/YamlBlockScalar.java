package dev.postern.reader.syntax;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts after {@code |} and, where they fold in the simplest way, after {@code >}. */
final class YamlBlockScalar {
    private YamlBlockScalar() {}

    /**
     * Reads the lines that are indented deeper than a value, and leaves the cursor at the beginning
     * of the line that follows. Null to decline.
     */
    static @Nullable String read(YamlLines lines, int parentIndent) {
        byte[] text = lines.text;
        int end = lines.end;
        boolean folded = text[lines.at] == '>';
        lines.at++;
        boolean strip = lines.at < end && text[lines.at] == '-';
        if (strip) {
            lines.at++;
        }
        if (!lines.finish()) {
            return null;
        }
        int i = lines.at;
        int indent = spaces(text, i, end);
        if (indent <= parentIndent || lines.isGap(i + indent)) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        int blank = 0;
        while (i < end) {
            int found = spaces(text, i, end);
            int lineEnd = lines.lineEnd(i);
            if (i + found >= lineEnd) {
                if (found > indent || i + found == end) {
                    return null;
                }
                blank++;
            } else if (found < indent) {
                break;
            } else {
                byte first = text[i + indent];
                if (folded && (blank > 0 || first == ' ' || first == '\t')) {
                    return null;
                }
                if (!out.isEmpty()) {
                    out.append(folded ? ' ' : '\n');
                }
                for (; blank > 0; blank--) {
                    out.append('\n');
                }
                out.append(
                        new String(text, i + indent, lineEnd - i - indent, StandardCharsets.UTF_8));
                if (out.length() > Limits.SCALAR) {
                    return null;
                }
            }
            i = lineEnd;
            if (i < end && text[i] == '\r') {
                i++;
            }
            if (i >= end) {
                // The last line has no break to keep.
                return null;
            }
            i++;
            lines.line++;
        }
        lines.at = i;
        return strip ? out.toString() : out.append('\n').toString();
    }

    private static int spaces(byte[] text, int from, int end) {
        int i = from;
        while (i < end && text[i] == ' ') {
            i++;
        }
        return i - from;
    }
}
