package dev.postern.model;

import java.util.Comparator;

/** The name of an object; {@code namespace} is empty for a cluster-scoped one. */
public record ObjectName(String kind, String namespace, String name)
        implements Comparable<ObjectName> {
    private static final Comparator<ObjectName> ORDER =
            Comparator.comparing(ObjectName::namespace)
                    .thenComparing(ObjectName::name)
                    .thenComparing(ObjectName::kind);

    @Override
    public int compareTo(ObjectName other) {
        return ORDER.compare(this, other);
    }

    /** {@code namespace/name}, or the bare name of a cluster-scoped object. */
    public String path() {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    /** {@code NetworkPolicy payments/allow-dns}. */
    @Override
    public String toString() {
        return kind + " " + path();
    }
}
