package dev.postern.model;

import java.util.List;
import java.util.stream.Collectors;

/** A label selector: every requirement must hold, so the empty one selects everything. */
public record Selector(List<Requirement> requirements) {
    public static final Selector EVERYTHING = new Selector(List.of());

    public Selector {
        // One order, so that two selectors that say the same are equal.
        requirements =
                requirements.size() < 2
                        ? List.copyOf(requirements)
                        : requirements.stream().distinct().sorted(Selector::order).toList();
    }

    private static int order(Requirement a, Requirement b) {
        int order = a.key().compareTo(b.key());
        if (order == 0) {
            order = a.operator().compareTo(b.operator());
        }
        return order != 0 ? order : a.toString().compareTo(b.toString());
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

    // Written out for the sake of start-up, as in Address.
    @Override
    public boolean equals(Object other) {
        return other instanceof Selector selector && requirements.equals(selector.requirements);
    }

    @Override
    public int hashCode() {
        return requirements.hashCode();
    }

    @Override
    public String toString() {
        return requirements.stream().map(Requirement::toString).collect(Collectors.joining(","));
    }
}
