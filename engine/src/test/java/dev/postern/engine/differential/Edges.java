package dev.postern.engine.differential;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/** The numbers at which an answer may turn. */
final class Edges {

    private Edges() {}

    /** The first and last address of a block, and their neighbours outside. */
    static List<String> ofBlock(String cidr) {
        int slash = cidr.indexOf('/');
        byte[] bytes = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
        int host = 8 * bytes.length - Integer.parseInt(cidr.substring(slash + 1));
        BigInteger first = new BigInteger(1, bytes);
        BigInteger behind = first.add(BigInteger.ONE.shiftLeft(host));
        List<String> edges = new ArrayList<>();
        for (BigInteger edge : List.of(first, behind)) {
            for (BigInteger near : List.of(edge, edge.subtract(BigInteger.ONE))) {
                if (near.signum() > 0 && near.bitLength() <= 8 * bytes.length) {
                    edges.add(address(near, bytes.length));
                }
            }
        }
        return edges;
    }

    private static String address(BigInteger number, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = number.shiftRight(8 * (length - 1 - i)).byteValue();
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static List<Integer> ofPort(int port) {
        List<Integer> edges = new ArrayList<>();
        for (int near : new int[] {port, port, port + 1, port - 1}) {
            if (near >= 1 && near <= 65_535) {
                edges.add(near);
            }
        }
        return edges;
    }
}
