package dev.postern.engine.reference;

import java.util.Locale;

/** What the specification says of one connection. */
public enum Answer {
    ALLOWED,
    DENIED,
    UNKNOWN,
    MIXED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
