package dev.postern.engine.reference;

/**
 * One connection asked about. An end is spelled {@code Pod shop/web}, {@code Deployment shop/web},
 * {@code Node n1}, or as an address.
 *
 * @param port of the destination; the type and code of an ICMP message
 */
public record Question(String source, String destination, String protocol, int port) {

    /** Reads what {@link #toString} writes. */
    public static Question parse(String line) {
        String[] parts = line.split("\t", -1);
        return new Question(parts[0], parts[1], parts[2], Integer.parseInt(parts[3]));
    }

    @Override
    public String toString() {
        return String.join("\t", source, destination, protocol, Integer.toString(port));
    }
}
