package dev.postern.model;

/** What a rule does with a connection that it matches. */
public enum Action {
    ALLOW,
    DENY,
    /** Leave this tier to the next. */
    PASS
}
