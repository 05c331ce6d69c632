package dev.postern.reader.kubernetes;

import dev.postern.model.Address;
import dev.postern.model.Cidr;
import dev.postern.model.Node;
import dev.postern.reader.syntax.Mapping;
import java.util.ArrayList;
import java.util.List;

/** A Node: its addresses, and the addresses of the pods on it. */
final class NodeReader {
    private static final String[] SPEC_FIELDS = {"podCIDR", "podCIDRs"};

    private NodeReader() {}

    static void read(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft);
        Path path = Path.ROOT.at("spec");
        List<Cidr> ranges = new ArrayList<>(2);
        Mapping spec = draft.mapping(root.spec(), path);
        for (Mapping.Entry entry : spec.entries()) {
            Path at = path.at(entry.key());
            switch (entry.key()) {
                case "podCIDR" -> range(draft, entry.value(), at, ranges);
                case "podCIDRs" -> {
                    List<dev.postern.reader.syntax.Node> items =
                            draft.sequence(entry.value(), at).items();
                    for (int i = 0; i < items.size(); i++) {
                        range(draft, items.get(i), at.at(i), ranges);
                    }
                }
                default -> draft.slip(spec, entry, path, SPEC_FIELDS);
            }
        }
        List<Address> addresses = addresses(draft, root.status());
        if (draft.isBroken()) {
            return;
        }
        for (Cidr range : ranges) {
            PodReader.see(range.family(), into);
        }
        for (Address address : addresses) {
            PodReader.see(address.family(), into);
        }
        into.nodes.add(
                new Node(
                        metadata.name().name(),
                        metadata.labels(),
                        addresses,
                        ranges,
                        root.origin(draft)));
    }

    private static void range(
            Draft draft, dev.postern.reader.syntax.Node node, Path path, List<Cidr> into) {
        if (Draft.isNull(node)) {
            return;
        }
        AddressReader.cidr(draft, node, path)
                .ifPresent(cidr -> {
                    if (!into.contains(cidr)) {
                        into.add(cidr);
                    }
                });
    }

    private static List<Address> addresses(Draft draft, dev.postern.reader.syntax.Node status) {
        List<Address> addresses = new ArrayList<>(2);
        Path path = Path.ROOT.at("status");
        for (Mapping.Entry entry : draft.mapping(status, path).entries()) {
            if (!entry.key().equals("addresses")) {
                continue;
            }
            Path list = path.at("addresses");
            List<dev.postern.reader.syntax.Node> items =
                    draft.sequence(entry.value(), list).items();
            for (int i = 0; i < items.size(); i++) {
                Path at = list.at(i);
                Mapping item = draft.mapping(items.get(i), at);
                boolean isAddress = false;
                for (Mapping.Entry field : item.entries()) {
                    if (field.key().equals("type")) {
                        String type = draft.text(field.value(), at.at("type"));
                        isAddress = type.equals("InternalIP") || type.equals("ExternalIP");
                    }
                }
                for (Mapping.Entry field : item.entries()) {
                    if (isAddress && field.key().equals("address")) {
                        AddressReader.address(draft, field.value(), at.at("address"))
                                .ifPresent(addresses::add);
                    }
                }
            }
        }
        return addresses;
    }
}
