package dev.postern.reader.kubernetes;

import dev.postern.model.Protocol;
import dev.postern.model.Spelling;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;

/** Port numbers, port names and protocols, which every kind writes alike. */
final class PortReader {
    private PortReader() {}

    /** A number from 1 to 65535, or {@link Draft#NO_NUMBER}. */
    static int number(Draft draft, Node node, Path path) {
        int number = draft.integer(node, path);
        if (number == Draft.NO_NUMBER || number >= 1 && number <= Protocol.MAX_PORT) {
            return number;
        }
        draft.report(
                Problem.BAD_PORT,
                node,
                path,
                "is " + number + ", which is no port",
                "Write a number from 1 to 65535.");
        return Draft.NO_NUMBER;
    }

    /** The name of a port; empty where it has none. */
    static String name(Draft draft, Node node, Path path) {
        String name = draft.sharedText(node, path);
        return name.isEmpty() || checkName(draft, name, node, path) ? name : "";
    }

    static boolean checkName(Draft draft, String name, Node node, Path path) {
        if (Syntax.isPortName(name)) {
            return true;
        }
        draft.report(
                Problem.BAD_PORT_NAME,
                node,
                path,
                "is " + Draft.quote(name) + ", which is no port name",
                Draft.isPlainDecimal(name)
                        ? "Drop the quotes: a quoted number is taken for a name."
                        : "Use up to 15 lower-case letters, digits and single hyphens, with at"
                                + " least one letter.");
        return false;
    }

    /** The protocol; TCP where there is null. */
    static Protocol protocol(Draft draft, Node node, Path path) {
        if (Draft.isNull(node)) {
            return Protocol.TCP;
        }
        String word = draft.text(node, path);
        switch (word) {
            case "TCP" -> {
                return Protocol.TCP;
            }
            case "UDP" -> {
                return Protocol.UDP;
            }
            case "SCTP" -> {
                return Protocol.SCTP;
            }
            default -> {}
        }
        if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
            String nearest = Spelling.nearest(word, "TCP", "UDP", "SCTP").orElse("");
            boolean lower = word.equalsIgnoreCase(nearest) && !nearest.isEmpty();
            draft.report(
                    Problem.BAD_PROTOCOL,
                    node,
                    path,
                    "is "
                            + Draft.quote(word)
                            + (lower
                                    ? ", and protocols are written in capitals"
                                    : ", which is no protocol that has ports in Kubernetes"),
                    nearest.isEmpty() ? "Write TCP, UDP or SCTP." : "Write " + nearest + ".");
        }
        return Protocol.TCP;
    }
}
