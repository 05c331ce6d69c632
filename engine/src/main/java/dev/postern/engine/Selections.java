package dev.postern.engine;

import dev.postern.model.Gap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes one {@link Selection} of equal members, however many shapes have them. */
final class Selections {
    private final List<Gap> gaps;
    private final Map<List<Selection.Member>, Selection> known = new HashMap<>();

    Selections(List<Gap> gaps) {
        this.gaps = gaps;
    }

    Selection of(List<Selection.Member> members) {
        return known.computeIfAbsent(members, own -> Selection.of(own, gaps));
    }
}
