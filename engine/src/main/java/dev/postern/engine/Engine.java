package dev.postern.engine;

import dev.postern.model.Cluster;
import dev.postern.model.Protocol;

/**
 * A compiled cluster, which answers connection questions. Immutable: {@link #with} returns a new
 * value that shares what did not change, and the result depends on the state alone, not on the
 * changes that led to it.
 */
public final class Engine {

    private Engine() {}

    public static Engine compile(Cluster cluster, Profile profile) {
        throw new IllegalStateException("the shape stands, the engine moves in next");
    }

    public Engine with(Change change) {
        return this;
    }

    /** Decides one connection; {@code port} is the destination pod's port, or ICMP type and code. */
    public Decision decide(End source, End destination, Protocol protocol, int port) {
        throw new IllegalStateException("the shape stands, the engine moves in next");
    }
}
