package dev.postern.reader.kubernetes;

import dev.postern.model.Cidr;
import dev.postern.model.NamespaceScope;
import dev.postern.model.Origin;
import dev.postern.model.Peer;
import dev.postern.model.Peers;
import dev.postern.model.Selector;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code from} and {@code to}: items are alternatives, the selectors of one item hold together. */
final class PolicyPeers {
    private static final Peers ANYONE = new Peers.Anyone();
    private static final String[] FIELDS = {"podSelector", "namespaceSelector", "ipBlock"};
    private static final String ONE_OF =
            "Write podSelector, namespaceSelector or ipBlock; to allow everyone, drop the list.";

    private PolicyPeers() {}

    static Peers read(Draft draft, Node node, Path path, String namespace) {
        List<Node> items = draft.sequence(node, path).items();
        if (items.isEmpty()) {
            return ANYONE;
        }
        List<Peer> peers = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            peer(draft, items.get(i), path.at(i), namespace).ifPresent(peers::add);
        }
        return new Peers.AnyOf(peers);
    }

    private static Optional<Peer> peer(Draft draft, Node node, Path path, String namespace) {
        Optional<Selector> pods = Optional.empty();
        Optional<Selector> namespaces = Optional.empty();
        Optional<Peer> block = Optional.empty();
        boolean hasBlock = false;
        boolean hasUnknown = false;
        Mapping mapping = draft.mapping(node, path);
        for (Mapping.Entry entry : mapping.entries()) {
            Node value = entry.value();
            boolean given = !Draft.isNull(value);
            switch (entry.key()) {
                case "podSelector" -> {
                    if (given) {
                        pods =
                                Optional.of(
                                        SelectorReader.read(draft, value, path.at("podSelector")));
                    }
                }
                case "namespaceSelector" -> {
                    if (given) {
                        namespaces =
                                Optional.of(
                                        SelectorReader.read(
                                                draft, value, path.at("namespaceSelector")));
                    }
                }
                case "ipBlock" -> {
                    if (given) {
                        hasBlock = true;
                        block = block(draft, value, path.at("ipBlock"), draft.origin(node, path));
                    }
                }
                default -> {
                    hasUnknown = true;
                    draft.unknown(entry, path, FIELDS);
                }
            }
        }
        boolean selects = pods.isPresent() || namespaces.isPresent();
        if (hasBlock && selects) {
            draft.report(
                    Problem.MIXED_PEER,
                    node,
                    path,
                    "has both ipBlock and a selector",
                    "Make two items of it: one with ipBlock, one with the selectors.");
            return Optional.empty();
        }
        if (hasBlock) {
            return block;
        }
        if (!selects) {
            if (!hasUnknown && (node instanceof Mapping || Draft.isNull(node))) {
                draft.report(Problem.EMPTY_PEER, node, path, "names no peer", ONE_OF);
            }
            return Optional.empty();
        }
        NamespaceScope scope =
                namespaces.isPresent()
                        ? new NamespaceScope.Matching(namespaces.get())
                        : new NamespaceScope.Only(namespace);
        return Optional.of(
                new Peer.Pods(scope, pods.orElse(Selector.EVERYTHING), draft.origin(node, path)));
    }

    private static Optional<Peer> block(Draft draft, Node node, Path path, Origin origin) {
        Optional<Cidr> cidr = Optional.empty();
        boolean hasCidr = false;
        List<Cidr> except = new ArrayList<>(0);
        List<Node> exceptNodes = new ArrayList<>(0);
        List<Path> exceptPaths = new ArrayList<>(0);
        for (Mapping.Entry entry : draft.mapping(node, path).entries()) {
            Path at = path.at(entry.key());
            switch (entry.key()) {
                case "cidr" -> {
                    hasCidr = true;
                    cidr = AddressReader.cidr(draft, entry.value(), at);
                }
                case "except" -> {
                    List<Node> items = draft.sequence(entry.value(), at).items();
                    for (int i = 0; i < items.size(); i++) {
                        Optional<Cidr> hole = AddressReader.cidr(draft, items.get(i), at.at(i));
                        if (hole.isPresent()) {
                            except.add(hole.get());
                            exceptNodes.add(items.get(i));
                            exceptPaths.add(at.at(i));
                        }
                    }
                }
                default -> draft.unknown(entry, path, "cidr", "except");
            }
        }
        if (!hasCidr && node instanceof Mapping) {
            draft.missing(node, path.at("cidr"), "Write cidr: and a block such as 192.0.2.0/24.");
        }
        if (cidr.isEmpty()) {
            return Optional.empty();
        }
        boolean inside = true;
        for (int i = 0; i < except.size(); i++) {
            inside &=
                    isInside(
                            draft,
                            cidr.get(),
                            except.get(i),
                            exceptNodes.get(i),
                            exceptPaths.get(i));
        }
        return inside ? Optional.of(new Peer.Block(cidr.get(), except, origin)) : Optional.empty();
    }

    private static boolean isInside(Draft draft, Cidr cidr, Cidr except, Node node, Path path) {
        if (cidr.contains(except) && except.length() > cidr.length()) {
            return true;
        }
        String why;
        if (except.family() != cidr.family()) {
            why = " is of another address family than ";
        } else if (except.equals(cidr)) {
            why = " is the whole of ";
        } else {
            why = " does not lie inside ";
        }
        draft.report(
                Problem.EXCEPT_OUTSIDE,
                node,
                path,
                "is " + except + ", which" + why + cidr,
                "Write a smaller block inside " + cidr + ", or drop it.");
        return false;
    }
}
