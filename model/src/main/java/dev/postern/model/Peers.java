package dev.postern.model;

import java.util.List;

/** The other ends that a rule is about. */
public sealed interface Peers {

    /** Every end, inside the cluster and outside. */
    record Anyone() implements Peers {}

    /** Any of these; an empty list is nobody. */
    record AnyOf(List<Peer> peers) implements Peers {
        public AnyOf {
            peers = List.copyOf(peers);
        }
    }
}
