package dev.postern.engine;

import dev.postern.model.ObjectName;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The pods of a namespace by name. Immutable; a change copies the two arrays.
 *
 * <p>Invariant: {@code hashes} is sorted, and {@code pods} goes with it. Looking up a pod is on the
 * path of every decision, and a search through numbers that lie side by side touches one pod where
 * a search through names would touch one at every step.
 */
final class PodTable {
    private final int[] hashes;
    private final Party[] pods;

    private PodTable(int[] hashes, Party[] pods) {
        this.hashes = hashes;
        this.pods = pods;
    }

    static PodTable of(List<Party> parties) {
        Party[] pods = parties.toArray(new Party[0]);
        Arrays.sort(pods, Comparator.comparingInt(pod -> name(pod).hashCode()));
        int[] hashes = new int[pods.length];
        for (int i = 0; i < pods.length; i++) {
            hashes[i] = name(pods[i]).hashCode();
        }
        return new PodTable(hashes, pods);
    }

    private static ObjectName name(Party party) {
        return party.pod().orElseThrow().name();
    }

    @Nullable Party get(ObjectName name) {
        int at = find(name);
        return at < 0 ? null : pods[at];
    }

    /** In no particular order. */
    List<Party> all() {
        return Arrays.asList(pods);
    }

    /** The shapes that occur, sorted. */
    int[] shapes() {
        int[] shapes = new int[pods.length];
        int n = 0;
        for (Party pod : pods) {
            if (pod.shape() >= 0) {
                shapes[n++] = pod.shape();
            }
        }
        return Arrays.stream(shapes, 0, n).sorted().distinct().toArray();
    }

    PodTable with(Party pod) {
        ObjectName name = name(pod);
        int at = find(name);
        if (at >= 0) {
            Party[] changed = pods.clone();
            changed[at] = pod;
            return new PodTable(hashes, changed);
        }
        int place = -at - 1;
        int[] moreHashes = Arrays.copyOf(hashes, hashes.length + 1);
        Party[] more = Arrays.copyOf(pods, pods.length + 1);
        System.arraycopy(hashes, place, moreHashes, place + 1, hashes.length - place);
        System.arraycopy(pods, place, more, place + 1, pods.length - place);
        moreHashes[place] = name.hashCode();
        more[place] = pod;
        return new PodTable(moreHashes, more);
    }

    PodTable without(ObjectName name) {
        int at = find(name);
        if (at < 0) {
            return this;
        }
        int[] fewerHashes = Arrays.copyOf(hashes, hashes.length - 1);
        Party[] fewer = Arrays.copyOf(pods, pods.length - 1);
        System.arraycopy(hashes, at + 1, fewerHashes, at, fewer.length - at);
        System.arraycopy(pods, at + 1, fewer, at, fewer.length - at);
        return new PodTable(fewerHashes, fewer);
    }

    /** The place of a pod, or where it would go: {@code -place - 1}. */
    private int find(ObjectName name) {
        int hash = name.hashCode();
        int at = Arrays.binarySearch(hashes, hash);
        if (at < 0) {
            return at;
        }
        while (at > 0 && hashes[at - 1] == hash) {
            at--;
        }
        int first = at;
        for (; at < hashes.length && hashes[at] == hash; at++) {
            if (name(pods[at]).equals(name)) {
                return at;
            }
        }
        return -first - 1;
    }
}
