package dev.postern.engine.differential;

import static dev.postern.engine.differential.Tree.list;
import static dev.postern.engine.differential.Tree.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes small clusters in which everything collides: few label keys and values, pods with and
 * without addresses, ports of one name and many numbers, nodes inside the policies' blocks.
 */
final class ClusterMaker {
    static final List<String> KEYS = List.of("app", "tier", "env");
    static final List<String> VALUES = List.of("a", "b", "c");
    static final List<String> PORT_NAMES = List.of("web", "dns");
    private static final List<Integer> NUMBERS = List.of(53, 80, 443, 8080, 8081, 9090);

    private final Dice dice;
    private final List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    private final boolean v4;
    private final boolean v6;
    private final boolean nodesHaveRanges;
    private final int nodes;
    private int addressesGiven;

    ClusterMaker(Dice dice) {
        this.dice = dice;
        int families = dice.below(100);
        this.v4 = families < 85;
        this.v6 = families >= 50;
        this.nodesHaveRanges = dice.chance(60);
        this.nodes = dice.between(1, 3);
    }

    List<Map<String, @Nullable Object>> make() {
        List<String> namespaces = namespaces();
        for (int i = 1; i <= nodes; i++) {
            node(i);
        }
        int pods = dice.between(4, 10);
        for (int i = 0; i < pods; i++) {
            workload("w" + i, dice.pick(namespaces));
        }
        PolicyMaker policies = new PolicyMaker(dice, namespaces, blocks(), halves());
        objects.addAll(policies.make());
        return objects;
    }

    private List<String> namespaces() {
        List<String> names = new ArrayList<>(List.of("default", "shop", "lab", "ops"));
        while (names.size() > dice.between(2, 4)) {
            names.remove(dice.below(names.size()));
        }
        for (String name : names) {
            if (dice.chance(50)) {
                continue; // nobody declares it
            }
            Map<String, @Nullable Object> metadata = map("name", name);
            if (dice.chance(75)) {
                Map<String, @Nullable Object> labels = map();
                if (dice.chance(70)) {
                    labels.put("team", dice.pick("red", "blue"));
                }
                if (dice.chance(50)) {
                    labels.put("env", dice.pick(VALUES));
                }
                if (dice.chance(20)) {
                    labels.put("kubernetes.io/metadata.name", name);
                }
                metadata.put("labels", labels);
            }
            objects.add(map("apiVersion", "v1", "kind", "Namespace", "metadata", metadata));
        }
        return names;
    }

    private void node(int number) {
        Map<String, @Nullable Object> spec = map();
        if (nodesHaveRanges) {
            List<@Nullable Object> ranges = list();
            if (v4) {
                ranges.add("10.1." + number + ".0/24");
            }
            if (v6) {
                ranges.add("fd00:1:0:" + number + "::/64");
            }
            if (ranges.size() == 1 && dice.chance(40)) {
                spec.put("podCIDR", ranges.getFirst());
            } else {
                spec.put("podCIDRs", ranges);
            }
        }
        List<@Nullable Object> addresses = list();
        if (dice.chance(80)) {
            for (String address : nodeAddresses(number)) {
                addresses.add(map("type", "InternalIP", "address", address));
            }
        }
        if (dice.chance(30)) {
            addresses.add(map("type", "Hostname", "address", "n" + number));
        }
        objects.add(
                map(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Node",
                        "metadata",
                        map("name", "n" + number, "labels", map("app", "a")),
                        "spec",
                        spec,
                        "status",
                        map("addresses", addresses)));
    }

    private List<String> nodeAddresses(int number) {
        List<String> addresses = new ArrayList<>();
        if (v4) {
            addresses.add("192.0.2." + (10 + number));
        }
        if (v6) {
            addresses.add("2001:db8::" + (10 + number));
        }
        return addresses;
    }

    private void workload(String name, String namespace) {
        Map<String, @Nullable Object> metadata = map("name", name);
        if (!namespace.equals("default") || dice.chance(50)) {
            metadata.put("namespace", namespace);
        }
        Map<String, @Nullable Object> labels = map();
        for (String key : KEYS) {
            if (dice.chance(55)) {
                labels.put(key, dice.pick(VALUES));
            }
        }
        boolean hostNetwork = dice.chance(14);
        Map<String, @Nullable Object> spec = map();
        if (hostNetwork) {
            spec.put("hostNetwork", true);
        }
        spec.put("containers", list(container("c"), container("d")));
        if (dice.chance(65)) {
            pod(metadata, labels, spec, hostNetwork);
        } else {
            template(metadata, labels, spec);
        }
    }

    private Map<String, @Nullable Object> container(String name) {
        Map<String, @Nullable Object> container = map("name", name, "image", "example.com/" + name);
        List<@Nullable Object> ports = list();
        for (int i = dice.below(3); i > 0; i--) {
            Map<String, @Nullable Object> port = map("containerPort", dice.pick(NUMBERS));
            // Two ports of one name in a pod are refused by the API.
            port.put("name", dice.pick(PORT_NAMES) + (name.equals("d") ? "-d" : ""));
            if (dice.chance(50)) {
                port.put("protocol", dice.pick("TCP", "UDP", "SCTP"));
            }
            boolean taken =
                    ports.stream().anyMatch(p -> port.get("name").equals(Tree.at(p, "name")));
            if (!taken) {
                ports.add(port);
            }
        }
        if (!ports.isEmpty()) {
            container.put("ports", ports);
        }
        return container;
    }

