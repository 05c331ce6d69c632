package dev.postern.reader.kubernetes;

import org.jspecify.annotations.Nullable;

/** The way from an object's root to a value; its text is made only when somebody asks. */
record Path(@Nullable Path parent, String step, int index) {
    static final Path ROOT = new Path(null, "", -1);

    Path at(String field) {
        return new Path(this, field, -1);
    }

    Path at(int item) {
        return new Path(this, "", item);
    }

    /** {@code spec.ingress[0].from[1]}; a key with dots or slashes is put in brackets. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString();
    }

    private void append(StringBuilder text) {
        if (parent == null) {
            return;
        }
        parent.append(text);
        if (index >= 0) {
            text.append('[').append(index).append(']');
        } else if (step.indexOf('.') >= 0 || step.indexOf('/') >= 0) {
            text.append("[\"").append(step).append("\"]");
        } else {
            text.append(text.isEmpty() ? "" : ".").append(step);
        }
    }
}
