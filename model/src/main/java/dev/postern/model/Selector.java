package dev.postern.model;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A label selector: every requirement must hold, so the empty one selects everything. */
public record Selector(List<Requirement> requirements) {
    private static final Comparator<Requirement> ORDER =
            Comparator.comparing(Requirement::key)
                    .thenComparing(Requirement::operator)
                    .thenComparing(Requirement::toString);

    public static final Selector EVERYTHING = new Selector(List.of());

    public Selector {
        // One order, so that two selectors that say the same are equal.
        requirements =
                requirements.size() < 2
                        ? List.copyOf(requirements)
                        : requirements.stream().distinct().sorted(ORDER).toList();
    }

    public boolean isEverything() {
        return requirements.isEmpty();
    }

    public Truth matches(Labels labels) {
        Truth all = Truth.TRUE;
        for (Requirement requirement : requirements) {
            all = all.and(requirement.matches(labels));
        }
        return all;
    }

    @Override
    public String toString() {
        return requirements.stream().map(Requirement::toString).collect(Collectors.joining(","));
    }
}
