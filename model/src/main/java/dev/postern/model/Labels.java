package dev.postern.model;

import java.util.Arrays;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The labels of an object. Some may be there with a value that the input can't say (a controller
 * adds {@code pod-template-hash}); and where a document could not be read, any label may be there.
 */
public final class Labels {
    public static final Labels NONE = new Labels(new String[0], new String[0], true);

    /** Of an object whose labels could not be read: nothing is known. */
    public static final Labels UNREADABLE = new Labels(new String[0], new String[0], false);

    private final String[] keys;
    private final @Nullable String[] values;
    private final boolean complete;
    private final int hash;

    /** {@code keys} is sorted; a null value is present but not known. */
    private Labels(String[] keys, @Nullable String[] values, boolean complete) {
        this.keys = keys;
        this.values = values;
        this.complete = complete;
        this.hash = (Arrays.hashCode(keys) * 31 + Arrays.hashCode(values)) * 2 + (complete ? 1 : 0);
    }

    public static Labels of(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return NONE;
        }
        String[] keys = labels.keySet().toArray(new String[0]);
        Arrays.sort(keys);
        @Nullable String[] values = new @Nullable String[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = labels.get(keys[i]);
        }
        return new Labels(keys, values, true);
    }

    public boolean isEmpty() {
        return keys.length == 0;
    }

    /** Whether every label is listed; false only for an object that could not be read. */
    public boolean isComplete() {
        return complete;
    }

    /** These labels and one more, or the same key with another value. */
    public Labels with(String key, String value) {
        return put(key, value);
    }

    /** These labels and one whose value the input can't say. A written value stays. */
    public Labels withUnknown(String key) {
        return indexOf(key) >= 0 ? this : put(key, null);
    }

    private Labels put(String key, @Nullable String value) {
        TreeMap<String, @Nullable String> all = new TreeMap<>();
        for (int i = 0; i < keys.length; i++) {
            all.put(keys[i], values[i]);
        }
        all.put(key, value);
        return new Labels(
                all.keySet().toArray(new String[0]),
                all.values().toArray(new @Nullable String[0]),
                complete);
    }

    /** The labels whose keys are asked for; unreadable labels stay unreadable. */
    public Labels restrictedTo(Predicate<String> wanted) {
        String[] keptKeys = new String[keys.length];
        @Nullable String[] keptValues = new @Nullable String[keys.length];
        int n = 0;
        for (int i = 0; i < keys.length; i++) {
            if (wanted.test(keys[i])) {
                keptKeys[n] = keys[i];
                keptValues[n++] = values[i];
            }
        }
        return n == keys.length
                ? this
                : new Labels(Arrays.copyOf(keptKeys, n), Arrays.copyOf(keptValues, n), complete);
    }

    private int indexOf(String key) {
        return Arrays.binarySearch(keys, key);
    }

    public int size() {
        return keys.length;
    }

    public String key(int index) {
        return keys[index];
    }

    /** Whether the value at {@code index} is known. */
    public boolean isKnown(int index) {
        return values[index] != null;
    }

    /** The value at {@code index}; {@code ?} where it is not known. */
    public String value(int index) {
        String value = values[index];
        return value == null ? "?" : value;
    }

    /** Whether the key is present. */
    public Truth has(String key) {
        return indexOf(key) >= 0 ? Truth.TRUE : complete ? Truth.FALSE : Truth.UNKNOWN;
    }

    /** Whether the key is present with this value. */
    public Truth has(String key, String value) {
        int at = indexOf(key);
        if (at < 0) {
            return complete ? Truth.FALSE : Truth.UNKNOWN;
        }
        String own = values[at];
        return own == null ? Truth.UNKNOWN : Truth.of(own.equals(value));
    }

    /** The value of a key as text to show: the value, {@code ?} if not known, empty if absent. */
    public String show(String key) {
        int at = indexOf(key);
        return at < 0 ? "" : value(at);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Labels labels
                && hash == labels.hash
                && complete == labels.complete
                && Arrays.equals(keys, labels.keys)
                && Arrays.equals(values, labels.values);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(",");
        for (int i = 0; i < keys.length; i++) {
            text.add(keys[i] + "=" + value(i));
        }
        return text.toString();
    }
}
