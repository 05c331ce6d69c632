package dev.postern.model;

/** One rule of a policy, and the place it was written. */
public record Rule(Action action, Peers peers, Ports ports, Origin origin) {}
