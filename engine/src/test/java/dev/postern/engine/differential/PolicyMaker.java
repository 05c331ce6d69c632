package dev.postern.engine.differential;

import static dev.postern.engine.differential.Tree.list;
import static dev.postern.engine.differential.Tree.map;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes NetworkPolicies of every odd shape that the API accepts. */
final class PolicyMaker {
    private static final List<Integer> PORTS = List.of(1, 53, 80, 443, 8080, 8081, 65_535);

    private final Dice dice;
    private final List<String> namespaces;
    private final List<String> blocks;
    private final List<List<String>> halves;

    /** Few and small policies, so that each part of them decides on its own. */
    private final boolean few;

    PolicyMaker(
            Dice dice, List<String> namespaces, List<String> blocks, List<List<String>> halves) {
        this.dice = dice;
        this.namespaces = namespaces;
        this.blocks = blocks;
        this.halves = halves;
        this.few = dice.chance(60);
    }

    List<Map<String, @Nullable Object>> make() {
        List<Map<String, @Nullable Object>> policies = new ArrayList<>();
        int count = dice.chance(4) ? 0 : few ? dice.between(1, 3) : dice.between(3, 8);
        for (int i = 0; i < count; i++) {
            policies.add(policy("np" + i));
        }
        return policies;
    }

    private Map<String, @Nullable Object> policy(String name) {
        String namespace = dice.pick(namespaces);
        Map<String, @Nullable Object> metadata = map("name", name);
        if (!namespace.equals("default") || dice.chance(50)) {
            metadata.put("namespace", namespace);
        }
        Map<String, @Nullable Object> spec = map();
        spec.put("podSelector", dice.chance(few ? 65 : 40) ? emptySelector() : podSelector());
        switch (dice.below(7)) {
            case 0 -> spec.put("policyTypes", list("Ingress"));
            case 1 -> spec.put("policyTypes", list("Egress"));
            case 2 -> spec.put("policyTypes", list("Ingress", "Egress"));
            case 3 -> spec.put("policyTypes", list("Egress", "Ingress"));
            case 4 -> spec.put("policyTypes", list());
            default -> {} // to be inferred
        }
        rules(spec, "ingress", "from");
        rules(spec, "egress", "to");
        return map(
                "apiVersion",
                "networking.k8s.io/v1",
                "kind",
                "NetworkPolicy",
                "metadata",
                metadata,
                "spec",
                spec);
    }

    private void rules(Map<String, @Nullable Object> spec, String key, String peersKey) {
        int shape = dice.below(100);
        if (shape < 28) {
            return;
        }
        if (shape < 31) {
            spec.put(key, null);
            return;
        }
        List<@Nullable Object> rules = list();
        int count = shape < 39 ? 0 : few ? 1 : dice.between(1, 3);
        for (int i = 0; i < count; i++) {
            rules.add(rule(peersKey));
        }
        spec.put(key, rules);
    }

    private Map<String, @Nullable Object> rule(String peersKey) {
        Map<String, @Nullable Object> rule = map();
        if (dice.chance(4)) {
            return rule;
        }
        switch (dice.below(few ? 20 : 10)) {
            case 0 -> {}
            case 1 -> rule.put(peersKey, null);
            case 2 -> rule.put(peersKey, list());
            default -> {
                List<@Nullable Object> peers = list();
                for (int i = dice.pick(1, 1, 2, 3); i > 0; i--) {
                    peers.add(peer());
                }
                if (dice.chance(27)) {
                    peers = coveringBlocks();
                } else if (dice.chance(20)) {
                    overlappingBlocks(peers);
                }
                rule.put(peersKey, peers);
            }
        }
        switch (dice.below(few ? 14 : 9)) {
            case 0, 1 -> {}
            case 2 -> rule.put("ports", null);
            case 3 -> rule.put("ports", list());
            default -> {
                List<@Nullable Object> ports = list();
                for (int i = dice.pick(1, 2, 3); i > 0; i--) {
                    ports.add(port());
                }
                rule.put("ports", ports);
            }
        }
        return rule;
    }

    private Map<String, @Nullable Object> peer() {
        int shape = dice.below(100);
        if (shape < 38) {
            return map("ipBlock", block());
        }
        if (shape < 54) {
            Map<String, @Nullable Object> peer =
                    map("podSelector", dice.chance(30) ? emptySelector() : podSelector());
            if (dice.chance(10)) {
                peer.put("namespaceSelector", null);
            }
            return peer;
        }
        Map<String, @Nullable Object> peer =
                map("namespaceSelector", dice.chance(35) ? emptySelector() : namespaceSelector());
        if (shape >= 76) {
            peer.put("podSelector", dice.chance(20) ? emptySelector() : podSelector());
        }
        return peer;
    }

    private Map<String, @Nullable Object> block() {
        String cidr = dice.pick(blocks);
        Map<String, @Nullable Object> block = map("cidr", cidr);
        if (dice.chance(45)) {
            List<@Nullable Object> excepts = list();
            for (int i = dice.between(0, 2); i > 0; i--) {
                for (String inside : insideOf(cidr)) {
                    excepts.add(inside);
                }
            }
            block.put("except", excepts);
        }
        return block;
    }

