package dev.postern.engine.explain;

import dev.postern.model.Address;
import dev.postern.model.Cidr;
import dev.postern.model.PortSet;
import dev.postern.model.Requirement;

/** One thing that keeps a rule from matching a connection. */
public sealed interface Difference {

    /** One sentence part, as in "rule wants app=checkout-api, the pod has app=checkout". */
    String text();

    /** How unlikely it is that this alone was meant otherwise; small is likely. */
    int weight();

    /**
     * A label of the other end's pod or namespace.
     *
     * @param of {@code pod}, or {@code namespace payments}
     * @param has the value it has; empty where it lacks the key
     */
    record OfLabel(String of, Requirement wanted, String has) implements Difference {
        @Override
        public String text() {
            String own =
                    has.isEmpty() ? "has no " + wanted.key() : "has " + wanted.key() + "=" + has;
            return "rule wants %s, the %s %s".formatted(wanted, of, own);
        }

        @Override
        public int weight() {
            return has.isEmpty() ? 3 : 2;
        }
    }

    /** The namespace of the other end's pod. */
    record OfNamespace(String wanted, String has) implements Difference {
        @Override
        public String text() {
            return "rule wants pods of namespace %s, the pod is in %s".formatted(wanted, has);
        }

        @Override
        public int weight() {
            return 3;
        }
    }

    /** The port or the protocol. */
    record OfPort(String wanted, PortSet asked) implements Difference {
        @Override
        public String text() {
            return "rule is for %s, asked was %s".formatted(wanted, asked);
        }

        @Override
        public int weight() {
            return 2;
        }
    }

    /** An address that no block of the rule holds. */
    record OutsideBlock(Cidr block, Address address) implements Difference {
        @Override
        public String text() {
            return "rule wants %s, the address is %s".formatted(block, address);
        }

        @Override
        public int weight() {
            return 5;
        }
    }

    /** An address that the block of a rule carves out. */
    record Excepted(Cidr block, Cidr except, Address address) implements Difference {
        @Override
        public String text() {
            return "rule allows %s except %s, and the address is %s"
                    .formatted(block, except, address);
        }

        @Override
        public int weight() {
            return 2;
        }
    }

    /** A rule for pods, and an end that is none. */
    record NotAPod(String end) implements Difference {
        @Override
        public String text() {
            return "rule wants pods, and %s is none that labels can match".formatted(end);
        }

        @Override
        public int weight() {
            return 4;
        }
    }

    /** A rule for addresses, and a pod whose address is not known. */
    record UnknownAddress(Cidr block) implements Difference {
        @Override
        public String text() {
            return "rule wants %s, and the pod's address is not known".formatted(block);
        }

        @Override
        public int weight() {
            return 5;
        }
    }

    /** A rule that names nobody. */
    record Nobody() implements Difference {
        @Override
        public String text() {
            return "rule names nobody";
        }

        @Override
        public int weight() {
            return 8;
        }
    }
}
