package dev.postern.engine.differential;

import java.security.SecureRandom;

/**
 * Where the randomness of a run comes from: fixed, or as the property {@code postern.seed} says.
 */
public final class Seeds {
    private static final long FIXED = 20_261_121;

    private Seeds() {}

    public static long given() {
        return Long.getLong("postern.seed", FIXED);
    }

    /** Another one in each run, so that runs add up to more than one. */
    public static long fresh() {
        return new SecureRandom().nextLong() >>> 16;
    }
}