    /** Blocks that only together hold the addresses that pods may have. */
    private List<@Nullable Object> coveringBlocks() {
        List<@Nullable Object> peers = list();
        for (String cidr : dice.pick(halves)) {
            peers.add(map("ipBlock", map("cidr", cidr)));
        }
        return peers;
    }

    /** A block, and a second one of what the first leaves out. */
    private void overlappingBlocks(List<@Nullable Object> peers) {
        String outer = dice.pick(blocks);
        for (String inner : insideOf(outer)) {
            peers.add(map("ipBlock", map("cidr", outer, "except", list(inner))));
            peers.add(map("ipBlock", map("cidr", inner)));
        }
    }

    /** One of the known blocks that lies strictly inside a block, or one made up. */
    private List<String> insideOf(String cidr) {
        List<String> inside = new ArrayList<>();
        for (String other : blocks) {
            if (isStrictlyInside(other, cidr)) {
                inside.add(other);
            }
        }
        return inside.isEmpty() ? List.of() : List.of(dice.pick(inside));
    }

    private static boolean isStrictlyInside(String inner, String outer) {
        int innerLength = length(inner);
        int outerLength = length(outer);
        byte[] innerBytes = bytes(inner);
        byte[] outerBytes = bytes(outer);
        if (innerBytes.length != outerBytes.length || innerLength <= outerLength) {
            return false;
        }
        int host = 8 * outerBytes.length - outerLength;
        return new BigInteger(1, innerBytes)
                .shiftRight(host)
                .equals(new BigInteger(1, outerBytes).shiftRight(host));
    }

    private static int length(String cidr) {
        return Integer.parseInt(cidr.substring(cidr.indexOf('/') + 1));
    }

    private static byte[] bytes(String cidr) {
        return InetAddress.ofLiteral(cidr.substring(0, cidr.indexOf('/'))).getAddress();
    }

    private Map<String, @Nullable Object> port() {
        Map<String, @Nullable Object> port = map();
        if (dice.chance(65)) {
            port.put("protocol", dice.pick("TCP", "TCP", "UDP", "SCTP"));
        }
        int shape = dice.below(100);
        if (shape < 15) {
            port.putIfAbsent("protocol", dice.pick("TCP", "UDP", "SCTP"));
        } else if (shape < 48) {
            port.put("port", dice.pick(ClusterMaker.PORT_NAMES) + dice.pick("", "", "", "", "-d"));
        } else {
            int first = dice.pick(PORTS);
            port.put("port", first);
            if (shape >= 66) {
                port.put("endPort", Math.min(65_535, first + dice.pick(0, 1, 2, 10, 8000)));
            }
        }
        return port;
    }

    private Map<String, @Nullable Object> emptySelector() {
        return switch (dice.below(6)) {
            case 0 -> map("matchLabels", map());
            case 1 -> map("matchLabels", null, "matchExpressions", list());
            case 2 -> map("matchExpressions", null);
            default -> map();
        };
    }

    private Map<String, @Nullable Object> podSelector() {
        Map<String, @Nullable Object> selector = map();
        if (dice.chance(60)) {
            Map<String, @Nullable Object> labels = map();
            labels.put(dice.pick(ClusterMaker.KEYS), dice.pick(ClusterMaker.VALUES));
            if (dice.chance(15)) {
                labels.put(dice.pick(ClusterMaker.KEYS), dice.pick(ClusterMaker.VALUES));
            }
            selector.put("matchLabels", labels);
        }
        if (selector.isEmpty() || dice.chance(35)) {
            List<@Nullable Object> expressions = list();
            for (int i = dice.pick(1, 1, 2); i > 0; i--) {
                String key = dice.pick(ClusterMaker.KEYS);
                expressions.add(
                        expression(dice.chance(20) ? addedKey() : key, ClusterMaker.VALUES));
            }
            selector.put("matchExpressions", expressions);
        }
        return selector;
    }

    private String addedKey() {
        return dice.pick("pod-template-hash", "pod-template-hash", "apps.kubernetes.io/pod-index");
    }

    private Map<String, @Nullable Object> namespaceSelector() {
        return switch (dice.below(8)) {
            case 0 -> map("matchLabels", map("kubernetes.io/metadata.name", dice.pick(namespaces)));
            case 1, 2 ->
                    map(
                            "matchExpressions",
                            list(expression("kubernetes.io/metadata.name", namespaces)));
            case 3 -> map("matchLabels", map("team", dice.pick("red", "blue")));
            case 4 ->
                    map(
                            "matchLabels",
                            map("team", dice.pick("red", "blue")),
                            "matchExpressions",
                            list(expression("env", ClusterMaker.VALUES)));
            case 5, 6 -> map("matchExpressions", list(expression("env", ClusterMaker.VALUES)));
            default -> map("matchExpressions", list(expression("team", List.of("red", "blue"))));
        };
    }

    private Map<String, @Nullable Object> expression(String key, List<String> values) {
        String operator = dice.pick("In", "NotIn", "Exists", "DoesNotExist");
        Map<String, @Nullable Object> expression = map("key", key, "operator", operator);
        if (operator.equals("In") || operator.equals("NotIn")) {
            List<@Nullable Object> some = list(dice.pick(values));
            String second = dice.pick(values);
            if (dice.chance(40) && !some.contains(second)) {
                some.add(second);
            }
            expression.put("values", some);
        } else if (dice.chance(15)) {
            expression.put("values", list());
        }
        return expression;
    }
}
