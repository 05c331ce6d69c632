package dev.postern.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/24, 192.0.2.0/24",
        "192.0.2.77/24, 192.0.2.0/24",
        "192.0.2.77/32, 192.0.2.77/32",
        "192.0.2.77/0, 0.0.0.0/0",
        "2001:DB8::1/32, 2001:db8::/32",
        "2001:db8::1/128, 2001:db8::1/128",
        "2001:db8:1:2:3:4:5:6/64, 2001:db8:1:2::/64",
        "::1/0, ::/0",
        "64:ff9b::192.0.2.33/96, 64:ff9b::/96",
    })
    void host_bits_are_cut_off(String written, String read) {
        assertThat(Cidr.of(written)).hasToString(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/24",
                "192.0.2.0",
                "192.0.2.0/",
                "192.0.2.0/33",
                "192.0.2.0/-1",
                "192.0.2.0/+8",
                "192.0.2.0/08",
                "192.0.2.0/00",
                "192.0.2.0/ 8",
                "192.0.2.0/8 ",
                "192.0.2.0/8\n",
                "192.0.2.0/8/8",
                "192.0.2.0/255.255.255.0",
                "192.0.2.0/99999999999",
                "192.0.2/24",
                "192.0.02.0/24",
                "2001:db8::",
                "2001:db8::/129",
                "2001:db8::/0x20",
                "fe80::%eth0/64",
                "fe80::/64%eth0",
                "[2001:db8::]/32",
                "example.com/24",
                "192.0.2.0/\u0662\u0664",
            })
    void what_is_no_block_is_refused(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Test
    void a_constant_that_is_no_block_is_a_defect_that_names_it() {
        assertThatThrownBy(() -> Cidr.of("192.0.2.0/33"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("192.0.2.0/33");
    }

    @Test
    void at_every_length_a_block_runs_from_its_network_to_its_last_address() {
        Cases.each(
                300,
                random -> {
                    Address address = AddressTest.random(random);
                    int bits = address.family().bits();
                    for (int length = 0; length <= bits; length++) {
                        Cidr block = Cidr.of(address + "/" + length);
                        BigInteger size = BigInteger.ONE.shiftLeft(bits - length);
                        BigInteger number = AddressTest.number(address);
                        BigInteger first = number.subtract(number.mod(size));
                        BigInteger last = first.add(size).subtract(BigInteger.ONE);
                        assertThat(AddressTest.number(block.network())).isEqualTo(first);
                        assertThat(AddressTest.number(block.last())).isEqualTo(last);
                        assertThat(block.last().family()).isEqualTo(block.family());
                        assertThat(block.length()).isEqualTo(length);
                        assertThat(Cidr.parse(block.toString())).hasValue(block);
                    }
                });
    }

    @Test
    void at_every_length_a_block_contains_its_addresses_and_no_neighbour() {
        Cases.each(
                300,
                random -> {
                    Address address = AddressTest.random(random);
                    for (int length = 0; length <= address.family().bits(); length++) {
                        Cidr block = Cidr.of(address + "/" + length);
                        assertThat(block.contains(address)).isTrue();
                        assertThat(block.contains(block.network())).isTrue();
                        assertThat(block.contains(block.last())).isTrue();
                        block.last()
                                .next()
                                .ifPresent(next -> assertThat(block.contains(next)).isFalse());
                        Address other = AddressTest.random(random);
                        assertThat(block.contains(other))
                                .as("%s in %s", other, block)
                                .isEqualTo(
                                        other.compareTo(block.network()) >= 0
                                                && other.compareTo(block.last()) <= 0);
                    }
                });
    }

    @Test
    void a_block_contains_those_that_begin_and_end_in_it() {
        Cases.each(
                5000,
                random -> {
                    Address address = AddressTest.random(random);
                    int bits = address.family().bits();
                    Address near = random.nextBoolean() ? address : AddressTest.random(random);
                    Cidr a = Cidr.of(address + "/" + random.nextInt(bits + 1));
                    Cidr b = Cidr.of(near + "/" + random.nextInt(near.family().bits() + 1));
                    assertThat(a.contains(b))
                            .as("%s in %s", b, a)
                            .isEqualTo(a.contains(b.network()) && a.contains(b.last()));
                });
    }

    @Test
    void one_address_is_the_block_of_full_length() {
        assertThat(Cidr.of(Address.of("192.0.2.1"))).isEqualTo(Cidr.of("192.0.2.1/32"));
        assertThat(Cidr.of(Address.of("2001:db8::1"))).isEqualTo(Cidr.of("2001:db8::1/128"));
    }

    @Test
    void a_network_with_host_bits_is_no_block() {
        Address host = Address.of("192.0.2.1");
        assertThatThrownBy(() -> new Cidr(host, 24))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("192.0.2.1/24 has host bits");
        assertThatThrownBy(() -> new Cidr(host, 33)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Cidr(host, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
