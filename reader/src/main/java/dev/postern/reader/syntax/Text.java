package dev.postern.reader.syntax;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a file as UTF-8 without a byte order mark. */
final class Text {
    final byte[] bytes;

    /**
     * Whether a character occurs that YAML has rules of its own for: a delete, a lone carriage
     * return, a byte order mark, an exotic line break or control character.
     */
    final boolean isOdd;

    private Text(byte[] bytes, boolean isOdd) {
        this.bytes = bytes;
        this.isOdd = isOdd;
    }

    static Text of(byte[] raw) throws Unreadable {
        byte[] text = raw;
        if (startsWith(raw, 0xFF, 0xFE)) {
            text = recoded(raw, StandardCharsets.UTF_16LE);
        } else if (startsWith(raw, 0xFE, 0xFF)) {
            text = recoded(raw, StandardCharsets.UTF_16BE);
        } else if (startsWith(raw, 0xEF, 0xBB, 0xBF)) {
            text = Arrays.copyOfRange(raw, 3, raw.length);
        }
        return new Text(text, check(text));
    }

    private static boolean startsWith(byte[] raw, int... mark) {
        if (raw.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((raw[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] recoded(byte[] raw, Charset charset) {
        return new String(raw, 2, raw.length - 2, charset).getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses what is not well-formed UTF-8 or holds control characters; tells what is odd. */
    private static boolean check(byte[] text) throws Unreadable {
        boolean odd = false;
        int at = 0;
        while (at < text.length) {
            int b = text[at];
            if (b >= 0x20 || b == '\n') {
                odd |= b == 0x7F;
                at++;
            } else if (b == '\r') {
                at++;
                odd |= at == text.length || text[at] != '\n';
            } else if (b == '\t') {
                at++;
            } else if (b >= 0) {
                throw refused(text, at, "the character " + Quote.character(b));
            } else {
                int length = sequence(text, at);
                if (length == 0) {
                    throw refused(text, at, "bytes that are not UTF-8");
                }
                odd |= isOdd(text, at, length);
                at += length;
            }
        }
        return odd;
    }

    private static boolean isOdd(byte[] text, int at, int length) {
        int second = text[at + 1] & 0xFF;
        int third = length > 2 ? text[at + 2] & 0xFF : 0;
        return switch (text[at] & 0xFF) {
            case 0xC2 -> second < 0xA0;
            case 0xE2 -> second == 0x80 && (third == 0xA8 || third == 0xA9);
            case 0xEF -> (second == 0xBB && third == 0xBF) || (second == 0xBF && third >= 0xBE);
            default -> false;
        };
    }

    /** The length of a well-formed sequence of several bytes, or 0. */
    private static int sequence(byte[] text, int at) {
        int lead = text[at] & 0xFF;
        int length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
        if (lead < 0xC2 || lead > 0xF4 || at + length > text.length) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((text[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = text[at + 1] & 0xFF;
        boolean wellFormed =
                switch (lead) {
                    case 0xE0 -> second >= 0xA0;
                    case 0xED -> second < 0xA0;
                    case 0xF0 -> second >= 0x90;
                    case 0xF4 -> second < 0x90;
                    default -> true;
                };
        return wellFormed ? length : 0;
    }

    private static Unreadable refused(byte[] text, int at, String what) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < at; i++) {
            if (text[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Unreadable(
                "PST-not-text",
                line,
                at - lineStart + 1,
                "this is not a text file: it holds " + what,
                "Name only YAML and JSON files, in UTF-8.");
    }
}
