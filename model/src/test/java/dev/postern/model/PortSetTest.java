package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.model.PortSet.Interval;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The set beside a slow one: a bit for every point of the line. */
class PortSetTest {
    private static final int LINE = Protocol.values().length << 16;

    /** Ports are drawn from both ends of a protocol, so that bounds meet. */
    private static final int EDGE = 12;

    /** The same set twice. */
    private record Twin(PortSet set, BitSet bits) {
        static Twin none() {
            return new Twin(PortSet.NONE, new BitSet());
        }

        Twin or(Twin other) {
            BitSet both = copy();
            both.or(other.bits);
            return new Twin(set.or(other.set), both);
        }

        Twin and(Twin other) {
            BitSet both = copy();
            both.and(other.bits);
            return new Twin(set.and(other.set), both);
        }

        Twin minus(Twin other) {
            BitSet rest = copy();
            rest.andNot(other.bits);
            return new Twin(set.minus(other.set), rest);
        }

        private BitSet copy() {
            return (BitSet) bits.clone();
        }

        void agrees() {
            assertThat(bitsOf(set)).isEqualTo(bits);
            assertThat(set.size()).isEqualTo(bits.cardinality());
            assertThat(set.isEmpty()).isEqualTo(bits.isEmpty());
            assertThat(set.isAll()).isEqualTo(bits.equals(whole().bits));
            for (Protocol protocol : Protocol.values()) {
                int start = protocol.ordinal() << 16;
                for (int port = 0; port <= EDGE + 1; port++) {
                    assertContains(start + port);
                    assertContains(start + 0xffff - port);
                }
            }
        }

        private void assertContains(int point) {
            // A description for each of so many points would take longer than all the rest.
            if (set.contains(point) != bits.get(point)) {
                assertThat(set.contains(point)).as("point %x", point).isEqualTo(bits.get(point));
            }
        }
    }

    private static BitSet bitsOf(PortSet set) {
        BitSet bits = new BitSet();
        for (Interval interval : set.intervals()) {
            int start = interval.protocol().ordinal() << 16;
            bits.set(start + interval.from(), start + interval.to() + 1);
        }
        return bits;
    }

