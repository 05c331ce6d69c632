package dev.postern.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Policies as clusters have them. Of 100: 14 deny all ingress, 5 deny both ways, 14 allow their
 * namespace, 28 select across namespaces, 12 name blocks with exceptions, 9 named ports, 6 ranges
 * of ports, 12 egress to DNS and one more peer.
 */
final class PolicyMix {
    static final List<String> TIERS =
            List.of("frontend", "backend", "cache", "db", "worker", "gateway");
    static final List<String> TEAMS =
            List.of("red", "blue", "green", "amber", "violet", "cyan", "teal", "rose");
    static final List<String> ENVIRONMENTS = List.of("prod", "staging", "dev");
    static final Map<String, Integer> PORTS = ports();

    private static final List<String> KINDS = kinds();

    private final Random random;
    private final int namespaces;

    PolicyMix(Random random, int namespaces) {
        this.random = random;
        this.namespaces = namespaces;
    }

    /** The names of a tier's container ports, the one it serves first. */
    static List<String> portsOf(String tier) {
        return switch (tier) {
            case "frontend" -> List.of("http", "metrics");
            case "backend" -> List.of("http", "grpc", "metrics");
            case "cache" -> List.of("redis", "metrics");
            case "db" -> List.of("db", "metrics");
            case "worker" -> List.of("grpc", "metrics");
            default -> List.of("http", "https", "metrics");
        };
    }

