package dev.postern.engine;

import dev.postern.model.Selector;
import dev.postern.model.Truth;
import java.util.Arrays;

/**
 * The label sets that one selector matches, as a bitmap over their numbers.
 *
 * <p>Label set and selector never change, so a bit is set once and stays: every version of the
 * engine may share this object. Bits are written under the lock of the {@link LabelSpace} before
 * the version that needs them is published; readers take no lock.
 */
final class SelectorBits {
    private static final long[] NONE = new long[0];

    private final Selector selector;
    private volatile long[] yes = NONE;
    private volatile long[] maybe = NONE;

    SelectorBits(Selector selector) {
        this.selector = selector;
    }

    Selector selector() {
        return selector;
    }

    /** Whether the selector matches the label set of this number. */
    Truth matches(int shape) {
        if (selector.isEverything() || has(yes, shape)) {
            return Truth.TRUE;
        }
        return has(maybe, shape) ? Truth.UNKNOWN : Truth.FALSE;
    }

    private static boolean has(long[] bits, int at) {
        int word = at >>> 6;
        return word < bits.length && (bits[word] >>> at & 1) != 0;
    }

    void record(int shape, Truth truth) {
        switch (truth) {
            case TRUE -> yes = with(yes, shape);
            case UNKNOWN -> maybe = with(maybe, shape);
            case FALSE -> {}
        }
    }

    private static long[] with(long[] bits, int at) {
        int word = at >>> 6;
        long[] grown =
                word < bits.length
                        ? bits
                        : Arrays.copyOf(bits, Math.max(word + 1, bits.length * 2));
        grown[word] |= 1L << at;
        return grown;
    }
}
