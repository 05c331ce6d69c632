package dev.postern.reader.syntax;

import dev.postern.reader.syntax.Mapping.Entry;
import java.util.Arrays;
import java.util.List;

/**
 * The entries and items of the collections that are not closed yet, one collection above the other
 * on two stacks.
 */
final class OpenNodes {
    /** Comparing each key with each takes too long beyond this. */
    private static final int MOST_KEYS = 1000;

    private Entry[] entries = new Entry[24];
    private int entriesTop;
    private Node[] items = new Node[8];
    private int itemsTop;

    int openMapping() {
        return entriesTop;
    }

    int openSequence() {
        return itemsTop;
    }

    /** Adds to the innermost mapping; false for a key that is there already. */
    boolean put(int base, String key, int line, int column, Node value) {
        for (int i = base; i < entriesTop; i++) {
            if (entries[i].key().equals(key)) {
                return false;
            }
        }
        if (entriesTop == entries.length) {
            entries = Arrays.copyOf(entries, entries.length * 2);
        }
        entries[entriesTop++] = new Entry(key, line, column, value);
        return entriesTop - base <= MOST_KEYS;
    }

    void push(Node item) {
        if (itemsTop == items.length) {
            items = Arrays.copyOf(items, items.length * 2);
        }
        items[itemsTop++] = item;
    }

    Mapping closeMapping(int base, int line, int column) {
        List<Entry> own = List.of(Arrays.copyOfRange(entries, base, entriesTop));
        entriesTop = base;
        return new Mapping(line, column, own);
    }

    Sequence closeSequence(int base, int line, int column) {
        List<Node> own = List.of(Arrays.copyOfRange(items, base, itemsTop));
        itemsTop = base;
        return new Sequence(line, column, own);
    }
}
