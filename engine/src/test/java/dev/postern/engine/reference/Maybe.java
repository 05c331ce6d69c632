package dev.postern.engine.reference;

/** Yes, no, or what the objects do not say. */
enum Maybe {
    NO,
    PERHAPS,
    YES;

    static Maybe of(boolean value) {
        return value ? YES : NO;
    }

    Maybe and(Maybe other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : PERHAPS;
    }

    Maybe or(Maybe other) {
        return not().and(other.not()).not();
    }

    Maybe not() {
        return this == YES ? NO : this == NO ? YES : PERHAPS;
    }
}
