package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.postern.model.AddressSet.Range;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The set beside a slow one: a bit for every cell, where a cell is an address inside a few windows,
 * or all the addresses between two of these.
 */
class AddressSetTest {
    private static final int WIDTH = 64;
    private static final List<Range> CELLS = new ArrayList<>();
    private static final int V4_CELLS;

    static {
        cells("0.0.0.0", "192.0.2.64", "255.255.255.192");
        V4_CELLS = CELLS.size();
        // The second lies across a carry into the high half.
        cells("::", "2001:db8::ffff:ffff:ffff:ffe0", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffc0");
    }

    private static void cells(String... windows) {
        for (String window : windows) {
            Address at = Address.of(window);
            if (!window.equals(windows[0])) {
                Address before = CELLS.getLast().last();
                CELLS.add(new Range(before.next().orElseThrow(), previous(at)));
            }
            for (int i = 0; i < WIDTH; i++) {
                CELLS.add(new Range(at, at));
                at = at.next().orElse(at);
            }
        }
    }

    private static Address previous(Address address) {
        return new Address(address.family(), address.high(), address.low() - 1);
    }

    /** The same set twice. */
    private record Twin(AddressSet set, BitSet bits) {
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

        Twin complement() {
            BitSet rest = copy();
            rest.flip(0, CELLS.size());
            return new Twin(set.complement(), rest);
        }

        Twin only(Family family) {
            BitSet own = copy();
            if (family == Family.IPV4) {
                own.clear(V4_CELLS, CELLS.size());
            } else {
                own.clear(0, V4_CELLS);
            }
            return new Twin(set.only(family), own);
        }

        private BitSet copy() {
            return (BitSet) bits.clone();
        }

        void agrees() {
            assertThat(set.ranges()).isEqualTo(ranges());
            assertThat(set.isEmpty()).isEqualTo(bits.isEmpty());
            for (int i = 0; i < CELLS.size(); i++) {
                Range cell = CELLS.get(i);
                assertThat(set.contains(cell.first())).as("%s", cell).isEqualTo(bits.get(i));
                assertThat(set.contains(cell.last())).as("%s", cell).isEqualTo(bits.get(i));
            }
        }

        private List<Range> ranges() {
            List<Range> runs = new ArrayList<>();
            for (int i = bits.nextSetBit(0); i >= 0; ) {
                int border = i < V4_CELLS ? V4_CELLS : CELLS.size();
                int end = Math.min(border, bits.nextClearBit(i));
                runs.add(new Range(CELLS.get(i).first(), CELLS.get(end - 1).last()));
                i = bits.nextSetBit(end);
            }
            return runs;
        }
    }

    private static Twin twin(AddressSet set, int from, int to) {
        BitSet bits = new BitSet();
        bits.set(from, to + 1);
        return new Twin(set, bits);
    }

    private static Twin piece(Random random) {
        boolean v4 = random.nextBoolean();
        int start = v4 ? 0 : V4_CELLS;
        int end = v4 ? V4_CELLS : CELLS.size();
        int one = start + random.nextInt(end - start);
        int other =
                random.nextBoolean()
                        ? Math.min(end - 1, one + random.nextInt(5))
                        : start + random.nextInt(end - start);
        return switch (random.nextInt(30)) {
            case 0 -> twin(AddressSet.ALL, 0, CELLS.size() - 1);
            case 1 -> twin(AddressSet.of(Cidr.of(v4 ? "0.0.0.0/0" : "::/0")), start, end - 1);
            case 2, 3, 4, 5 -> block(one, random);
            default -> {
                int from = Math.min(one, other);
                int to = Math.max(one, other);
                Range range = new Range(CELLS.get(from).first(), CELLS.get(to).last());
                yield twin(AddressSet.ofRanges(List.of(range)), from, to);
            }
        };
    }

    /** A block of at most 32 addresses, so that it lies in a window, or else the cell itself. */
    private static Twin block(int at, Random random) {
        Range cell = CELLS.get(at);
        if (!cell.first().equals(cell.last())) {
            return twin(AddressSet.ofRanges(List.of(cell)), at, at);
        }
        int size = 1 << random.nextInt(6);
        int length = cell.first().family().bits() - Integer.numberOfTrailingZeros(size);
        int behind = (int) (cell.first().low() & (size - 1));
        AddressSet set = AddressSet.of(Cidr.of(cell.first() + "/" + length));
        return twin(set, at - behind, at - behind + size - 1);
    }

    private static Twin any(Random random) {
        Twin twin = new Twin(AddressSet.NONE, new BitSet());
        int pieces = random.nextInt(random.nextBoolean() ? 4 : 24);
        for (int i = 0; i < pieces; i++) {
            Twin piece = piece(random);
            twin =
                    switch (random.nextInt(10)) {
                        case 0 -> piece.minus(twin);
                        case 1, 2 -> twin.minus(piece);
                        case 3 -> twin.complement();
                        default -> twin.or(piece);
                    };
        }
        return twin;
    }

    @Test
    void the_algebra_is_that_of_single_addresses() {
        Cases.each(
                2000,
                random -> {
                    Twin a = any(random);
                    Twin b = random.nextInt(4) == 0 ? a.minus(piece(random)) : any(random);
                    a.agrees();
                    a.or(b).agrees();
                    a.and(b).agrees();
                    a.minus(b).agrees();
                    a.complement().agrees();
                    a.only(Family.IPV4).agrees();
                    a.only(Family.IPV6).agrees();
                    assertThat(a.set.intersects(b.set)).isEqualTo(a.bits.intersects(b.bits));
                    assertThat(a.set.containsAll(b.set)).isEqualTo(b.minus(a).bits.isEmpty());
                    assertThat(a.set.equals(b.set)).isEqualTo(a.bits.equals(b.bits));
                });
    }

    @Test
    void equal_sets_are_equal_however_they_came_about() {
        Cases.each(
                2000,
                random -> {
                    Twin twin = any(random);
                    List<Range> pieces = new ArrayList<>();
                    if (random.nextBoolean()) { // else every seam is one of neighbours
                        pieces.addAll(twin.set.ranges());
                    }
                    twin.bits.stream().mapToObj(CELLS::get).forEach(pieces::add);
                    Collections.shuffle(pieces, random);
                    AddressSet again = AddressSet.ofRanges(pieces);
                    AddressSet twiceTurned = twin.set.complement().complement();
                    assertThat(again).isEqualTo(twin.set).hasSameHashCodeAs(twin.set);
                    assertThat(twiceTurned).isEqualTo(twin.set).hasSameHashCodeAs(twin.set);
                });
    }

    private static BitSet bitsOf(AddressSet set) {
        BitSet bits = new BitSet();
        for (int i = 0; i < CELLS.size(); i++) {
            bits.set(i, set.contains(CELLS.get(i).first()));
        }
        return bits;
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
                            .extracting(AddressSetTest::bitsOf)
                            .containsExactlyInAnyOrderElementsOf(sides);
                });
    }

    @Test
    void nothing_and_everything_are_each_other_s_complement() {
        assertThat(AddressSet.NONE.complement()).isEqualTo(AddressSet.ALL);
        assertThat(AddressSet.ALL.complement()).isEqualTo(AddressSet.NONE);
        assertThat(AddressSet.of(Cidr.of("0.0.0.0/0"), Cidr.of("::/0"))).isEqualTo(AddressSet.ALL);
    }

    @Test
    void a_block_of_every_ipv6_address_holds_no_ipv4_address() {
        AddressSet v6 = AddressSet.of(Cidr.of("::/0"));
        assertThat(v6.contains(Address.of("0.0.0.1"))).isFalse();
        assertThat(v6.contains(Address.of("::1"))).isTrue();
    }

    @Test
    void a_range_is_printed_as_a_block_exactly_where_it_is_one() {
        Cases.each(
                3000,
                random -> {
                    for (Range range : any(random).set.ranges()) {
                        long size = range.last().low() - range.first().low() + 1;
                        boolean near = range.first().high() == range.last().high();
                        boolean small = near && size > 0 && size <= WIDTH;
                        if (small) {
                            boolean block =
                                    Long.bitCount(size) == 1
                                            && (range.first().low() & (size - 1)) == 0;
                            assertThat(!range.toString().contains("-"))
                                    .as("%s", range)
                                    .isEqualTo(block);
                        }
                        assertThat(read(range.toString())).isEqualTo(range);
                    }
                });
    }

    private static Range read(String text) {
        if (text.indexOf('/') >= 0) {
            Cidr block = Cidr.of(text);
            assertThat(block).as("a block is printed as such").hasToString(text);
            return new Range(block.network(), block.last());
        }
        int hyphen = text.indexOf('-');
        return new Range(
                Address.of(hyphen < 0 ? text : text.substring(0, hyphen)),
                Address.of(text.substring(hyphen + 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0, 192.0.2.255, 192.0.2.0/24",
        "192.0.2.7, 192.0.2.7, 192.0.2.7",
        "192.0.2.1, 192.0.2.2, 192.0.2.1-192.0.2.2",
        "0.0.0.0, 255.255.255.255, 0.0.0.0/0",
        "0.0.0.0, 255.255.255.254, 0.0.0.0-255.255.255.254",
        "128.0.0.0, 255.255.255.255, 128.0.0.0/1",
        "::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ::/0",
        "::, ::, ::",
        "2001:db8::, 2001:db8:0:0:ffff:ffff:ffff:ffff, 2001:db8::/64",
        "2001:db8::, 2001:db8:0:1:ffff:ffff:ffff:ffff, 2001:db8::/63",
        "2001:db8:0:1::, 2001:db8:0:2:ffff:ffff:ffff:ffff,"
                + " 2001:db8:0:1::-2001:db8:0:2:ffff:ffff:ffff:ffff",
    })
    void a_range_is_printed_as_people_write_it(String first, String last, String text) {
        assertThat(new Range(Address.of(first), Address.of(last))).hasToString(text);
    }

    @Test
    void a_set_is_printed_range_by_range() {
        AddressSet set =
                AddressSet.of(
                        Cidr.of("2001:db8::/32"),
                        Cidr.of("198.51.100.1/32"),
                        Cidr.of("192.0.2.128/25"),
                        Cidr.of("192.0.2.0/25"));
        assertThat(set).hasToString("192.0.2.0/24, 198.51.100.1, 2001:db8::/32");
        assertThat(AddressSet.NONE).hasToString("none");
        assertThat(AddressSet.ALL).hasToString("0.0.0.0/0, ::/0");
    }

    @Test
    void a_range_runs_forward_within_one_family() {
        Address v4 = Address.of("192.0.2.1");
        assertThatThrownBy(() -> new Range(v4, Address.of("192.0.2.0")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Range(v4, Address.of("2001:db8::1")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
