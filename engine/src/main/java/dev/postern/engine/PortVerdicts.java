package dev.postern.engine;

import dev.postern.model.PortSet;

/**
 * The answers to all connections between two ends at once; what is in neither set is denied.
 *
 * @param allowed the protocols and ports that are allowed for sure
 * @param unknown those of which the input does not say
 */
public record PortVerdicts(PortSet allowed, PortSet unknown) {
    public static final PortVerdicts ALL = new PortVerdicts(PortSet.ALL, PortSet.NONE);
    public static final PortVerdicts NOTHING = new PortVerdicts(PortSet.NONE, PortSet.NONE);
    static final PortVerdicts NOT_KNOWN = new PortVerdicts(PortSet.NONE, PortSet.ALL);

    public boolean isNothing() {
        return allowed.isEmpty() && unknown.isEmpty();
    }

    /** Both sides must agree: denied AND unknown is denied. */
    PortVerdicts and(PortVerdicts other) {
        if (allowed.isAll()) {
            return other;
        }
        if (other.allowed.isAll()) {
            return this;
        }
        PortSet both = allowed.and(other.allowed);
        PortSet possible = allowed.or(unknown).and(other.allowed.or(other.unknown));
        return new PortVerdicts(both, possible.minus(both));
    }

    /** Of two families: where they differ, the answer hangs on which is used. */
    PortVerdicts whichever(PortVerdicts other) {
        PortSet both = allowed.and(other.allowed);
        PortSet any = allowed.or(unknown).or(other.allowed).or(other.unknown);
        return new PortVerdicts(both, any.minus(both));
    }

    /**
     * {@code All}, or {@code TCP 80,8000-8999; UDP 53}; what is not known stands behind the rest.
     */
    @Override
    public String toString() {
        if (unknown.isEmpty()) {
            return allowed.toString();
        }
        String perhaps = "unknown: " + unknown;
        return allowed.isEmpty() ? perhaps : allowed + "; " + perhaps;
    }
}
