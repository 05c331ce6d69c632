package dev.postern.engine;

/**
 * A step of a layer. Layers must all agree; within one, the tiers are asked in order until one
 * decides.
 *
 * @param rank lower is asked first
 */
record Tier(Layer layer, int rank, String name, Order order) implements Comparable<Tier> {

    /** Who enforces: both must let a connection through. */
    public enum Layer {
        NETWORK,
        MESH
    }

    /** How the rules of a tier combine. */
    public enum Order {
        /** No order: a deny beats every allow, and what is isolated and not allowed is denied. */
        UNION,
        /** The first rule that matches decides. */
        FIRST_MATCH
    }

    // Written out for the sake of start-up, as in Address.
    @Override
    public boolean equals(Object other) {
        return other instanceof Tier tier
                && layer == tier.layer
                && rank == tier.rank
                && order == tier.order
                && name.equals(tier.name);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * layer.ordinal() + rank) + name.hashCode();
    }

    @Override
    public int compareTo(Tier other) {
        int order = layer.compareTo(other.layer);
        return order != 0 ? order : Integer.compare(rank, other.rank);
    }
}
