package dev.postern.reader.syntax;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts in quotes, with the common escapes. */
final class YamlQuoted {
    private YamlQuoted() {}

    /** The text in the quotes at the cursor, which moves behind them. Null to decline. */
    static @Nullable String read(YamlLines lines) {
        byte[] text = lines.text;
        byte quote = text[lines.at];
        int from = lines.at + 1;
        boolean escaped = false;
        boolean broken = false;
        int i = from;
        while (i < lines.end) {
            byte b = text[i];
            if (b == quote) {
                boolean doubled = quote == '\'' && i + 1 < lines.end && text[i + 1] == '\'';
                if (!doubled) {
                    break;
                }
                escaped = true;
                i++;
            } else if (b == '\\' && quote == '"') {
                escaped = true;
                i++;
                if (lines.isGap(i)) {
                    return null;
                }
            } else if (b == '\n') {
                broken = true;
                lines.line++;
                lines.lineStart = i + 1;
                boolean marker = i + 1 < lines.end && (text[i + 1] == '.' || text[i + 1] == '-');
                if (marker) {
                    return null;
                }
            } else if (b < ' ' && b >= 0 && b != '\r') {
                return null;
            }
            i++;
        }
        if (i >= lines.end || i - from > Limits.SCALAR) {
            return null;
        }
        lines.at = i + 1;
        if (!escaped && !broken) {
            return Words.of(text, from, i).text;
        }
        String raw = new String(text, from, i - from, StandardCharsets.UTF_8);
        String folded = broken ? folded(raw) : raw;
        if (!escaped) {
            return folded;
        }
        return quote == '"' ? unescaped(folded) : folded.replace("''", "'");
    }

    /** A single break becomes a space, more become one less; blanks around them go. */
    private static String folded(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            int blanks = i;
            int breaks = 0;
            while (i < raw.length() && raw.charAt(i) <= ' ') {
                breaks += raw.charAt(i++) == '\n' ? 1 : 0;
            }
            if (breaks == 0) {
                out.append(raw, blanks, i);
            } else if (breaks == 1) {
                out.append(' ');
            } else {
                out.repeat('\n', breaks - 1);
            }
            if (i < raw.length()) {
                out.append(raw.charAt(i++));
            }
        }
        return out.toString();
    }

    private static @Nullable String unescaped(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            switch (raw.charAt(i++)) {
                case '"' -> out.append('"');
                case '\\' -> out.append('\\');
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                default -> {
                    return null;
                }
            }
        }
        return out.toString();
    }
}
