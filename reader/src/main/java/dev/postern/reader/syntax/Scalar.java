package dev.postern.reader.syntax;

/**
 * A single value. {@code text} is what was written, quotes and escapes resolved.
 *
 * @param kind what Kubernetes' own tools take it for; a quoted text is always a string
 */
public record Scalar(int line, int column, String text, Kind kind) implements Node {

    /** The type that a value has to the API server. */
    public enum Kind {
        STRING,
        INTEGER,
        FLOAT,
        BOOLEAN,
        NULL
    }

    public boolean isNull() {
        return kind == Kind.NULL;
    }
}
