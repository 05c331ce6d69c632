package dev.postern.reader.kubernetes;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One copy of each value that many objects share. A hundred thousand pods have a few hundred label
 * sets between them, so memory follows what differs and not what was written.
 */
final class Pool {
    private final ConcurrentHashMap<Object, Object> values = new ConcurrentHashMap<>();
    private final Set<String> namespaces = ConcurrentHashMap.newKeySet();

    /** The copy that everyone uses; {@code T} must be immutable. */
    @SuppressWarnings("unchecked") // a key is equal to its value, and so of its class
    <T> T share(T value) {
        Object known = values.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }

    boolean holds(Object value) {
        return values.containsKey(value);
    }

    /** Whether a namespace's name was found to be valid before. */
    boolean isKnownNamespace(String name) {
        return namespaces.contains(name);
    }

    void knowNamespace(String name) {
        namespaces.add(name);
    }
}
