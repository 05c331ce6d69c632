package dev.postern.engine.differential;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps and lists as JSON has them, made in the order of their keys. */
final class Tree {

    private Tree() {}

    /** Keys and values in turn. */
    static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }

    static List<@Nullable Object> list(@Nullable Object... items) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object item : items) {
            list.add(item);
        }
        return list;
    }

    /** The map under a key, made where it is missing. */
    @SuppressWarnings("unchecked") // only this class makes the maps
    static Map<String, @Nullable Object> child(Map<String, @Nullable Object> map, String key) {
        return (Map<String, @Nullable Object>) Tree.<Object>made(map, key);
    }

    private static Object made(Map<String, @Nullable Object> map, String key) {
        Object value = map.get(key);
        if (value == null) {
            value = new LinkedHashMap<String, @Nullable Object>();
            map.put(key, value);
        }
        return value;
    }

    static @Nullable Object at(@Nullable Object value, String... path) {
        Object here = value;
        for (String key : path) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }

    static @Nullable Object copy(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, item) -> copy.put(key.toString(), copy(item)));
                yield copy;
            }
            case List<?> items -> {
                List<@Nullable Object> copy = new ArrayList<>();
                items.forEach(item -> copy.add(copy(item)));
                yield copy;
            }
            case null, default -> value;
        };
    }
}
