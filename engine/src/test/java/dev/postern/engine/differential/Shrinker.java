package dev.postern.engine.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes a case smaller, part by part, for as long as it still fails. */
final class Shrinker {
    private static final Set<String> IDENTITY = Set.of("apiVersion", "kind", "metadata", "name");

    private final Predicate<List<Map<String, @Nullable Object>>> fails;

    Shrinker(Predicate<List<Map<String, @Nullable Object>>> fails) {
        this.fails = fails;
    }

    /** What is left when no single part can go. */
    List<Map<String, @Nullable Object>> shrink(List<Map<String, @Nullable Object>> objects) {
        List<Map<String, @Nullable Object>> best = copy(objects);
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            // From the back: what was dropped leaves the places before it where they were.
            for (int part = parts(best) - 1; part >= 0; part--) {
                List<Map<String, @Nullable Object>> candidate = copy(best);
                if (new Drop(part).from(candidate) && fails.test(candidate)) {
                    best = candidate;
                    smaller = true;
                }
            }
        }
        return best;
    }

    private static List<Map<String, @Nullable Object>> copy(
            List<Map<String, @Nullable Object>> objects) {
        List<Map<String, @Nullable Object>> copy = new ArrayList<>();
        for (Map<String, @Nullable Object> object : objects) {
            copy.add(Tree.copy(object));
        }
        return copy;
    }

    private static int parts(List<Map<String, @Nullable Object>> objects) {
        Drop none = new Drop(Integer.MAX_VALUE);
        none.from(objects);
        return Integer.MAX_VALUE - none.left;
    }

    /** Drops the list item or map entry with a number, counted in depth. */
    private static final class Drop {
        private int left;

        Drop(int part) {
            this.left = part;
        }

        boolean from(@Nullable Object value) {
            return switch (value) {
                case List<?> list -> fromList(list);
                case Map<?, ?> map -> fromMap(map);
                case null, default -> false;
            };
        }

        private boolean fromList(List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (left-- == 0) {
                    list.remove(i);
                    return true;
                }
                if (from(list.get(i))) {
                    return true;
                }
            }
            return false;
        }

        private boolean fromMap(Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : List.copyOf(map.entrySet())) {
                if (!IDENTITY.contains(String.valueOf(entry.getKey())) && left-- == 0) {
                    map.remove(entry.getKey());
                    return true;
                }
                if (from(entry.getValue())) {
                    return true;
                }
            }
            return false;
        }
    }
}
