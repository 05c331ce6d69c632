package dev.postern.model;

import java.util.List;

/** The addresses that pods whose own address is not known lie in. */
public record PodRange(List<Cidr> blocks, Source source) {

    /** How the range is known. */
    public enum Source {
        /** The user said so. */
        GIVEN,
        /** From {@code spec.podCIDRs} of the nodes. */
        NODES,
        /** Nobody said: the default of the common installers. */
        ASSUMED
    }

    private static final Cidr DEFAULT_V4 = Cidr.of("10.244.0.0/16");
    private static final Cidr DEFAULT_V6 = Cidr.of("fd00:10:244::/56");

    public PodRange {
        blocks = List.copyOf(blocks);
    }

    /** The default for a cluster of one or two families. */
    public static PodRange assumed(boolean v4, boolean v6) {
        if (v4 && v6) {
            return new PodRange(List.of(DEFAULT_V4, DEFAULT_V6), Source.ASSUMED);
        }
        return new PodRange(List.of(v6 ? DEFAULT_V6 : DEFAULT_V4), Source.ASSUMED);
    }

    public AddressSet addresses() {
        return AddressSet.of(blocks);
    }
}