    private void template(
            Map<String, @Nullable Object> metadata,
            Map<String, @Nullable Object> labels,
            Map<String, @Nullable Object> podSpec) {
        labels.putIfAbsent("app", "a"); // a controller needs something to select by
        Map<String, @Nullable Object> spec =
                map(
                        "selector",
                        map("matchLabels", map("app", labels.get("app"))),
                        "template",
                        map("metadata", map("labels", labels), "spec", podSpec));
        if (dice.chance(70)) {
            spec.put("replicas", dice.between(0, 3));
        }
        objects.add(
                map(
                        "apiVersion",
                        "apps/v1",
                        "kind",
                        dice.pick("Deployment", "Deployment", "StatefulSet"),
                        "metadata",
                        metadata,
                        "spec",
                        spec));
    }

    private void pod(
            Map<String, @Nullable Object> metadata,
            Map<String, @Nullable Object> labels,
            Map<String, @Nullable Object> spec,
            boolean hostNetwork) {
        metadata.put("labels", labels);
        int node = dice.between(1, nodes);
        if (dice.chance(75)) {
            spec.put("nodeName", "n" + node);
        }
        Map<String, @Nullable Object> status = map();
        if (dice.chance(70)) {
            status.put("phase", dice.pick("Running", "Running", "Running", "Pending"));
        }
        List<String> addresses = hostNetwork ? nodeAddresses(node) : podAddresses(node);
        if (dice.chance(9) && !hostNetwork) {
            status.put("phase", dice.pick("Succeeded", "Failed"));
            if (dice.chance(60)) {
                addressesGiven--; // the next pod gets the address again
            }
        }
        if (dice.chance(70)) {
            status.put("podIP", addresses.getFirst());
            if (addresses.size() > 1 || dice.chance(30)) {
                List<@Nullable Object> all = list();
                addresses.forEach(address -> all.add(map("ip", address)));
                status.put("podIPs", all);
            }
        }
        objects.add(
                map(
                        "apiVersion",
                        "v1",
                        "kind",
                        "Pod",
                        "metadata",
                        metadata,
                        "spec",
                        spec,
                        "status",
                        status));
    }

    private List<String> podAddresses(int node) {
        int host = 4 + addressesGiven++;
        List<String> addresses = new ArrayList<>();
        boolean both = v4 && v6 && dice.chance(75);
        boolean first = both || !v6 || (v4 && dice.chance(50));
        if (first) {
            addresses.add((nodesHaveRanges ? "10.1." + node : "10.244.0") + "." + host);
        }
        if (both || !first) {
            String prefix = nodesHaveRanges ? "fd00:1:0:" + node : "fd00:10:244:0";
            addresses.add(prefix + "::" + Integer.toHexString(host));
        }
        return addresses;
    }

    /** The pod range and the whole address space in two parts each. */
    private List<List<String>> halves() {
        List<List<String>> halves = new ArrayList<>();
        if (v4) {
            halves.add(
                    nodesHaveRanges
                            ? List.of("10.1.0.0/23", "10.1.2.0/23")
                            : List.of("10.244.0.0/17", "10.244.128.0/17"));
            halves.add(List.of("0.0.0.0/1", "128.0.0.0/1"));
        }
        if (v6) {
            halves.add(
                    nodesHaveRanges
                            ? List.of("fd00:1::/63", "fd00:1:0:2::/63")
                            : List.of("fd00:10:244::/57", "fd00:10:244:80::/57"));
            halves.add(List.of("::/1", "8000::/1"));
        }
        return halves;
    }

    /** Blocks worth writing into policies: around, inside and beside the ranges above. */
    private List<String> blocks() {
        List<String> blocks = new ArrayList<>();
        if (v4 || dice.chance(20)) {
            blocks.addAll(
                    List.of(
                            "0.0.0.0/0",
                            "0.0.0.0/0",
                            "10.0.0.0/8",
                            "10.0.0.0/15",
                            "192.0.2.0/24",
                            "192.0.2.8/30",
                            "192.0.2.12/32",
                            "198.51.100.0/24",
                            "198.51.100.64/26",
                            "0.0.0.0/1",
                            "128.0.0.0/1"));
            String range = nodesHaveRanges ? "10.1.1." : "10.244.0.";
            blocks.addAll(
                    nodesHaveRanges
                            ? List.of("10.1.0.0/16", "10.1.0.0/23", "10.1.1.0/24", "10.1.2.0/23")
                            : List.of("10.244.0.0/16", "10.244.0.0/17", "10.244.128.0/17"));
            blocks.addAll(List.of(range + "0/29", range + "4/30", range + "5/32", range + "8/29"));
        }
        if (v6 || dice.chance(20)) {
            blocks.addAll(
                    List.of(
                            "::/0",
                            "::/0",
                            "fd00::/8",
                            "2001:db8::/32",
                            "2001:db8::8/125",
                            "2001:db8:f::/48",
                            "::/1",
                            "8000::/1"));
            String range = nodesHaveRanges ? "fd00:1:0:1::" : "fd00:10:244:0::";
            blocks.addAll(
                    nodesHaveRanges
                            ? List.of("fd00:1::/48", "fd00:1:0:1::/64", "fd00:1:0:2::/63")
                            : List.of(
                                    "fd00:10:244::/56", "fd00:10:244::/57", "fd00:10:244:80::/57"));
            blocks.addAll(List.of(range + "/125", range + "4/126", range + "5/128"));
        }
        return blocks;
    }
}
