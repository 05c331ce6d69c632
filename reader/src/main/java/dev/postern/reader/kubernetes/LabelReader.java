package dev.postern.reader.kubernetes;

import dev.postern.model.Labels;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import java.util.HashMap;
import java.util.Map;

/** {@code metadata.labels} to {@link Labels}. */
final class LabelReader {
    private LabelReader() {}

    static Labels read(Draft draft, Node node, Path path) {
        Mapping mapping = draft.mapping(node, path);
        if (mapping.entries().isEmpty()) {
            return Labels.NONE;
        }
        Pool pool = draft.pool();
        Map<String, String> all = HashMap.newHashMap(mapping.entries().size());
        for (Mapping.Entry entry : mapping.entries()) {
            String key = pool.share(entry.key());
            all.put(key, value(draft, entry, path));
        }
        Labels labels = Labels.of(all);
        if (pool.holds(labels)) {
            return pool.share(labels); // only valid ones are in the pool
        }
        boolean valid = true;
        for (Mapping.Entry entry : mapping.entries()) {
            valid &= checkKey(draft, entry, path);
            valid &=
                    checkValue(
                            draft, labels.show(entry.key()), entry.value(), path.at(entry.key()));
        }
        return valid ? pool.share(labels) : labels;
    }

    private static String value(Draft draft, Mapping.Entry entry, Path path) {
        String value = draft.text(entry.value(), path.at(entry.key()));
        return value.length() > Syntax.MAX_LABEL ? value : draft.pool().share(value);
    }

    static boolean checkKey(Draft draft, Mapping.Entry entry, Path path) {
        if (Syntax.isLabelKey(entry.key())) {
            return true;
        }
        draft.report(
                Problem.BAD_LABEL,
                Problem.BAD_LABEL.severity(),
                entry.line(),
                entry.column(),
                path,
                "has the key " + Draft.quote(entry.key()) + ", which is no label key",
                KEY_ADVICE);
        return false;
    }

    static boolean checkKey(Draft draft, String key, Node at, Path path) {
        if (Syntax.isLabelKey(key)) {
            return true;
        }
        draft.report(
                Problem.BAD_LABEL,
                at,
                path,
                "is " + Draft.quote(key) + ", which is no label key",
                KEY_ADVICE);
        return false;
    }

    private static final String KEY_ADVICE =
            "A key is up to 63 letters, digits, '-', '_' and '.', beginning and ending with a"
                    + " letter or digit; before it, a DNS name and '/' may stand.";

    static boolean checkValue(Draft draft, String value, Node at, Path path) {
        if (Syntax.isLabelValue(value)) {
            return true;
        }
        draft.report(
                Problem.BAD_LABEL,
                at,
                path,
                value.length() > Syntax.MAX_LABEL
                        ? "is " + value.length() + " characters long, and a label value has 63"
                        : "is " + Draft.quote(value) + ", which is no label value",
                "A value is up to 63 letters, digits, '-', '_' and '.', beginning and ending with"
                        + " a letter or digit, or empty.");
        return false;
    }
}
