package dev.postern.engine.reference;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which decisions an evaluation came across, and the one that it is to get wrong. */
final class Rulings {
    private @Nullable Ruling wrong;
    private final Set<Ruling> met = EnumSet.noneOf(Ruling.class);

    /** Begins an evaluation that gets one decision wrong, or none. */
    void begin(@Nullable Ruling toGetWrong) {
        wrong = toGetWrong;
        met.clear();
    }

    /** Whether the decision is made rightly; to be asked only where it matters. */
    boolean stands(Ruling ruling) {
        met.add(ruling);
        return ruling != wrong;
    }

    Set<Ruling> met() {
        return EnumSet.copyOf(met);
    }
}