    private static Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("http", 8080);
        ports.put("https", 8443);
        ports.put("grpc", 50_051);
        ports.put("metrics", 9090);
        ports.put("db", 5432);
        ports.put("redis", 6379);
        return ports;
    }

    private static List<String> kinds() {
        Map<String, Integer> shares = new LinkedHashMap<>();
        shares.put("deny-ingress", 14);
        shares.put("deny-all", 5);
        shares.put("same-ns", 14);
        shares.put("cross-ns", 28);
        shares.put("ipblock", 12);
        shares.put("named-port", 9);
        shares.put("port-range", 6);
        shares.put("egress-dns", 12);
        List<String> kinds = new ArrayList<>();
        shares.forEach((kind, share) -> {
            for (int i = 0; i < share; i++) {
                kinds.add(kind);
            }
        });
        return kinds;
    }

    /** The first policy of 7 namespaces in 10 denies all ingress, as clusters are rolled out. */
    Map<String, Object> policy(int number, String namespace, Workload target) {
        boolean first = number < namespaces && number % 10 < 7;
        String kind = first ? "deny-ingress" : KINDS.get(random.nextInt(KINDS.size()));
        return Tree.of(
                "apiVersion",
                "networking.k8s.io/v1",
                "kind",
                "NetworkPolicy",
                "metadata",
                Tree.of("name", "np-%05d-%s".formatted(number, kind), "namespace", namespace),
                "spec",
                spec(kind, target));
    }

    private Map<String, Object> spec(String kind, Workload target) {
        Map<String, Object> selector =
                random.nextDouble() < 0.6
                        ? labels("app", target.name())
                        : labels("tier", target.tier());
        int port = port(portsOf(target.tier()).getFirst());
        return switch (kind) {
            case "deny-ingress" -> spec(Map.of(), "Ingress");
            case "deny-all" ->
                    Tree.of("podSelector", selector, "policyTypes", List.of("Ingress", "Egress"));
            case "same-ns" -> withRules(spec(selector, "Ingress"), "ingress", sameNamespace(port));
            case "cross-ns" -> crossNamespace(spec(selector, "Ingress"), port);
            case "ipblock" -> block(selector, port);
            case "named-port" ->
                    withRules(
                            spec(selector, "Ingress"),
                            "ingress",
                            Tree.of(
                                    "from",
                                    List.of(
                                            Tree.of(
                                                    "namespaceSelector",
                                                    labels("env", any(ENVIRONMENTS)))),
                                    "ports",
                                    List.of(
                                            tcp(portsOf(target.tier()).getFirst()),
                                            tcp("metrics"))));
            case "port-range" -> portRange(spec(selector, "Ingress"));
            default -> dns(spec(selector, "Egress"));
        };
    }

    private Map<String, Object> sameNamespace(int port) {
        Map<String, Object> peer =
                random.nextBoolean()
                        ? Tree.of("podSelector", Map.of())
                        : Tree.of("podSelector", expressions(in("tier", two(TIERS))));
        Map<String, Object> rule = Tree.of("from", List.of(peer));
        if (random.nextBoolean()) {
            rule.put("ports", List.of(tcp(port)));
        }
        return rule;
    }

    private Map<String, Object> crossNamespace(Map<String, Object> spec, int port) {
        List<Object> namespaces = new ArrayList<>();
        double dice = random.nextDouble();
        if (dice < 0.6) {
            namespaces.add(in("team", two(TEAMS)));
        } else if (dice < 0.8) {
            namespaces.add(in("team", two(TEAMS)));
            namespaces.add(Tree.of("key", "env", "operator", "NotIn", "values", List.of("dev")));
        } else {
            namespaces.add(Tree.of("key", "shared", "operator", "Exists"));
        }
        List<Object> pods = new ArrayList<>();
        pods.add(in("tier", two(TIERS)));
        if (random.nextDouble() < 0.3) {
            pods.add(Tree.of("key", "track", "operator", "NotIn", "values", List.of("canary")));
        }
        Map<String, Object> peer =
                Tree.of(
                        "namespaceSelector", Tree.of("matchExpressions", namespaces),
                        "podSelector", Tree.of("matchExpressions", pods));
        List<Object> rules = new ArrayList<>();
        rules.add(Tree.of("from", List.of(peer), "ports", List.of(tcp(port))));
        if (random.nextDouble() < 0.3) {
            rules.add(
                    Tree.of(
                            "from",
                            List.of(
                                    Tree.of(
                                            "namespaceSelector",
                                            named(random.nextInt(this.namespaces)))),
                            "ports",
                            List.of(tcp(port("metrics")))));
        }
        spec.put("ingress", rules);
        return spec;
    }

    private Map<String, Object> block(Map<String, Object> selector, int port) {
        int a = 1 + random.nextInt(223);
        int b = random.nextInt(256);
        Map<String, Object> block =
                random.nextDouble() < 0.3
                        ? Tree.of(
                                "cidr",
                                "0.0.0.0/0",
                                "except",
                                List.of("10.0.0.0/8", "169.254.0.0/16"))
                        : Tree.of(
                                "cidr", "%d.%d.0.0/16".formatted(a, b),
                                "except",
                                        List.of(
                                                "%d.%d.%d.0/24"
                                                        .formatted(a, b, 2 * random.nextInt(128))));
        List<Object> peers = List.of(Tree.of("ipBlock", block));
        return random.nextBoolean()
                ? withRules(
                        spec(selector, "Ingress"),
                        "ingress",
                        Tree.of("from", peers, "ports", List.of(tcp(443), tcp(port))))
                : withRules(
                        spec(selector, "Egress"),
                        "egress",
                        Tree.of("to", peers, "ports", List.of(tcp(443))));
    }

    private Map<String, Object> portRange(Map<String, Object> spec) {
        int low = 30_000 + random.nextInt(1000);
        return withRules(
                spec,
                "ingress",
                Tree.of(
                        "from",
                        List.of(Tree.of("podSelector", labels("tier", any(TIERS)))),
                        "ports",
                        List.of(
                                Tree.of(
                                        "protocol",
                                        random.nextBoolean() ? "TCP" : "UDP",
                                        "port",
                                        low,
                                        "endPort",
                                        low + 10 + random.nextInt(990)))));
    }

    private Map<String, Object> dns(Map<String, Object> spec) {
        List<Integer> all = List.copyOf(PORTS.values());
        return withRules(
                spec,
                "egress",
                Tree.of(
                        "to",
                        List.of(Tree.of("namespaceSelector", named(0))),
                        "ports",
                        List.of(Tree.of("protocol", "UDP", "port", 53), tcp(53))),
                Tree.of(
                        "to",
                        List.of(Tree.of("podSelector", labels("tier", any(TIERS)))),
                        "ports",
                        List.of(tcp(all.get(random.nextInt(all.size()))))));
    }

    private static Map<String, Object> spec(Map<String, Object> selector, String type) {
        return Tree.of("podSelector", selector, "policyTypes", List.of(type));
    }

    private static Map<String, Object> withRules(
            Map<String, Object> spec, String direction, Object... rules) {
        spec.put(direction, List.of(rules));
        return spec;
    }

    static Map<String, Object> labels(String key, String value) {
        return Tree.of("matchLabels", Tree.of(key, value));
    }

    private static Map<String, Object> named(int namespace) {
        return labels("kubernetes.io/metadata.name", ClusterGenerator.namespace(namespace));
    }

    private static Map<String, Object> expressions(Object expression) {
        return Tree.of("matchExpressions", List.of(expression));
    }

    private static Map<String, Object> in(String key, List<String> values) {
        return Tree.of("key", key, "operator", "In", "values", values);
    }

    private static Map<String, Object> tcp(Object port) {
        return Tree.of("protocol", "TCP", "port", port);
    }

    private static int port(String name) {
        return PORTS.getOrDefault(name, 80);
    }

    private String any(List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private List<String> two(List<String> words) {
        int first = random.nextInt(words.size());
        int second = (first + 1 + random.nextInt(words.size() - 1)) % words.size();
        return List.of(words.get(first), words.get(second));
    }
}
