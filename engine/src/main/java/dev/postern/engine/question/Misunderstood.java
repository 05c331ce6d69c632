package dev.postern.engine.question;

/** A question that can't be answered as it stands; the message says why, and what would do. */
public final class Misunderstood extends Exception {
    private static final long serialVersionUID = 1L;

    Misunderstood(String message) {
        super(message);
    }
}
