package dev.postern.reader;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages texts the way people, editors and attackers do, by chance. */
public final class Mutator {
    private static final String[] TOKENS = {
        ":",
        ": ",
        "- ",
        "-",
        "#",
        " #",
        "\n",
        "\r\n",
        "\r",
        "\t",
        " ",
        "  ",
        "\"",
        "'",
        "|",
        ">",
        "|-",
        ">+",
        "|2",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&a ",
        "*a",
        "!!str ",
        "!x ",
        "? ",
        "<<: ",
        "---",
        "\n---\n",
        "\n...\n",
        "%YAML 1.2\n",
        "@",
        "`",
        "\\",
        "\\x41",
        "~",
        "null",
        "yes",
        "0x1F",
        "1e3",
        "\u00e4",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\u007f",
        "\ud83d\ude00",
        "\0",
        "{{ .Values.x }}",
        "metadata:",
        "managedFields:",
        "a: b",
        "- - ",
        "//",
        "\"\"",
        "''"
    };

    private final RandomGenerator random;
    private final List<byte[]> others;

    /** Takes pieces for insertion from other texts as well. */
    public Mutator(RandomGenerator random, List<byte[]> others) {
        this.random = random;
        this.others = others;
    }

    /** The text with a few damages. */
    public byte[] mutate(byte[] text) {
        byte[] result = text;
        int damages = 1 + random.nextInt(random.nextInt(4) == 0 ? 8 : 2);
        for (int i = 0; i < damages; i++) {
            result = damage(result);
        }
        return result;
    }

    private byte[] damage(byte[] text) {
        if (text.length == 0) {
            return token();
        }
        int at = random.nextInt(text.length);
        int lineStart = lineStart(text, at);
        int lineEnd = lineEnd(text, at);
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> splice(text, at, at, token());
            case 3 -> splice(text, at, at + 1, new byte[] {(byte) random.nextInt(256)});
            case 4 -> splice(text, at, Math.min(text.length, at + 1 + random.nextInt(4)), NOTHING);
            case 5 -> splice(text, at, lineEnd, NOTHING);
            case 6 -> splice(text, lineStart, lineStart, " ".repeat(1 + random.nextInt(3)));
            case 7 -> splice(text, lineStart, Math.min(lineEnd, lineStart + 1), NOTHING);
            case 8 -> splice(text, lineStart, Math.min(text.length, lineEnd + 1), NOTHING);
            case 9 ->
                    splice(
                            text,
                            lineStart,
                            lineStart,
                            Arrays.copyOfRange(
                                    text, lineStart, Math.min(text.length, lineEnd + 1)));
            case 10 -> Arrays.copyOf(text, at);
            default -> {
                byte[] other = others.isEmpty() ? text : others.get(random.nextInt(others.size()));
                int from = random.nextInt(other.length + 1);
                int to = Math.min(other.length, from + random.nextInt(60));
                yield splice(text, at, at, Arrays.copyOfRange(other, from, to));
            }
        };
    }

    private static final byte[] NOTHING = new byte[0];

    private byte[] token() {
        return TOKENS[random.nextInt(TOKENS.length)].getBytes(UTF_8);
    }

    private static byte[] splice(byte[] text, int from, int to, String with) {
        return splice(text, from, to, with.getBytes(UTF_8));
    }

    private static byte[] splice(byte[] text, int from, int to, byte[] with) {
        byte[] result = new byte[text.length - (to - from) + with.length];
        System.arraycopy(text, 0, result, 0, from);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(text, to, result, from + with.length, text.length - to);
        return result;
    }

    private static int lineStart(byte[] text, int at) {
        int i = at;
        while (i > 0 && text[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    private static int lineEnd(byte[] text, int at) {
        int i = at;
        while (i < text.length && text[i] != '\n') {
            i++;
        }
        return i;
    }
}
