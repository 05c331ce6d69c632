package dev.postern.model;

import java.util.List;
import java.util.TreeSet;

/** One condition of a label selector. {@code values} is sorted, without duplicates. */
public record Requirement(String key, Operator operator, List<String> values) {

    /** How a requirement compares; spelled as in Kubernetes. */
    public enum Operator {
        IN("In"),
        NOT_IN("NotIn"),
        EXISTS("Exists"),
        DOES_NOT_EXIST("DoesNotExist");

        private final String word;

        Operator(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public boolean takesValues() {
            return this == IN || this == NOT_IN;
        }
    }

    public Requirement {
        values = List.copyOf(new TreeSet<>(values));
        if (operator.takesValues() == values.isEmpty()) {
            throw new IllegalArgumentException(operator.word() + " with values " + values);
        }
    }

    /** The form that {@code matchLabels} has. */
    public static Requirement equal(String key, String value) {
        return new Requirement(key, Operator.IN, List.of(value));
    }

    public Truth matches(Labels labels) {
        return switch (operator) {
            case IN -> in(labels);
            case NOT_IN -> in(labels).not(); // an object that lacks the key is not in the list
            case EXISTS -> labels.has(key);
            case DOES_NOT_EXIST -> labels.has(key).not();
        };
    }

    private Truth in(Labels labels) {
        Truth any = Truth.FALSE;
        for (String value : values) {
            any = any.or(labels.has(key, value));
        }
        return any;
    }

    // Written out for the sake of start-up, as in Address.
    @Override
    public boolean equals(Object other) {
        return other instanceof Requirement requirement
                && operator == requirement.operator
                && key.equals(requirement.key)
                && values.equals(requirement.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * key.hashCode() + operator.ordinal()) + values.hashCode();
    }

    /**
     * As {@code kubectl} writes it: {@code app=web}, {@code tier in (db,cache)}, {@code !legacy}.
     */
    @Override
    public String toString() {
        return switch (operator) {
            case IN ->
                    values.size() == 1
                            ? key + "=" + values.getFirst()
                            : key + " in (" + String.join(",", values) + ")";
            case NOT_IN ->
                    values.size() == 1
                            ? key + "!=" + values.getFirst()
                            : key + " notin (" + String.join(",", values) + ")";
            case EXISTS -> key;
            case DOES_NOT_EXIST -> "!" + key;
        };
    }
}
