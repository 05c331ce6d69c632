package dev.postern.model;

import java.util.List;

/** The protocols and ports that a rule is about. */
public sealed interface Ports {

    /** Every protocol, those without ports included. */
    record All() implements Ports {}

    /** Any of these; an empty list is no port. */
    record AnyOf(List<Match> matches) implements Ports {
        public AnyOf {
            matches = List.copyOf(matches);
        }
    }

    /** One item of a rule's list of ports. */
    record Match(Protocol protocol, Port port, Origin origin) {}

    /** Ports of one protocol. */
    sealed interface Port {
        record Any() implements Port {}

        /** Both ends included. */
        record Range(int from, int to) implements Port {}

        /** Resolved on the pod that the connection goes to: it may be another number on each. */
        record Named(String name) implements Port {}
    }
}
