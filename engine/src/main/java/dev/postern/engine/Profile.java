package dev.postern.engine;

import dev.postern.model.PortSet;
import dev.postern.model.Truth;

/**
 * What a CNI makes of policies.
 *
 * @param name as {@code --cni} takes it
 * @param enforces whether NetworkPolicy has any effect under it; unknown where that hangs on a part
 *     that may or may not be installed
 * @param note what a person should know about it, in one sentence; may be empty
 */
public record Profile(String name, Truth enforces, String note) {
    /** No CNI is known: one that enforces is assumed, and the output says so. */
    public static final Profile ASSUMED =
            new Profile(
                    "assumed",
                    Truth.TRUE,
                    "No CNI is known from the input; one that enforces NetworkPolicy is assumed.");

    /** What becomes of a connection that the policies answer like this. */
    Verdict effect(Verdict policies) {
        return switch (enforces) {
            case TRUE -> policies;
            case FALSE -> Verdict.ALLOWED;
            case UNKNOWN -> policies == Verdict.ALLOWED ? policies : Verdict.UNKNOWN;
        };
    }

    /** Whether a connection may end otherwise than the policies say. */
    public boolean changesAnything() {
        return enforces != Truth.TRUE;
    }

    /** The same for all connections between two ends. */
    public PortVerdicts effect(PortVerdicts policies) {
        return switch (enforces) {
            case TRUE -> policies;
            case FALSE -> PortVerdicts.ALL;
            case UNKNOWN ->
                    new PortVerdicts(policies.allowed(), PortSet.ALL.minus(policies.allowed()));
        };
    }
}
