package dev.postern.engine.reference;

import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The addresses of a CIDR. */
record IpRange(Ip first, Ip last) {

    private static final Map<String, IpRange> PARSED = new ConcurrentHashMap<>();

    static IpRange of(String cidr) {
        return PARSED.computeIfAbsent(cidr, IpRange::parse);
    }

    private static IpRange parse(String cidr) {
        int slash = cidr.indexOf('/');
        Ip address = Ip.of(cidr.substring(0, slash));
        int host = address.bits() - Integer.parseInt(cidr.substring(slash + 1));
        BigInteger first = address.number().shiftRight(host).shiftLeft(host);
        BigInteger last = first.add(BigInteger.ONE.shiftLeft(host)).subtract(BigInteger.ONE);
        return new IpRange(new Ip(address.bits(), first), new Ip(address.bits(), last));
    }

    /** Every address of a family. */
    static IpRange everything(int bits) {
        return of(bits == 32 ? "0.0.0.0/0" : "::/0");
    }

    boolean holds(Ip ip) {
        return ip.bits() == first.bits() && !ip.isBefore(first) && !last.isBefore(ip);
    }
}
