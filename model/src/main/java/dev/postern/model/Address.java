package dev.postern.model;

import java.util.Optional;

/**
 * An IPv4 or IPv6 address. An IPv4 address is the low 32 bits of {@code low}; the two families
 * never compare as equal, so {@code ::/0} holds no IPv4 address.
 */
public record Address(Family family, long high, long low) implements Comparable<Address> {

    public Address {
        if (family == Family.IPV4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    static Address v4(long bits) {
        return new Address(Family.IPV4, 0, bits);
    }

    /**
     * Reads an address as Kubernetes accepts it: four decimal numbers without leading zeros, or
     * IPv6 in any of its notations but without a zone.
     */
    public static Optional<Address> parse(String text) {
        return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
    }

    /** An address known to be well formed, such as a constant. */
    public static Address of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("address " + text));
    }

    private static Optional<Address> parseV4(String text) {
        long bits = 0;
        int part = -1;
        int digits = 0;
        int parts = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                if (part < 0 || parts++ == 4) {
                    return Optional.empty();
                }
                bits = bits << 8 | part;
                part = -1;
                digits = 0;
            } else if (c >= '0' && c <= '9') {
                if (digits++ > 0 && part == 0) {
                    return Optional.empty(); // a leading zero: octal to some, decimal to others
                }
                part = Math.max(part, 0) * 10 + (c - '0');
                if (part > 255) {
                    return Optional.empty();
                }
            } else {
                return Optional.empty();
            }
        }
        return part < 0 || parts != 4 ? Optional.empty() : Optional.of(v4(bits << 8 | part));
    }

    private static Optional<Address> parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return Optional.empty();
        }
        int[] head = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        int[] tail = gap < 0 ? new int[0] : groups(text.substring(gap + 2), true);
        if (head.length > 8 || tail.length > 8) {
            return Optional.empty();
        }
        for (int group : head) {
            if (group < 0) {
                return Optional.empty();
            }
        }
        for (int group : tail) {
            if (group < 0) {
                return Optional.empty();
            }
        }
        int known = head.length + tail.length;
        if (gap < 0 ? known != 8 : known > 7) {
            return Optional.empty();
        }
        long[] halves = new long[2];
        for (int i = 0; i < head.length; i++) {
            halves[i / 4] |= (long) head[i] << (48 - 16 * (i % 4));
        }
        for (int i = 0; i < tail.length; i++) {
            int at = 8 - tail.length + i;
            halves[at / 4] |= (long) tail[i] << (48 - 16 * (at % 4));
        }
        return Optional.of(new Address(Family.IPV6, halves[0], halves[1]));
    }

    /** The 16-bit groups of one side of {@code ::}; a group that can't be read is -1. */
    private static int[] groups(String text, boolean mayEndInV4) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        String last = parts[parts.length - 1];
        boolean v4 = mayEndInV4 && last.indexOf('.') >= 0;
        int[] groups = new int[parts.length + (v4 ? 1 : 0)];
        for (int i = 0; i < parts.length - (v4 ? 1 : 0); i++) {
            groups[i] = group(parts[i]);
        }
        if (v4) {
            int bits = (int) parseV4(last).map(Address::low).orElse(-1L).longValue();
            boolean bad = parseV4(last).isEmpty();
            groups[groups.length - 2] = bad ? -1 : bits >>> 16;
            groups[groups.length - 1] = bad ? -1 : bits & 0xffff;
        }
        return groups;
    }

    private static int group(String text) {
        if (text.isEmpty() || text.length() > 4) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') {
                return -1;
            }
            value = value << 4 | digit;
        }
        return value;
    }

    /** The address behind this one; none behind the last of the family. */
    public Optional<Address> next() {
        if (family == Family.IPV4) {
            return low == 0xffffffffL ? Optional.empty() : Optional.of(v4(low + 1));
        }
        if (low != -1L) {
            return Optional.of(new Address(family, high, low + 1));
        }
        return high == -1L ? Optional.empty() : Optional.of(new Address(family, high + 1, 0));
    }

    @Override
    public int compareTo(Address other) {
        int order = family.compareTo(other.family);
        if (order == 0) {
            order = Long.compareUnsigned(high, other.high);
        }
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    // Written out, where a record is a key: what Java adds by itself is linked at its first use, by
    // every process anew, and takes longer than reading a small folder.
    @Override
    public boolean equals(Object other) {
        return other instanceof Address address
                && family == address.family
                && high == address.high
                && low == address.low;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Long.hashCode(high) + Long.hashCode(low)) + family.ordinal();
    }

    /** The canonical text (RFC 5952 for IPv6). */
    @Override
    public String toString() {
        if (family == Family.IPV4) {
            return (low >>> 24)
                    + "."
                    + (low >>> 16 & 255)
                    + "."
                    + (low >>> 8 & 255)
                    + "."
                    + (low & 255);
        }
        if (high == 0 && low >>> 32 == 0xffff) { // RFC 5952, section 5: IPv4 in IPv6 shows as such
            return "::ffff:" + v4(low & 0xffffffffL);
        }
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (int) ((i < 4 ? high : low) >>> (48 - 16 * (i % 4))) & 0xffff;
        }
        int start = -1;
        int length = 1; // a single zero group is not shortened
        for (int i = 0; i < 8; i++) {
            int run = 0;
            while (i + run < 8 && groups[i + run] == 0) {
                run++;
            }
            if (run > length) {
                start = i;
                length = run;
            }
            i += run;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
            } else {
                if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                    text.append(':');
                }
                text.append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
