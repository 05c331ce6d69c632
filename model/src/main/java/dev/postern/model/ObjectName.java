package dev.postern.model;

/** The name of an object; {@code namespace} is empty for a cluster-scoped one. */
public record ObjectName(String kind, String namespace, String name)
        implements Comparable<ObjectName> {
    @Override
    public int compareTo(ObjectName other) {
        int order = namespace.compareTo(other.namespace);
        if (order == 0) {
            order = name.compareTo(other.name);
        }
        return order != 0 ? order : kind.compareTo(other.kind);
    }

    // Written out for the sake of start-up, as in Address.
    @Override
    public boolean equals(Object other) {
        return other instanceof ObjectName object
                && name.equals(object.name)
                && namespace.equals(object.namespace)
                && kind.equals(object.kind);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * namespace.hashCode() + name.hashCode()) + kind.hashCode();
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
