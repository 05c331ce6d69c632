package dev.postern.cli;

import java.io.IOException;
import java.util.Locale;

/** Results can't be written any more: unchecked, because nobody on the way could go on. */
final class OutputLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutputLost(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /** Whether the reader of a pipe has left, as {@code head} does, which is no fault. */
    boolean isBrokenPipe() {
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT).contains("broken pipe");
    }
}
