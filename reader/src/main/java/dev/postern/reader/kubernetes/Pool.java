package dev.postern.reader.kubernetes;

import java.util.concurrent.ConcurrentHashMap;

/**
 * One copy of each value that many objects share. A hundred thousand pods have a few hundred label
 * sets between them, so memory follows what differs and not what was written.
 */
final class Pool {
    private final ConcurrentHashMap<Object, Object> values = new ConcurrentHashMap<>();

    /** The copy that everyone uses; {@code T} must be immutable. */
    @SuppressWarnings("unchecked") // a key is equal to its value, and so of its class
    <T> T share(T value) {
        Object known = values.putIfAbsent(value, value);
        return known == null ? value : (T) known;
    }

    boolean holds(Object value) {
        return values.containsKey(value);
    }

    private record ValidNamespace(String name) {}

    /** Whether a namespace's name was found to be valid before. */
    boolean isKnownNamespace(String name) {
        return holds(new ValidNamespace(name));
    }

    void knowNamespace(String name) {
        share(new ValidNamespace(name));
    }
}
