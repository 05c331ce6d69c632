package dev.postern.engine;

import dev.postern.model.Address;
import dev.postern.model.Node;
import dev.postern.model.ObjectName;
import dev.postern.model.Pod;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which object has an address: a hash table whose buckets are never changed in place, so that a
 * changed table shares all but one bucket with the old one.
 */
final class AddressIndex {
    static final String NODE = "Node";

    private static final Entry[] EMPTY = new Entry[0];

    private final Entry[][] buckets;
    private final int size;

    /** An address may be claimed by several objects; the least name counts, whatever came first. */
    private record Entry(Address address, ObjectName owner) {}

    private AddressIndex(Entry[][] buckets, int size) {
        this.buckets = buckets;
        this.size = size;
    }

    static AddressIndex of(Iterable<Pod> pods, Iterable<Node> nodes) {
        List<Entry> entries = new ArrayList<>();
        for (Pod pod : pods) {
            if (isFoundByAddress(pod)) {
                for (Address address : pod.addresses()) {
                    entries.add(new Entry(address, pod.name()));
                }
            }
        }
        for (Node node : nodes) {
            for (Address address : node.addresses()) {
                entries.add(new Entry(address, nameOf(node)));
            }
        }
        Entry[][] buckets = table(entries.size());
        for (Entry entry : entries) {
            put(buckets, entry);
        }
        return new AddressIndex(buckets, entries.size());
    }

    /** A finished pod has given its address back. */
    private static boolean isFoundByAddress(Pod pod) {
        return pod.phase() == Pod.Phase.ALIVE;
    }

    private static ObjectName nameOf(Node node) {
        return new ObjectName(NODE, "", node.name());
    }

    private static Entry[][] table(int expected) {
        Entry[][] buckets = new Entry[Integer.highestOneBit(Math.max(16, expected / 4)) << 1][];
        Arrays.fill(buckets, EMPTY);
        return buckets;
    }

    Optional<ObjectName> owner(Address address) {
        @Nullable ObjectName least = null;
        for (Entry entry : buckets[bucket(buckets, address)]) {
            if (entry.address.equals(address)
                    && (least == null || entry.owner.compareTo(least) < 0)) {
                least = entry.owner;
            }
        }
        return Optional.ofNullable(least);
    }

    AddressIndex with(Pod pod) {
        return isFoundByAddress(pod) ? with(pod.addresses(), pod.name()) : this;
    }

    AddressIndex with(Node node) {
        return with(node.addresses(), nameOf(node));
    }

    AddressIndex without(Pod pod) {
        return isFoundByAddress(pod) ? without(pod.addresses(), pod.name()) : this;
    }

    AddressIndex without(Node node) {
        return without(node.addresses(), nameOf(node));
    }

    private AddressIndex with(List<Address> addresses, ObjectName owner) {
        AddressIndex index = this;
        for (Address address : addresses) {
            index = index.with(address, owner);
        }
        return index;
    }

    private AddressIndex without(List<Address> addresses, ObjectName owner) {
        AddressIndex index = this;
        for (Address address : addresses) {
            index = index.without(address, owner);
        }
        return index;
    }

    private AddressIndex with(Address address, ObjectName owner) {
        Entry[][] copy = size < 16 * buckets.length ? buckets.clone() : rehashed();
        put(copy, new Entry(address, owner));
        return new AddressIndex(copy, size + 1);
    }

    private Entry[][] rehashed() {
        Entry[][] larger = table(size * 4);
        for (Entry[] bucket : buckets) {
            for (Entry entry : bucket) {
                put(larger, entry);
            }
        }
        return larger;
    }

    private AddressIndex without(Address address, ObjectName owner) {
        int at = bucket(buckets, address);
        Entry gone = new Entry(address, owner);
        Entry[] old = buckets[at];
        for (int i = 0; i < old.length; i++) {
            if (old[i].equals(gone)) {
                Entry[] kept = new Entry[old.length - 1];
                System.arraycopy(old, 0, kept, 0, i);
                System.arraycopy(old, i + 1, kept, i, kept.length - i);
                Entry[][] copy = buckets.clone();
                copy[at] = kept;
                return new AddressIndex(copy, size - 1);
            }
        }
        return this;
    }

    private static void put(Entry[][] buckets, Entry entry) {
        int at = bucket(buckets, entry.address);
        Entry[] grown = Arrays.copyOf(buckets[at], buckets[at].length + 1);
        grown[buckets[at].length] = entry;
        buckets[at] = grown;
    }

    private static int bucket(Entry[][] buckets, Address address) {
        int hash = Long.hashCode(address.high() * 0x9E3779B97F4A7C15L + address.low());
        hash *= 0x9E3779B9;
        return (hash ^ hash >>> 15) & buckets.length - 1;
    }
}
