package dev.postern.model;

import java.util.Optional;

/** A block of addresses. The network address has no bit set behind the prefix. */
public record Cidr(Address network, int length) {

    public Cidr {
        if (length < 0 || length > network.family().bits()) {
            throw new IllegalArgumentException("prefix length " + length);
        }
        if (!network.equals(mask(network, length))) {
            throw new IllegalArgumentException(network + "/" + length + " has host bits");
        }
    }

    /** Reads {@code address/length}; host bits are cut off, as the dataplanes do. */
    public static Optional<Cidr> parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        Optional<Address> address = Address.parse(text.substring(0, slash));
        String digits = text.substring(slash + 1);
        if (address.isEmpty() || !digits.matches("0|[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return length > address.get().family().bits()
                ? Optional.empty()
                : Optional.of(new Cidr(mask(address.get(), length), length));
    }

    /** A block known to be well formed, such as a constant. */
    public static Cidr of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("CIDR " + text));
    }

    /** The block of one address. */
    public static Cidr of(Address address) {
        return new Cidr(address, address.family().bits());
    }

    private static Address mask(Address address, int length) {
        if (address.family() == Family.IPV4) {
            return Address.v4(
                    length == 0 ? 0 : address.low() & (-1L << (32 - length)) & 0xffffffffL);
        }
        long high =
                length == 0
                        ? 0
                        : length >= 64 ? address.high() : address.high() & (-1L << (64 - length));
        long low =
                length <= 64
                        ? 0
                        : length == 128 ? address.low() : address.low() & (-1L << (128 - length));
        return new Address(Family.IPV6, high, low);
    }

    public Family family() {
        return network.family();
    }

    /** The highest address of the block. */
    public Address last() {
        if (family() == Family.IPV4) {
            return Address.v4(network.low() | (0xffffffffL >>> length));
        }
        long high = length >= 64 ? network.high() : network.high() | (-1L >>> length);
        long low =
                length <= 64
                        ? -1L
                        : length == 128 ? network.low() : network.low() | (-1L >>> (length - 64));
        return new Address(Family.IPV6, high, low);
    }

    public boolean contains(Address address) {
        return address.family() == family() && mask(address, length).equals(network);
    }

    public boolean contains(Cidr other) {
        return other.length >= length && contains(other.network);
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
