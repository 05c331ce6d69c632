package dev.postern.bench;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A document as maps, lists, strings and numbers, and its text in YAML and JSON. */
final class Tree {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9./-]*");
    private static final Pattern SPECIAL = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private Tree() {}

    /** A map of alternating keys and values, which keeps their order. */
    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    /** Block style, as people and kubectl write it. */
    static void yaml(Object node, int indent, StringBuilder into) {
        switch (node) {
            case Map<?, ?> map ->
                    map.forEach((key, value) -> {
                        pad(indent, into).append(text(key)).append(':');
                        value(value, indent + (value instanceof List ? 0 : 1), into);
                    });
            case List<?> list -> {
                for (Object item : list) {
                    int start = into.length();
                    if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                        yaml(map, indent + 1, into);
                        into.setCharAt(start + 2 * indent, '-');
                    } else {
                        pad(indent, into).append('-');
                        value(item, indent + 1, into);
                    }
                }
            }
            default -> throw new IllegalArgumentException("no document: " + node);
        }
    }

    private static void value(Object value, int indent, StringBuilder into) {
        switch (value) {
            case Map<?, ?> map when map.isEmpty() -> into.append(" {}\n");
            case List<?> list when list.isEmpty() -> into.append(" []\n");
            case Map<?, ?> map -> yaml(map, indent, into.append('\n'));
            case List<?> list -> yaml(list, indent, into.append('\n'));
            default -> into.append(' ').append(text(value)).append('\n');
        }
    }

    private static String text(Object value) {
        if (!(value instanceof String string)) {
            return value.toString();
        }
        return PLAIN.matcher(string).matches() && !SPECIAL.matcher(string).matches()
                ? string
                : '"' + string.replace("\"", "\\\"") + '"';
    }

    private static StringBuilder pad(int indent, StringBuilder into) {
        return into.repeat(' ', 2 * indent);
    }

    static void json(Object node, JsonGenerator into) throws IOException {
        switch (node) {
            case Map<?, ?> map -> {
                into.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    into.writeFieldName((String) entry.getKey());
                    json(entry.getValue(), into);
                }
                into.writeEndObject();
            }
            case List<?> list -> {
                into.writeStartArray();
                for (Object item : list) {
                    json(item, into);
                }
                into.writeEndArray();
            }
            case String string -> into.writeString(string);
            case Integer number -> into.writeNumber(number);
            case Boolean truth -> into.writeBoolean(truth);
            default -> throw new IllegalArgumentException("no value: " + node);
        }
    }
}
