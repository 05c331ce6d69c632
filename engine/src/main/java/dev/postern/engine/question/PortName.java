package dev.postern.engine.question;

import dev.postern.model.Protocol;
import java.util.Locale;

/** The port part of a question. */
sealed interface PortName {

    /** None was asked: every port. */
    record Unasked() implements PortName {}

    record Icmp() implements PortName {}

    record Number(Protocol protocol, int number) implements PortName {}

    /** The name of a Service's or a container's port. */
    record Named(Protocol protocol, String name) implements PortName {}

    /** {@code 8080}, {@code 53/udp}, {@code http}, {@code icmp}. */
    static PortName parse(String text) throws Misunderstood {
        if (text.equalsIgnoreCase("icmp")) {
            return new Icmp();
        }
        int slash = text.indexOf('/');
        String port = slash < 0 ? text : text.substring(0, slash);
        Protocol protocol = slash < 0 ? Protocol.TCP : protocol(text.substring(slash + 1));
        if (protocol == Protocol.ICMP || port.isEmpty()) {
            throw new Misunderstood(
                    "'%s' is no port; write PORT, PORT/udp, a port's name or icmp."
                            .formatted(text));
        }
        if (!isNumber(port)) {
            return new Named(protocol, port);
        }
        int number = port.length() > 5 ? Integer.MAX_VALUE : Integer.parseInt(port);
        if (number < 1 || number > Protocol.MAX_PORT) {
            throw new Misunderstood("Port %s is not between 1 and 65535.".formatted(port));
        }
        return new Number(protocol, number);
    }

    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    static Protocol protocol(String text) throws Misunderstood {
        return switch (text.toUpperCase(Locale.ROOT)) {
            case "TCP" -> Protocol.TCP;
            case "UDP" -> Protocol.UDP;
            case "SCTP" -> Protocol.SCTP;
            case "ICMP" -> Protocol.ICMP;
            default ->
                    throw new Misunderstood(
                            "'%s' is no protocol; write tcp, udp, sctp or icmp.".formatted(text));
        };
    }
}