    private static Twin whole() {
        BitSet bits = new BitSet();
        bits.set(0, LINE);
        for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP, Protocol.SCTP)) {
            bits.clear(protocol.ordinal() << 16);
        }
        return new Twin(PortSet.ALL, bits);
    }

    private static Twin protocol(Protocol protocol) {
        BitSet bits = new BitSet();
        int start = protocol.ordinal() << 16;
        bits.set(protocol == Protocol.ICMP ? start : start + 1, start + 0x10000);
        return new Twin(PortSet.protocol(protocol), bits);
    }

    private static Twin range(Protocol protocol, int from, int to) {
        BitSet bits = new BitSet();
        int start = protocol.ordinal() << 16;
        bits.set(start + from, start + to + 1);
        return new Twin(PortSet.range(protocol, from, to), bits);
    }

    private static Twin piece(Random random) {
        int kind = random.nextInt(20);
        if (kind == 0) {
            return whole();
        }
        Protocol protocol = Protocol.values()[random.nextInt(4)];
        if (kind == 1) {
            return protocol(protocol);
        }
        int one = port(protocol, random);
        int other = kind < 10 ? Math.min(0xffff, one + random.nextInt(3)) : port(protocol, random);
        return range(protocol, Math.min(one, other), Math.max(one, other));
    }

    private static int port(Protocol protocol, Random random) {
        int step = random.nextInt(EDGE);
        return random.nextBoolean() ? 0xffff - step : step + (protocol.hasPorts() ? 1 : 0);
    }

    private static Twin any(Random random) {
        Twin twin = Twin.none();
        int pieces = random.nextInt(random.nextBoolean() ? 4 : 40);
        for (int i = 0; i < pieces; i++) {
            Twin piece = piece(random);
            twin =
                    switch (random.nextInt(8)) {
                        case 0 -> piece.minus(twin);
                        case 1, 2 -> twin.minus(piece);
                        default -> twin.or(piece);
                    };
        }
        return twin;
    }

    @Test
    void the_algebra_is_that_of_single_points() {
        Cases.each(
                2000,
                random -> {
                    Twin a = any(random);
                    Twin b = random.nextInt(4) == 0 ? a.minus(piece(random)) : any(random);
                    a.agrees();
                    a.or(b).agrees();
                    a.and(b).agrees();
                    a.minus(b).agrees();
                    b.minus(a).agrees();
                    assertThat(a.set.intersects(b.set)).isEqualTo(a.bits.intersects(b.bits));
                    assertThat(a.set.containsAll(b.set)).isEqualTo(b.minus(a).bits.isEmpty());
                    assertThat(a.set.equals(b.set)).isEqualTo(a.bits.equals(b.bits));
                });
    }

    @Test
    void a_set_is_cut_into_as_few_pieces_as_lie_on_one_side_of_every_line() {
        Cases.each(
                1000,
                random -> {
                    Twin whole = any(random);
                    List<Twin> lines = List.of(any(random), any(random), any(random));
                    List<BitSet> sides = new ArrayList<>();
                    for (int side = 0; side < 1 << lines.size(); side++) {
                        BitSet piece = whole.copy();
                        for (int i = 0; i < lines.size(); i++) {
                            if ((side >> i & 1) == 1) {
                                piece.and(lines.get(i).bits);
                            } else {
                                piece.andNot(lines.get(i).bits);
                            }
                        }
                        if (!piece.isEmpty()) {
                            sides.add(piece);
                        }
                    }
                    assertThat(whole.set.cutBy(lines.stream().map(Twin::set).toList()))
                            .extracting(PortSetTest::bitsOf)
                            .containsExactlyInAnyOrderElementsOf(sides);
                });
    }

    @Test
    void equal_sets_are_equal_however_they_came_about() {
        Cases.each(
                2000,
                random -> {
                    PortSet set = any(random).set;
                    List<Interval> pieces = new ArrayList<>(set.intervals());
                    for (Interval each : set.intervals()) {
                        int middle = each.from() + random.nextInt(each.to() - each.from() + 1);
                        pieces.add(new Interval(each.protocol(), middle, each.to()));
                    }
                    Collections.shuffle(pieces, random);
                    PortSet again = PortSet.NONE;
                    for (Interval each : pieces) {
                        again = again.or(PortSet.range(each.protocol(), each.from(), each.to()));
                    }
                    PortSet twiceTurned = PortSet.ALL.minus(PortSet.ALL.minus(set));
                    assertThat(again).isEqualTo(set).hasSameHashCodeAs(set);
                    assertThat(twiceTurned).isEqualTo(set).hasSameHashCodeAs(set);
                });
    }

    @Test
    void intervals_are_in_order_apart_and_each_of_one_protocol() {
        Cases.each(
                2000,
                random -> {
                    int before = -2;
                    for (Interval each : any(random).set.intervals()) {
                        int from = each.protocol().point(each.from());
                        int to = each.protocol().point(each.to());
                        // Only where the protocol changes may one follow at once.
                        assertThat(from).isGreaterThan(each.from() == 0 ? before : before + 1);
                        assertThat(to).isGreaterThanOrEqualTo(from);
                        assertThat(Protocol.ofPoint(from)).isEqualTo(each.protocol());
                        assertThat(Protocol.ofPoint(to)).isEqualTo(each.protocol());
                        before = to;
                    }
                });
    }

    @Test
    void the_text_says_the_whole_set() {
        Cases.each(
                2000,
                random -> {
                    PortSet set = any(random).set;
                    assertThat(read(set.toString())).as(set.toString()).isEqualTo(set);
                });
    }

    private static PortSet read(String text) {
        if (text.equals("All")) {
            return PortSet.ALL;
        }
        PortSet set = PortSet.NONE;
        if (text.equals("none")) {
            return set;
        }
        for (String part : text.split("; ", -1)) {
            int space = part.indexOf(' ');
            Protocol protocol = Protocol.valueOf(space < 0 ? part : part.substring(0, space));
            if (space < 0) {
                set = set.or(PortSet.protocol(protocol));
                continue;
            }
            for (String ports : part.substring(space + 1).split(",", -1)) {
                int hyphen = ports.indexOf('-');
                int from = Integer.parseInt(hyphen < 0 ? ports : ports.substring(0, hyphen));
                int to = Integer.parseInt(ports.substring(hyphen + 1));
                set = set.or(PortSet.range(protocol, from, to));
            }
        }
        return set;
    }

    @Test
    void ports_are_printed_as_people_write_them() {
        PortSet web =
                PortSet.range(Protocol.TCP, 8000, 8999)
                        .or(PortSet.port(Protocol.UDP, 53))
                        .or(PortSet.port(Protocol.TCP, 80));
        assertThat(web).hasToString("TCP 80,8000-8999; UDP 53");
        assertThat(PortSet.protocol(Protocol.SCTP).or(PortSet.port(Protocol.TCP, 443)))
                .hasToString("TCP 443; SCTP");
        assertThat(PortSet.NONE).hasToString("none");
        assertThat(PortSet.ALL).hasToString("All");
        assertThat(PortSet.ALL.minus(PortSet.port(Protocol.TCP, 25)))
                .hasToString("TCP 1-24,26-65535; UDP; SCTP; ICMP");
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void all_ports_of_a_protocol_are_the_protocol(Protocol protocol) {
        int first = protocol.hasPorts() ? 1 : 0;
        assertThat(PortSet.range(protocol, first, 65_535)).isEqualTo(PortSet.protocol(protocol));
    }

    @ParameterizedTest
    @CsvSource({
        "TCP, 0, 0",
        "UDP, 0, 80",
        "SCTP, 0, 65535",
        "TCP, -1, 80",
        "TCP, 80, 65536",
        "TCP, 81, 80"
    })
    void a_port_that_does_not_exist_is_refused(Protocol protocol, int from, int to) {
        assertThatThrownBy(() -> PortSet.range(protocol, from, to))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(from + "-" + to);
    }

    @Test
    void type_zero_of_icmp_exists() {
        PortSet reply = PortSet.port(Protocol.ICMP, 0);
        assertThat(reply.contains(Protocol.ICMP.point(0))).isTrue();
        assertThat(reply).hasToString("ICMP 0");
        assertThat(PortSet.ALL.containsAll(reply)).isTrue();
    }
}
