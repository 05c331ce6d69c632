package dev.postern.reader.syntax;

import java.util.List;
import java.util.Optional;

/** Keys with values, in the order they were written; keys are distinct. */
public record Mapping(int line, int column, List<Entry> entries) implements Node {

    /** One key with its value, and the place of the key. */
    public record Entry(String key, int line, int column, Node value) {}

    public Mapping {
        entries = List.copyOf(entries);
    }

    /** The value of a key; a key that is written with null is present. */
    public Optional<Node> get(String key) {
        for (Entry entry : entries) {
            if (entry.key.equals(key)) {
                return Optional.of(entry.value);
            }
        }
        return Optional.empty();
    }
}
