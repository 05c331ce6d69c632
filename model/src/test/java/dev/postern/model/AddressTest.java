package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final String V4 = BYTE + "(\\." + BYTE + "){3}";
    private static final Pattern V4_TEXT = Pattern.compile(V4);
    private static final Pattern V4_TAIL = Pattern.compile("(?<=:)" + V4 + "$");
    private static final Pattern GROUPS =
            Pattern.compile("([0-9a-fA-F]{1,4}(:[0-9a-fA-F]{1,4})*)?");

    static Address random(Random random) {
        if (random.nextBoolean()) {
            return Address.v4(random.nextInt() & 0xffffffffL & mask(random));
        }
        return new Address(
                Family.IPV6,
                random.nextLong() & mask(random) & mask(random),
                random.nextLong() & mask(random) & mask(random));
    }

    /** Clears groups, so that runs of zeros of every length and place turn up. */
    private static long mask(Random random) {
        long mask = 0;
        for (int i = 0; i < 4; i++) {
            mask = mask << 16 | (random.nextInt(3) == 0 ? 0 : 0xffff);
        }
        return random.nextInt(4) == 0 ? -1L : mask;
    }

    static BigInteger number(Address address) {
        return new BigInteger(Long.toUnsignedString(address.high()))
                .shiftLeft(64)
                .add(new BigInteger(Long.toUnsignedString(address.low())));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "192.0.2.255, 192.0.2.255",
        "255.255.255.255, 255.255.255.255",
        "::, ::",
        "0:0:0:0:0:0:0:0, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:DB8::A, 2001:db8::a",
        "2001:0db8:0000:0000:0000:0000:0000:0001, 2001:db8::1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "1:2:3::5:6:7:8, 1:2:3:0:5:6:7:8",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "1:0:0:2:3:4:5:0, 1::2:3:4:5:0",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "1:2:3:4:5:6:192.0.2.33, 1:2:3:4:5:6:c000:221",
        "::192.0.2.33, ::c000:221",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "::ffff:c000:201, ::ffff:192.0.2.1",
        "0:0:0:0:0:ffff:0:0, ::ffff:0.0.0.0",
        "::ffff:0:c000:201, ::ffff:0:c000:201",
        "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    })
    void every_notation_is_read_and_printed_in_the_canonical_one(String written, String printed) {
        assertThat(Address.of(written)).hasToString(printed);
        assertThat(Address.of(printed)).isEqualTo(Address.of(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "192.0.2",
                "192.0.2.",
                ".192.0.2",
                "192.0.2.1.",
                "192.0.2.1.5",
                "192.0..1",
                "192.0.2.256",
                "192.0.2.99999999999",
                "192.0.2.01",
                "192.0.02.1",
                "192.0.2.00",
                "0300.0.2.1",
                "0xc0.0.2.1",
                "3221225985",
                " 192.0.2.1",
                "192.0.2.1 ",
                "192.0.2.1/32",
                "192.0.2.-1",
                "192.0.2.+1",
                "192.0.2.a",
                "192.0.2.\u0661",
                "192.0.2.1%eth0",
                "web.example.com",
                ":",
                ":::",
                "1:",
                ":1",
                "1::2::3",
                "1:::2",
                ":1::2",
                "1::2:",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8",
                "::1:2:3:4:5:6:7:8",
                "1:2:3:4:5:6:7:8::",
                "2001:db8::12345",
                "2001:db8::00001",
                "2001:db8::g",
                "2001:db8::-1",
                "2001:db8::\uff11",
                "fe80::1%eth0",
                "fe80::%1",
                "[2001:db8::1]",
                "2001:db8::1/64",
                "::192.0.2",
                "::192.0.2.256",
                "::192.0.2.01",
                "192.0.2.1::",
                "::192.0.2.1:1",
                "1:2:3:4:5:6:7:192.0.2.1",
                "1:2:3:4:5:6::192.0.2.1",
                "1:2:3:4:5:192.0.2.1",
            })
    void what_is_no_address_is_refused(String text) {
        assertThat(Address.parse(text)).isEmpty();
    }

    @Test
    void a_constant_that_is_no_address_is_a_defect_that_names_it() {
        assertThatThrownBy(() -> Address.of("192.0.2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("192.0.2");
    }

    @Test
    void what_is_printed_is_read_as_the_same_address() {
        Cases.each(
                10_000,
                random -> {
                    Address address = random(random);
                    assertThat(Address.parse(address.toString())).hasValue(address);
                });
    }

    @Test
    void an_ipv6_address_is_printed_with_its_first_longest_run_of_zeros_left_out() {
        Cases.each(
                10_000,
                random -> {
                    Address address = random(random);
                    if (address.family() == Family.IPV6 && !isMapped(address)) {
                        assertThat(address).hasToString(shortened(groups(address)));
                    }
                });
    }

    private static boolean isMapped(Address address) {
        return number(address).shiftRight(32).equals(BigInteger.valueOf(0xffff));
    }

    private static String[] groups(Address address) {
        String[] groups = new String[8];
        for (int i = 0; i < 8; i++) {
            int group = number(address).shiftRight(112 - 16 * i).intValue() & 0xffff;
            groups[i] = Integer.toHexString(group);
        }
        return groups;
    }

    private static String shortened(String[] groups) {
        for (int length = 8; length >= 2; length--) {
            for (int from = 0; from + length <= 8; from++) {
                String run = String.join("", Arrays.copyOfRange(groups, from, from + length));
                if (run.equals("0".repeat(length))) {
                    return withGap(groups, from, length);
                }
            }
        }
        return String.join(":", groups);
    }

    private static String withGap(String[] groups, int from, int length) {
        return String.join(":", Arrays.copyOfRange(groups, 0, from))
                + "::"
                + String.join(":", Arrays.copyOfRange(groups, from + length, 8));
    }

    @Test
    void however_an_ipv6_address_is_spelled_it_is_the_same_one() {
        Cases.each(
                10_000,
                random -> {
                    Address address = random(random);
                    if (address.family() == Family.IPV6) {
                        String spelled = spelled(address, random);
                        assertThat(Address.parse(spelled)).as(spelled).hasValue(address);
                    }
                });
    }

    private static String spelled(Address address, Random random) {
        String[] groups = groups(address);
        int from = random.nextInt(8);
        int zeros = 0;
        while (from + zeros < 8 && groups[from + zeros].equals("0")) {
            zeros++;
        }
        int gap = zeros == 0 ? 0 : 1 + random.nextInt(zeros);
        for (int i = 0; i < 8; i++) {
            String padded = "0".repeat(random.nextInt(5 - groups[i].length())) + groups[i];
            groups[i] = random.nextBoolean() ? padded.toUpperCase(Locale.ROOT) : padded;
        }
        if (gap > 0) {
            return withGap(groups, from, gap);
        }
        if (random.nextBoolean()) {
            String tail = Address.v4(address.low() & 0xffffffffL).toString();
            return String.join(":", Arrays.copyOfRange(groups, 0, 6)) + ":" + tail;
        }
        return String.join(":", groups);
    }

    @Test
    void exactly_what_the_grammar_allows_is_read() {
        int[] read = new int[2];
        Cases.each(
                30_000,
                random -> {
                    String text = damaged(random);
                    boolean allowed = isAddress(text);
                    assertThat(Address.parse(text).isPresent()).as(text).isEqualTo(allowed);
                    read[allowed ? 1 : 0]++;
                });
        assertThat(read[0]).isGreaterThan(3000);
        assertThat(read[1]).isGreaterThan(3000);
    }

    private static String damaged(Random random) {
        Address address = random(random);
        StringBuilder text =
                new StringBuilder(
                        address.family() == Family.IPV4
                                ? address.toString()
                                : spelled(address, random));
        int changes = random.nextInt(3);
        for (int i = 0; i < changes && !text.isEmpty(); i++) {
            int at = random.nextInt(text.length());
            char letter = "0129aF:.%g".charAt(random.nextInt(10));
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, letter);
                default -> text.setCharAt(at, letter);
            }
        }
        return text.toString();
    }

    /** The grammar written down: an IPv4 tail stands for two groups, a gap for at least one. */
    private static boolean isAddress(String text) {
        if (!text.contains(":")) {
            return V4_TEXT.matcher(text).matches();
        }
        String plain = V4_TAIL.matcher(text).replaceFirst("0:0");
        int gap = plain.indexOf("::");
        if (gap < 0) {
            return GROUPS.matcher(plain).matches() && count(plain) == 8;
        }
        String head = plain.substring(0, gap);
        String tail = plain.substring(gap + 2);
        return GROUPS.matcher(head).matches()
                && GROUPS.matcher(tail).matches()
                && count(head) + count(tail) <= 7;
    }

    private static int count(String groups) {
        return groups.isEmpty() ? 0 : groups.split(":", -1).length;
    }

    @Test
    void the_next_address_is_one_further() {
        Cases.each(
                5000,
                random -> {
                    Address address = random(random);
                    if (random.nextBoolean()) { // just before a carry, or the last of all
                        long low = address.family() == Family.IPV4 ? 0xffffffffL : -1L;
                        address = new Address(address.family(), address.high(), low);
                    }
                    BigInteger next = number(address).add(BigInteger.ONE);
                    if (next.bitLength() > address.family().bits()) {
                        assertThat(address.next()).isEmpty();
                    } else {
                        assertThat(address.next().map(AddressTest::number)).hasValue(next);
                        assertThat(address.next().map(Address::family)).hasValue(address.family());
                    }
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"255.255.255.255", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"})
    void nothing_comes_after_the_last_address_of_a_family(String last) {
        assertThat(Address.of(last).next()).isEmpty();
    }

    @Test
    void addresses_are_ordered_by_family_and_then_by_number() {
        Cases.each(
                5000,
                random -> {
                    Address a = random(random);
                    Address b = random.nextInt(5) == 0 ? Address.of(a.toString()) : random(random);
                    int expected =
                            a.family() == b.family()
                                    ? number(a).compareTo(number(b))
                                    : a.family() == Family.IPV4 ? -1 : 1;
                    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(expected);
                    assertThat(a.equals(b)).isEqualTo(expected == 0);
                    if (expected == 0) {
                        assertThat(a).hasSameHashCodeAs(b);
                    }
                });
    }

    @Test
    void an_ipv4_address_is_never_the_ipv6_address_of_the_same_bits() {
        Address v4 = Address.of("192.0.2.1");
        assertThat(v4)
                .isNotEqualTo(Address.of("::192.0.2.1"))
                .isNotEqualTo(Address.of("::ffff:192.0.2.1"));
        assertThat(v4).isLessThan(Address.of("::"));
    }

    @Test
    void an_ipv4_address_has_no_more_than_32_bits() {
        assertThatThrownBy(() -> new Address(Family.IPV4, 0, 1L << 32))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Address(Family.IPV4, 1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
