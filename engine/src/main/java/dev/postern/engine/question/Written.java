package dev.postern.engine.question;

import dev.postern.model.Address;
import dev.postern.model.Cidr;

/** A destination as it was written, its port split off. */
record Written(String name, PortName port, String shownPort) {

    /** {@code NAME}, {@code NAME:PORT}, {@code [ADDRESS]:PORT}. */
    static Written parse(String text) throws Misunderstood {
        if (text.startsWith("[")) {
            int close = text.indexOf(']');
            if (close < 0 || (close + 1 < text.length() && text.charAt(close + 1) != ':')) {
                throw new Misunderstood(
                        "'%s' opens a bracket and does not close it; write [2001:db8::1]:443."
                                .formatted(text));
            }
            String port = close + 1 == text.length() ? "" : text.substring(close + 2);
            return of(text.substring(1, close), port);
        }
        boolean bare = Address.parse(text).isPresent() || Cidr.parse(text).isPresent();
        int colon = bare ? -1 : text.lastIndexOf(':');
        return colon < 0 ? of(text, "") : of(text.substring(0, colon), text.substring(colon + 1));
    }

    private static Written of(String name, String port) throws Misunderstood {
        return port.isEmpty()
                ? new Written(name, new PortName.Unasked(), "")
                : new Written(name, PortName.parse(port), ":" + port);
    }
}
