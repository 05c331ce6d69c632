package dev.postern.model;

import java.util.Random;
import java.util.function.Consumer;

/** Random cases, each of a seed of its own, which the failure names. */
final class Cases {
    private static final long FIXED = 20_261_121;

    private Cases() {}

    static void each(int count, Consumer<Random> property) {
        long given = Long.getLong("postern.seed", FIXED);
        for (long seed = given; seed < given + count; seed++) {
            try {
                // Neighbouring seeds begin alike unless they are spread.
                property.accept(new Random(seed * 0x9E3779B97F4A7C15L));
            } catch (AssertionError | RuntimeException failed) {
                throw new AssertionError("-Dpostern.seed=" + seed + ": " + failed, failed);
            }
        }
    }
}
