package dev.postern.reader;

/** An input that is not there or that the system refuses to give, in a sentence for the user. */
public final class UnreadableInput extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableInput(String message) {
        super(message);
    }
}
