package dev.postern.model;

/** Which way a connection crosses a pod's border. */
public enum Direction {
    INGRESS,
    EGRESS;

    /** The word that messages use: {@code ingress} or {@code egress}. */
    public String word() {
        return this == INGRESS ? "ingress" : "egress";
    }
}
