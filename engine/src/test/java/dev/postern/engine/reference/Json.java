package dev.postern.engine.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain JSON values; what is absent and what is null read alike. */
final class Json {

    private Json() {}

    /** The value at a path of keys. */
    static @Nullable Object at(@Nullable Object value, String... path) {
        Object here = value;
        for (String key : path) {
            here = here instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return here;
    }

    static List<Object> list(@Nullable Object value) {
        List<Object> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            items.addAll(list);
        }
        return items;
    }

    static List<String> texts(@Nullable Object value) {
        return list(value).stream().map(Object::toString).toList();
    }

    static String text(@Nullable Object value, String otherwise) {
        return value instanceof String text ? text : otherwise;
    }

    static int number(@Nullable Object value, int otherwise) {
        return value instanceof Integer number ? number : otherwise;
    }

    static Map<String, String> labels(@Nullable Object value) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, label) -> labels.put(key.toString(), label.toString()));
        }
        return labels;
    }
}
