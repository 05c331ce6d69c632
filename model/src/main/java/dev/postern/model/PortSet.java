package dev.postern.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;

/**
 * A set of protocols and ports: disjoint intervals on the line of {@link Protocol#point}.
 *
 * <p>Invariant: {@code bounds} is strictly increasing and of even length; interval {@code i} covers
 * {@code bounds[2i]} up to but not including {@code bounds[2i + 1]}. So two equal sets have equal
 * arrays, and set algebra is one merge.
 */
public final class PortSet {
    public static final PortSet NONE = new PortSet(new int[0]);
    public static final PortSet ALL =
            protocol(Protocol.TCP)
                    .or(protocol(Protocol.UDP))
                    .or(protocol(Protocol.SCTP))
                    .or(protocol(Protocol.ICMP));

    private final int[] bounds;

    private PortSet(int[] bounds) {
        this.bounds = bounds;
    }

    /** Every port of a protocol. */
    public static PortSet protocol(Protocol protocol) {
        return new PortSet(new int[] {protocol.first(), protocol.last() + 1});
    }

    /** The ports from {@code from} to {@code to}, both included. */
    public static PortSet range(Protocol protocol, int from, int to) {
        if (from < protocol.firstPort() || to > Protocol.MAX_PORT || from > to) {
            throw new IllegalArgumentException("port range %d-%d".formatted(from, to));
        }
        return new PortSet(new int[] {protocol.point(from), protocol.point(to) + 1});
    }

    public static PortSet port(Protocol protocol, int port) {
        return range(protocol, port, port);
    }

    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** How many points the set holds. */
    public int size() {
        int size = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            size += bounds[i + 1] - bounds[i];
        }
        return size;
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /** Whether the set holds a point of the line. */
    public boolean contains(int point) {
        // Rules list a handful of ports: a scan beats a binary search there.
        if (bounds.length <= 16) {
            for (int i = 0; i < bounds.length; i += 2) {
                if (point < bounds[i]) {
                    return false;
                }
                if (point < bounds[i + 1]) {
                    return true;
                }
            }
            return false;
        }
        int at = Arrays.binarySearch(bounds, point);
        return at >= 0 ? (at & 1) == 0 : (-at - 1 & 1) == 1;
    }

    public PortSet or(PortSet other) {
        return other.isEmpty() ? this : isEmpty() ? other : merge(other, 0b1110);
    }

    public PortSet and(PortSet other) {
        return merge(other, 0b1000);
    }

    public PortSet minus(PortSet other) {
        return other.isEmpty() ? this : merge(other, 0b0010);
    }

    public boolean intersects(PortSet other) {
        return !and(other).isEmpty();
    }

    /** The set in pieces, each of them wholly inside or wholly outside of every line. */
    public List<PortSet> cutBy(Collection<PortSet> lines) {
        List<PortSet> pieces = isEmpty() ? List.of() : List.of(this);
        for (PortSet line : lines) {
            List<PortSet> finer = new ArrayList<>(pieces.size() + 1);
            for (PortSet piece : pieces) {
                PortSet inside = piece.and(line);
                PortSet outside = piece.minus(line);
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

    public boolean containsAll(PortSet other) {
        return other.minus(this).isEmpty();
    }

    /** Bit {@code a + 2b} of {@code table} says whether a point in (a, b) belongs to the result. */
    private PortSet merge(PortSet other, int table) {
        int[] a = bounds;
        int[] b = other.bounds;
        int[] out = new int[a.length + b.length];
        int n = 0;
        int i = 0;
        int j = 0;
        boolean inside = false;
        while (i < a.length || j < b.length) {
            int at = i == a.length ? b[j] : j == b.length ? a[i] : Math.min(a[i], b[j]);
            if (i < a.length && a[i] == at) {
                i++;
            }
            if (j < b.length && b[j] == at) {
                j++;
            }
            boolean now = (table >> ((i & 1) + 2 * (j & 1)) & 1) == 1;
            if (now != inside) {
                out[n++] = at;
                inside = now;
            }
        }
        return n == 0 ? NONE : new PortSet(Arrays.copyOf(out, n));
    }

    /** The intervals of the set, in order of protocol and port. */
    public List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>();
        for (int i = 0; i < bounds.length; i += 2) {
            for (int at = bounds[i]; at < bounds[i + 1]; ) {
                Protocol protocol = Protocol.ofPoint(at);
                int end = Math.min(bounds[i + 1] - 1, protocol.last());
                intervals.add(
                        new Interval(
                                protocol, Protocol.portOfPoint(at), Protocol.portOfPoint(end)));
                at = end + 1;
            }
        }
        return intervals;
    }

    /** A run of ports of one protocol, both ends included. */
    public record Interval(Protocol protocol, int from, int to) {}

    /** As people write it: {@code All}, or {@code TCP 80,8000-8999; UDP 53}. */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "none";
        }
        if (isAll()) {
            return "All";
        }
        StringJoiner text = new StringJoiner("; ");
        for (Protocol protocol : Protocol.values()) {
            PortSet own = and(protocol(protocol));
            if (own.isEmpty()) {
                continue;
            }
            if (own.equals(protocol(protocol))) {
                text.add(protocol.name());
                continue;
            }
            StringJoiner ports = new StringJoiner(",", protocol + " ", "");
            for (Interval interval : own.intervals()) {
                ports.add(
                        interval.from == interval.to
                                ? Integer.toString(interval.from)
                                : interval.from + "-" + interval.to);
            }
            text.add(ports.toString());
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PortSet set && Arrays.equals(bounds, set.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }
}
