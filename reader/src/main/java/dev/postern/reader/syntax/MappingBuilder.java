package dev.postern.reader.syntax;

import dev.postern.reader.syntax.Mapping.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The keys of one mapping as they arrive, each kept once. */
final class MappingBuilder {
    private static final int INDEXED_FROM = 16;

    final int line;
    final int column;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable Map<String, Integer> index;
    private @Nullable Map<String, Entry> merged;

    MappingBuilder(int line, int column) {
        this.line = line;
        this.column = column;
    }

    /** Adds a key that was written here; of two equal ones the last counts, as for kubectl. */
    void put(Entry entry, Faults faults) {
        int at = find(entry.key());
        if (at < 0) {
            add(entry);
            return;
        }
        Entry first = entries.get(at);
        if (merged == null || merged.remove(entry.key()) == null) {
            faults.error(
                    "PST-duplicate-key",
                    entry.line(),
                    entry.column(),
                    "the key \""
                            + Quote.brief(entry.key())
                            + "\" is written twice in one mapping, first on line "
                            + first.line(),
                    "Keep one of the two; Kubernetes would take the last, or refuse the object.");
        }
        entries.set(at, entry);
    }

    /** Adds the keys of a mapping that {@code <<} names, which replace those written before. */
    void merge(Mapping other) {
        if (merged == null) {
            merged = new HashMap<>();
        }
        for (Entry entry : other.entries()) {
            int at = find(entry.key());
            if (at < 0) {
                add(entry);
            } else {
                entries.set(at, entry);
            }
            merged.put(entry.key(), entry);
        }
    }

    Mapping build() {
        return new Mapping(line, column, entries);
    }

    private void add(Entry entry) {
        entries.add(entry);
        if (index != null) {
            index.put(entry.key(), entries.size() - 1);
        }
    }

    private int find(String key) {
        if (index == null && entries.size() >= INDEXED_FROM) {
            index = new HashMap<>();
            for (int i = 0; i < entries.size(); i++) {
                index.put(entries.get(i).key(), i);
            }
        }
        if (index != null) {
            return index.getOrDefault(key, -1);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }
}
