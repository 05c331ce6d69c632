package dev.postern.engine;

import dev.postern.engine.CompiledRule.PodPeer;
import dev.postern.model.Family;
import dev.postern.model.Truth;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** The classes of pods that one rule is about, as bitmaps over their numbers. */
final class PeerSet {
    private final boolean all;
    private final long[] yes;
    private final long @Nullable [] maybe;

    private PeerSet(boolean all, long[] yes, long @Nullable [] maybe) {
        this.all = all;
        this.yes = yes;
        this.maybe = maybe;
    }

    static PeerSet of(
            CompiledRule rule, PodClasses classes, Compiled state, @Nullable Family family) {
        if (rule.isForAnyone()) {
            return new PeerSet(true, new long[0], null);
        }
        Draft draft = new Draft(classes.size());
        for (PodPeer peer : rule.podPeers()) {
            if (peer.namespaces() == null) {
                draft.add(peer, Truth.TRUE, classes.inNamespace(peer.namespace()), classes);
            } else {
                for (NamespaceState namespace : state.namespaces()) {
                    Truth in = peer.namespaces().matches(namespace.shape());
                    if (in != Truth.FALSE) {
                        draft.add(peer, in, classes.inNamespace(namespace.number()), classes);
                    }
                }
            }
        }
        if (!rule.blocks().isEmpty()) {
            for (int i = 0; i < classes.size(); i++) {
                draft.set(i, rule.matchesBlocks(family, classes.representative(i)));
            }
        }
        return new PeerSet(false, draft.yes, draft.maybe);
    }

    private static final class Draft {
        private final long[] yes;
        private long @Nullable [] maybe;

        Draft(int size) {
            this.yes = new long[(size + 63) >>> 6];
        }

        void add(PodPeer peer, Truth in, int[] candidates, PodClasses classes) {
            for (int candidate : candidates) {
                set(
                        candidate,
                        in.and(peer.pods().matches(classes.representative(candidate).shape())));
            }
        }

        void set(int number, Truth truth) {
            switch (truth) {
                case TRUE -> yes[number >>> 6] |= 1L << number;
                case UNKNOWN -> {
                    long[] own = maybe;
                    if (own == null) {
                        own = new long[yes.length];
                        maybe = own;
                    }
                    own[number >>> 6] |= 1L << number;
                }
                case FALSE -> {}
            }
        }
    }

    Truth has(int number) {
        if (all || (yes[number >>> 6] >>> number & 1) != 0) {
            return Truth.TRUE;
        }
        return maybe != null && (maybe[number >>> 6] >>> number & 1) != 0
                ? Truth.UNKNOWN
                : Truth.FALSE;
    }

    /** Those of some classes for which the rule has this answer. */
    BitSet among(BitSet candidates, Truth answer) {
        BitSet found = new BitSet();
        if (all) {
            if (answer == Truth.TRUE) {
                found.or(candidates);
            }
            return found;
        }
        long[] bits = answer == Truth.TRUE ? yes : maybe;
        if (bits != null) {
            found = BitSet.valueOf(bits);
            if (answer == Truth.UNKNOWN) {
                found.andNot(BitSet.valueOf(yes));
            }
            found.and(candidates);
        }
        return found;
    }
}
