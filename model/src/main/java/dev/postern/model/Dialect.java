package dev.postern.model;

/** A family of policy kinds with one meaning. */
public enum Dialect {
    /** NetworkPolicy of networking.k8s.io/v1. */
    KUBERNETES
}
