package dev.postern.engine.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes objects as YAML or JSON in whichever of the many styles the dice choose. */
final class YamlWriter {
    private final Dice dice;
    private final boolean plain;

    YamlWriter(Dice dice) {
        this(dice, false);
    }

    private YamlWriter(Dice dice, boolean plain) {
        this.dice = dice;
        this.plain = plain;
    }

    /** In one style, for people to read. */
    static String plainly(List<? extends Map<String, @Nullable Object>> objects) {
        return new YamlWriter(new Dice(0), true).documents(objects);
    }

    String write(List<? extends Map<String, @Nullable Object>> objects) {
        List<Map<String, @Nullable Object>> shuffled = new ArrayList<>(objects);
        Collections.shuffle(shuffled, dice.random());
        return switch (dice.below(8)) {
            case 0 -> flow(listObject(shuffled), true) + "\n";
            case 1 -> documents(List.of(listObject(shuffled)));
            case 2 -> documents(shuffled).replace("\n", "\r\n");
            default -> documents(shuffled);
        };
    }

    private static Map<String, @Nullable Object> listObject(
            List<Map<String, @Nullable Object>> objects) {
        return Tree.map("apiVersion", "v1", "kind", "List", "items", objects);
    }

    private String documents(List<? extends Map<String, @Nullable Object>> objects) {
        StringBuilder out = new StringBuilder();
        for (Map<String, @Nullable Object> object : objects) {
            out.append(out.isEmpty() && chance(50) ? "" : "---\n");
            if (chance(10)) {
                out.append("# an object\n");
            }
            block(out, object, 0);
        }
        return out.toString();
    }

    private boolean chance(int percent) {
        return !plain && dice.chance(percent);
    }

    /** Writes the entries of a map, each on lines of its own. */
    private void block(StringBuilder out, Map<?, ?> map, int indent) {
        List<Map.Entry<?, ?>> entries = new ArrayList<>(map.entrySet());
        if (chance(10)) {
            Collections.shuffle(entries, dice.random());
        }
        for (Map.Entry<?, ?> entry : entries) {
            out.append(" ".repeat(indent)).append(text(entry.getKey().toString())).append(':');
            value(out, entry.getValue(), indent);
        }
    }

    private void value(StringBuilder out, @Nullable Object value, int indent) {
        switch (value) {
            case Map<?, ?> map when !map.isEmpty() && !chance(12) -> {
                out.append('\n');
                block(out, map, indent + 2);
            }
            case List<?> list when !list.isEmpty() && !chance(20) -> {
                out.append('\n');
                int own = chance(50) ? indent : indent + 2;
                for (Object item : list) {
                    item(out, item, own);
                }
            }
            case null -> out.append(plain ? " null" : dice.pick("", " null", " ~")).append('\n');
            default -> out.append(' ').append(flow(value, false)).append('\n');
        }
    }

    private void item(StringBuilder out, @Nullable Object item, int indent) {
        if (item instanceof Map<?, ?> map && !map.isEmpty() && !chance(12)) {
            StringBuilder entries = new StringBuilder();
            block(entries, map, indent + 2);
            out.append(" ".repeat(indent)).append("- ");
            out.append(entries.substring(indent + 2));
        } else {
            out.append(" ".repeat(indent)).append("- ").append(flow(item, false)).append('\n');
        }
    }

    private String flow(@Nullable Object value, boolean json) {
        return switch (value) {
            case null -> "null";
            case Map<?, ?> map -> {
                List<String> entries = new ArrayList<>();
                map.forEach((key, item) -> entries.add(flow(key, true) + ": " + flow(item, json)));
                yield "{" + String.join(", ", entries) + "}";
            }
            case List<?> list -> {
                List<String> items = new ArrayList<>();
                list.forEach(item -> items.add(flow(item, json)));
                yield "[" + String.join(", ", items) + "]";
            }
            case String text -> json ? '"' + text + '"' : text(text);
            default -> value.toString();
        };
    }

    private String text(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9./-]*") && !chance(15)) {
            return text;
        }
        return chance(40) ? "'" + text + "'" : '"' + text + '"';
    }
}
