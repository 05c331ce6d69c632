package dev.postern.model;

/**
 * Something the input holds that could not be understood. What it might say is unknown, and so is
 * every verdict that it could change; a gap never reads as "no policy".
 */
public sealed interface Gap {

    /** What could not be read, in words, for the explanation. */
    String what();

    Origin origin();

    /** Any object at all: a document that is not even YAML. */
    record Anything(String what, Origin origin) implements Gap {}

    /**
     * A policy that only ever allows, beyond isolating what it selects (NetworkPolicy): what
     * another policy already allows, it can't take away.
     *
     * @param namespace empty where even that could not be read
     */
    record AdditivePolicy(String namespace, String what, Origin origin) implements Gap {}

    /**
     * A policy of a kind that may also deny.
     *
     * @param namespace empty for every namespace
     */
    record AnyPolicy(String namespace, String what, Origin origin) implements Gap {}

    /** A pod or a workload: its labels, ports and addresses are unknown. */
    record Workload(ObjectName name, String what, Origin origin) implements Gap {}

    /** A Service, EndpointSlice, Ingress or the like: what lies behind the name is unknown. */
    record Route(ObjectName name, String what, Origin origin) implements Gap {}

    /** A Node: its addresses are unknown. */
    record Host(String name, String what, Origin origin) implements Gap {}
}
