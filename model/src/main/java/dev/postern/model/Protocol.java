package dev.postern.model;

/**
 * A transport that policies tell apart. Each owns a stretch of one line of points, so that a set of
 * protocols and ports is a set of intervals on that line ({@link PortSet}).
 */
public enum Protocol {
    TCP,
    UDP,
    SCTP,
    /** ICMP and ICMPv6; the port of a point is the type and code, {@code type << 8 | code}. */
    ICMP;

    public static final int MAX_PORT = 65_535;

    /** Whether connections of this protocol have a port. */
    public boolean hasPorts() {
        return this != ICMP;
    }

    /** Port 0 does not exist, an ICMP type 0 does. */
    int firstPort() {
        return hasPorts() ? 1 : 0;
    }

    /** The first point of this protocol's stretch. */
    int first() {
        return point(firstPort());
    }

    int last() {
        return point(MAX_PORT);
    }

    /** The point of a port on the common line. */
    public int point(int port) {
        return ordinal() << 16 | port;
    }

    /** The protocol that a point lies on. */
    public static Protocol ofPoint(int point) {
        return values()[point >>> 16];
    }

    /** The port of a point. */
    public static int portOfPoint(int point) {
        return point & MAX_PORT;
    }
}
