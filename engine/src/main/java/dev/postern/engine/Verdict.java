package dev.postern.engine;

/** The answer to a connection question. */
public enum Verdict {
    ALLOWED,
    DENIED,
    /** The input does not say. Never to be read as allowed. */
    UNKNOWN,
    /** The question covers several connections, and their answers differ. */
    MIXED;

    public String word() {
        return switch (this) {
            case ALLOWED -> "allowed";
            case DENIED -> "denied";
            case UNKNOWN -> "unknown";
            case MIXED -> "mixed";
        };
    }
}
