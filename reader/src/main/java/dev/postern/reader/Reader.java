package dev.postern.reader;

/** Reads inputs of every form into one cluster. */
public final class Reader {

    private Reader() {}

    /** Reads everything that is asked for; what is wrong with it is part of the answer. */
    @SuppressWarnings("DoNotCallSuggester")
    public static Reading read(ReadRequest request) throws UnreadableInput {
        throw new UnreadableInput("nothing reads " + request.paths() + " yet");
    }
}
