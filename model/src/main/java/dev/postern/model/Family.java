package dev.postern.model;

/** An address family. */
public enum Family {
    IPV4(32),
    IPV6(128);

    private final int bits;

    Family(int bits) {
        this.bits = bits;
    }

    /** The length of an address. */
    public int bits() {
        return bits;
    }
}
