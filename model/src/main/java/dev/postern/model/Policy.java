package dev.postern.model;

import java.util.Optional;

/**
 * A policy of any dialect, in one form. A direction that it does not speak of is absent, which is
 * not the same as present without rules.
 */
public record Policy(
        ObjectName name,
        Dialect dialect,
        Placement placement,
        Subject subject,
        Optional<Section> ingress,
        Optional<Section> egress,
        Origin origin) {

    public Optional<Section> section(Direction direction) {
        return direction == Direction.INGRESS ? ingress : egress;
    }

    /** The name tells policies of one cluster apart; a hash of every rule would cost too much. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
