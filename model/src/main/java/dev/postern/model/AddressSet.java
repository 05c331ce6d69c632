package dev.postern.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/**
 * A set of addresses of both families, as disjoint ranges.
 *
 * <p>Invariant: the ranges of a family are sorted, disjoint and not adjacent, so equal sets have
 * equal arrays. A range is four longs: high and low half of its first and of its last address.
 */
public final class AddressSet {
    public static final AddressSet NONE = new AddressSet(new long[0], new long[0]);
    public static final AddressSet ALL = NONE.complement();

    private final long[] v4;
    private final long[] v6;

    private AddressSet(long[] v4, long[] v6) {
        this.v4 = v4;
        this.v6 = v6;
    }

    public static AddressSet of(Cidr... blocks) {
        return of(Arrays.asList(blocks));
    }

    public static AddressSet of(Collection<Cidr> blocks) {
        List<Range> ranges = new ArrayList<>(blocks.size());
        for (Cidr block : blocks) {
            ranges.add(new Range(block.network(), block.last()));
        }
        return ofRanges(ranges);
    }

    public static AddressSet ofRanges(Collection<Range> ranges) {
        return new AddressSet(merged(ranges, Family.IPV4), merged(ranges, Family.IPV6));
    }

    private static long[] merged(Collection<Range> ranges, Family family) {
        List<Range> own = new ArrayList<>();
        for (Range range : ranges) {
            if (range.first.family() == family) {
                own.add(range);
            }
        }
        own.sort((a, b) -> a.first.compareTo(b.first));
        long[] out = new long[own.size() * 4];
        int n = 0;
        for (Range range : own) {
            if (n > 0 && touches(out, n, range.first)) {
                if (compare(range.last.high(), range.last.low(), out[n - 2], out[n - 1]) > 0) {
                    out[n - 2] = range.last.high();
                    out[n - 1] = range.last.low();
                }
            } else {
                out[n++] = range.first.high();
                out[n++] = range.first.low();
                out[n++] = range.last.high();
                out[n++] = range.last.low();
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** Whether an address lies in the last range of {@code out} or right behind it. */
    private static boolean touches(long[] out, int n, Address first) {
        long high = out[n - 2];
        long low = out[n - 1];
        if (compare(first.high(), first.low(), high, low) <= 0) {
            return true;
        }
        long nextLow = low + 1;
        long nextHigh = nextLow == 0 ? high + 1 : high;
        return first.high() == nextHigh && first.low() == nextLow;
    }

    public boolean isEmpty() {
        return v4.length == 0 && v6.length == 0;
    }

    public boolean contains(Address address) {
        long[] ranges = address.family() == Family.IPV4 ? v4 : v6;
        int from = 0;
        int to = ranges.length / 4 - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            int at = 4 * middle;
            if (compare(address.high(), address.low(), ranges[at], ranges[at + 1]) < 0) {
                to = middle - 1;
            } else if (compare(address.high(), address.low(), ranges[at + 2], ranges[at + 3]) > 0) {
                from = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    public AddressSet or(AddressSet other) {
        if (other.isEmpty()) {
            return this;
        }
        if (isEmpty()) {
            return other;
        }
        List<Range> ranges = new ArrayList<>(ranges());
        ranges.addAll(other.ranges());
        return ofRanges(ranges);
    }

    public AddressSet and(AddressSet other) {
        return complement().or(other.complement()).complement();
    }

    public AddressSet minus(AddressSet other) {
        return other.isEmpty() ? this : complement().or(other).complement();
    }

    /** The set in pieces, each of them wholly inside or wholly outside of every line. */
    public List<AddressSet> cutBy(Collection<AddressSet> lines) {
        List<AddressSet> pieces = isEmpty() ? List.of() : List.of(this);
        for (AddressSet line : lines) {
            List<AddressSet> finer = new ArrayList<>(pieces.size() + 1);
            for (AddressSet piece : pieces) {
                AddressSet inside = piece.and(line);
                AddressSet outside = piece.minus(line);
                if (!inside.isEmpty()) {
                    finer.add(inside);
                }
                if (!outside.isEmpty()) {
                    finer.add(outside);
                }
            }
            pieces = finer;
        }
        return pieces;
    }

    public boolean containsAll(AddressSet other) {
        return other.minus(this).isEmpty();
    }

    public boolean intersects(AddressSet other) {
        return !and(other).isEmpty();
    }

    /** The addresses of one family. */
    public AddressSet only(Family family) {
        return family == Family.IPV4
                ? new AddressSet(v4, new long[0])
                : new AddressSet(new long[0], v6);
    }

    public AddressSet complement() {
        return new AddressSet(gaps(v4, 0, 0xffffffffL), gaps(v6, -1L, -1L));
    }

    private static long[] gaps(long[] ranges, long maxHigh, long maxLow) {
        long[] out = new long[ranges.length + 4];
        int n = 0;
        long high = 0;
        long low = 0;
        for (int at = 0; at < ranges.length; at += 4) {
            if (compare(high, low, ranges[at], ranges[at + 1]) < 0) {
                out[n++] = high;
                out[n++] = low;
                out[n++] = ranges[at + 1] == 0 ? ranges[at] - 1 : ranges[at];
                out[n++] = ranges[at + 1] - 1;
            }
            if (ranges[at + 2] == maxHigh && ranges[at + 3] == maxLow) {
                return Arrays.copyOf(out, n);
            }
            low = ranges[at + 3] + 1;
            high = low == 0 ? ranges[at + 2] + 1 : ranges[at + 2];
        }
        out[n++] = high;
        out[n++] = low;
        out[n++] = maxHigh;
        out[n++] = maxLow;
        return Arrays.copyOf(out, n);
    }

    private static int compare(long high, long low, long otherHigh, long otherLow) {
        int order = Long.compareUnsigned(high, otherHigh);
        return order != 0 ? order : Long.compareUnsigned(low, otherLow);
    }

    /** The disjoint ranges, IPv4 first, in order. */
    public List<Range> ranges() {
        List<Range> ranges = new ArrayList<>((v4.length + v6.length) / 4);
        collect(Family.IPV4, v4, ranges);
        collect(Family.IPV6, v6, ranges);
        return ranges;
    }

    private static void collect(Family family, long[] from, List<Range> into) {
        for (int at = 0; at < from.length; at += 4) {
            into.add(
                    new Range(
                            new Address(family, from[at], from[at + 1]),
                            new Address(family, from[at + 2], from[at + 3])));
        }
    }

    /** Neighbouring addresses of one family, both ends included. */
    public record Range(Address first, Address last) {
        public Range {
            if (first.family() != last.family() || first.compareTo(last) > 0) {
                throw new IllegalArgumentException("range " + first + "-" + last);
            }
        }

        /** {@code 192.0.2.0/24} where the range is one block, {@code first-last} else. */
        @Override
        public String toString() {
            int bits = first.family().bits();
            for (int length = 0; length <= bits; length++) {
                // The longest block that starts here and has no bit behind its prefix.
                Cidr block = Cidr.parse(first + "/" + length).orElseThrow();
                if (block.network().equals(first) && block.last().equals(last)) {
                    return length == bits ? first.toString() : block.toString();
                }
            }
            return first + "-" + last;
        }
    }

    @Override
    public String toString() {
        StringJoiner text = new StringJoiner(", ");
        for (Range range : ranges()) {
            text.add(range.toString());
        }
        return isEmpty() ? "none" : text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressSet set
                && Arrays.equals(v4, set.v4)
                && Arrays.equals(v6, set.v6);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(v4) + Arrays.hashCode(v6);
    }
}
