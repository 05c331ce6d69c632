package dev.postern.engine;

/**
 * What a CNI makes of policies.
 *
 * @param name as {@code --cni} takes it
 * @param enforcing whether NetworkPolicy has any effect under it
 */
public record Profile(String name, boolean enforcing) {
    /** No CNI is known: one that enforces is assumed, and the output says so. */
    public static final Profile ASSUMED = new Profile("assumed", true);
}
