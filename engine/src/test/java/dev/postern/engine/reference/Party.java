package dev.postern.engine.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection, found out.
 *
 * @param pod where the end is a pod
 * @param node the name of the node, where the end is one and it is known which
 * @param addresses none where they are not known
 */
record Party(Kind kind, @Nullable PlainPod pod, @Nullable String node, List<Ip> addresses) {
    enum Kind {
        POD,
        /** A machine of the cluster, or a host-network pod on it. */
        NODE,
        OUTSIDE,
        /** An address of the pod range that no pod of the input holds. */
        UNHELD
    }

    boolean isPod() {
        return kind == Kind.POD;
    }

    boolean isOutsideLabels() {
        return kind == Kind.NODE || kind == Kind.OUTSIDE;
    }

    /** The address in a family, if the end has one there. */
    @Nullable Ip address(int bits) {
        for (Ip ip : addresses) {
            if (ip.bits() == bits) {
                return ip;
            }
        }
        return null;
    }
}
