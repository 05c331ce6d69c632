package dev.postern.reader.kubernetes;

import dev.postern.model.Address;
import dev.postern.model.Family;
import dev.postern.model.Pod;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/** A Pod that was seen, or that a person writes by hand. */
final class PodReader {
    private static final String[] STATUS_FIELDS = {"phase", "podIP", "podIPs"};

    private PodReader() {}

    static void read(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft);
        PodSpec spec = PodSpec.read(draft, root.spec(), Path.ROOT.at("spec"));
        Path path = Path.ROOT.at("status");
        Mapping status = draft.mapping(root.status(), path);
        Pod.Phase phase = Pod.Phase.ALIVE;
        List<Address> addresses = new ArrayList<>(1);
        for (Mapping.Entry entry : status.entries()) {
            Node value = entry.value();
            switch (entry.key()) {
                case "phase" -> {
                    String word = draft.text(value, path.at("phase"));
                    if (word.equals("Succeeded") || word.equals("Failed")) {
                        phase = Pod.Phase.FINISHED;
                    }
                }
                case "podIP" -> add(draft, value, path.at("podIP"), addresses);
                case "podIPs" -> {
                    List<Node> items = draft.sequence(value, path.at("podIPs")).items();
                    for (int i = 0; i < items.size(); i++) {
                        Path at = path.at("podIPs").at(i);
                        for (Mapping.Entry ip : draft.mapping(items.get(i), at).entries()) {
                            if (ip.key().equals("ip")) {
                                add(draft, ip.value(), at.at("ip"), addresses);
                            }
                        }
                    }
                }
                default -> draft.slip(status, entry, path, STATUS_FIELDS);
            }
        }
        if (draft.isBroken()) {
            return;
        }
        for (Address address : addresses) {
            see(address.family(), into);
        }
        into.pods.add(
                new Pod(
                        metadata.name(),
                        metadata.owner() == null ? metadata.name() : metadata.owner(),
                        1,
                        metadata.labels(),
                        addresses,
                        spec.node(),
                        spec.hostNetwork(),
                        phase,
                        spec.serviceAccount(),
                        spec.ports(),
                        spec.portsComplete(),
                        root.origin(draft)));
    }

    static void see(Family family, Harvest into) {
        if (family == Family.IPV4) {
            into.seesV4 = true;
        } else {
            into.seesV6 = true;
        }
    }

    private static void add(Draft draft, Node node, Path path, List<Address> into) {
        AddressReader.address(draft, node, path)
                .ifPresent(address -> {
                    if (!into.contains(address)) {
                        into.add(address);
                    }
                });
    }
}
