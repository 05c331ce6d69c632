package dev.postern.engine.question;

import dev.postern.model.Address;
import dev.postern.model.Cidr;
import java.util.Locale;

/** The name of one end of a question, as a person writes it. */
sealed interface Name {

    /**
     * {@code payments/api}: a workload, or else a pod.
     *
     * @param kind as in {@code deployment/payments/api}; empty for any
     */
    record Workload(String kind, String namespace, String name) implements Name {}

    /** {@code pod/payments/api-7d9c}. */
    record OnePod(String namespace, String name) implements Name {}

    /** {@code svc/payments/postgres}, or its DNS name. */
    record OfService(String namespace, String name) implements Name {}

    /** {@code node/n1}. */
    record OnNode(String node) implements Name {}

    /** {@code 203.0.113.7}. */
    record OneAddress(Address address) implements Name {}

    /** {@code 198.51.100.0/24}. */
    record Block(Cidr block) implements Name {}

    /** Every public address outside the cluster. */
    record Internet() implements Name {}

    static Name parse(String text, String defaultNamespace) throws Misunderstood {
        if (text.isEmpty()) {
            throw new Misunderstood("An end of the question is empty.");
        }
        if (text.equals("internet")) {
            return new Internet();
        }
        var address = Address.parse(text);
        if (address.isPresent()) {
            return new OneAddress(address.get());
        }
        var block = Cidr.parse(text);
        if (block.isPresent()) {
            return new Block(block.get());
        }
        String[] parts = text.split("/", -1);
        for (String part : parts) {
            if (part.isEmpty()) {
                throw malformed(text);
            }
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "pod", "pods", "po" ->
                    switch (parts.length) {
                        case 2 -> new OnePod(defaultNamespace, parts[1]);
                        case 3 -> new OnePod(parts[1], parts[2]);
                        default -> throw malformed(text);
                    };
            case "svc", "service", "services" ->
                    switch (parts.length) {
                        case 2 -> new OfService(defaultNamespace, parts[1]);
                        case 3 -> new OfService(parts[1], parts[2]);
                        default -> throw malformed(text);
                    };
            case "node", "nodes", "no" -> {
                if (parts.length != 2) {
                    throw malformed(text);
                }
                yield new OnNode(parts[1]);
            }
            default ->
                    switch (parts.length) {
                        case 1 -> dnsName(text, defaultNamespace);
                        case 2 -> new Workload("", parts[0], parts[1]);
                        case 3 -> new Workload(parts[0], parts[1], parts[2]);
                        default -> throw malformed(text);
                    };
        };
    }

    /** {@code postgres.payments.svc.cluster.local} and its shorter forms, else a workload. */
    private static Name dnsName(String text, String defaultNamespace) throws Misunderstood {
        String[] labels = text.split("\\.", -1);
        if (labels.length >= 3 && labels[2].equals("svc")) {
            return new OfService(labels[1], labels[0]);
        }
        if (labels.length > 1) {
            throw new Misunderstood(
                    "'%s' is a DNS name outside the cluster, and NetworkPolicy knows addresses only; ask for an address it resolves to."
                            .formatted(text));
        }
        return new Workload("", defaultNamespace, text);
    }

    private static Misunderstood malformed(String text) {
        return new Misunderstood(
                "'%s' names no end; write NAMESPACE/WORKLOAD, pod/NAMESPACE/NAME, svc/NAMESPACE/NAME, node/NAME, an address, a CIDR or 'internet'."
                        .formatted(text));
    }
}
