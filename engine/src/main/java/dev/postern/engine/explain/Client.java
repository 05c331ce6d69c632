package dev.postern.engine.explain;

/** What the program that opens a connection will notice. */
public enum Client {
    /** The connection is established. */
    CONNECTS("connects"),
    /** Nothing comes back, until the client gives up. */
    TIMES_OUT("times out: the packets are dropped, and nothing comes back"),
    /** It arrives at a port that no container declares. */
    PROBABLY_REFUSED("is probably refused: it arrives, but no container declares this port"),
    /** Packets go out; without a port there is no answer to promise. */
    ARRIVES("gets through"),
    NOBODY_KNOWS("may get through or time out: the input does not say which");

    private final String words;

    Client(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
