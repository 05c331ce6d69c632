package dev.postern.reader.syntax;

import java.util.OptionalLong;

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

    /**
     * The whole number that reaches the API server: {@code 017} is 15, and {@code 1e3} is 1000.
     * Empty for what is no number, has a fraction or does not fit.
     */
    public OptionalLong integer() {
        return switch (kind) {
            case INTEGER -> PlainScalar.integer(text);
            case FLOAT -> PlainScalar.wholeFloat(text);
            case STRING, BOOLEAN, NULL -> OptionalLong.empty();
        };
    }

    /**
     * The truth that reaches the API server ({@code yes} is true); false for what is no boolean.
     */
    public boolean isTrue() {
        return kind == Kind.BOOLEAN && PlainScalar.isTrue(text);
    }
}
