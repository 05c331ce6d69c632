package dev.postern.model;

import java.util.List;

/** One item of a rule's list of other ends. */
public sealed interface Peer {

    Origin origin();

    /** Pods by labels. */
    record Pods(NamespaceScope namespaces, Selector pods, Origin origin) implements Peer {}

    /** Addresses; every {@code except} lies inside {@code cidr} and carves only this block. */
    record Block(Cidr cidr, List<Cidr> except, Origin origin) implements Peer {
        public Block {
            except = List.copyOf(except);
        }

        public AddressSet addresses() {
            return AddressSet.of(cidr).minus(AddressSet.of(except));
        }
    }
}
