package dev.postern.engine.reference;

import java.math.BigInteger;
import java.net.InetAddress;

/** An address as a number; {@code bits} tells the families apart. */
record Ip(int bits, BigInteger number) {

    static Ip of(String text) {
        byte[] bytes = InetAddress.ofLiteral(text).getAddress();
        return new Ip(8 * bytes.length, new BigInteger(1, bytes));
    }

    boolean isBefore(Ip other) {
        return number.compareTo(other.number) < 0;
    }

    Ip next() {
        return new Ip(bits, number.add(BigInteger.ONE));
    }
}
