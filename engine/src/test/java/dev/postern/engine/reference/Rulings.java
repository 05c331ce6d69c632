package dev.postern.engine.reference;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which decisions an evaluation came across, and the one that it is to get wrong. */
final class Rulings {
    private final @Nullable Ruling wrong;
    private final Set<Ruling> met = EnumSet.noneOf(Ruling.class);

    Rulings(@Nullable Ruling wrong) {
        this.wrong = wrong;
    }

    /** Whether the decision is made rightly; to be asked only where it matters. */
    boolean stands(Ruling ruling) {
        met.add(ruling);
        return ruling != wrong;
    }

    Set<Ruling> met() {
        return met;
    }
}
