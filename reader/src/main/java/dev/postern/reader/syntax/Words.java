package dev.postern.reader.syntax;

import dev.postern.reader.syntax.Scalar.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Short texts that were met before. Manifests repeat a few hundred keys and values, so most texts
 * need no memory of their own and no second look at what kind they are.
 */
final class Words {
    private static final int LONGEST = 32;
    private static final int MASK = (1 << 12) - 1;

    /**
     * Each slot holds the last word that fell on it. Threads share it without a lock: a word never
     * changes, and to miss one that another thread has just written costs only memory.
     */
    private static final Word[] TABLE = new Word[MASK + 1];

    private static final Word NONE = new Word(new byte[0], "", Kind.NULL);

    static {
        Arrays.fill(TABLE, NONE);
    }

    private Words() {}

    /** A text with what it means when it stands without quotes. */
    static final class Word {
        private final byte[] bytes;
        final String text;
        final Kind kind;

        Word(byte[] bytes, String text, Kind kind) {
            this.bytes = bytes;
            this.text = text;
            this.kind = kind;
        }
    }

    /** The word of some bytes of a text. */
    static Word of(byte[] text, int from, int to) {
        if (to - from > LONGEST) {
            String string = string(text, from, to);
            return new Word(NONE.bytes, string, PlainScalar.kind(string));
        }
        int hash = to - from;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text[i];
        }
        hash ^= hash >>> 15;
        Word known = TABLE[hash & MASK];
        if (Arrays.equals(known.bytes, 0, known.bytes.length, text, from, to)) {
            return known;
        }
        String string = string(text, from, to);
        Word word = new Word(Arrays.copyOfRange(text, from, to), string, PlainScalar.kind(string));
        TABLE[hash & MASK] = word;
        return word;
    }

    private static String string(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }
}
