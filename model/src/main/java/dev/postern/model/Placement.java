package dev.postern.model;

/** Where a policy stands among the others of its dialect. */
public sealed interface Placement {

    /** No order: allowed is what any of them allows. */
    record Additive() implements Placement {}

    /** In a tier, lower orders first. */
    record Tiered(String tier, double order) implements Placement {}
}
