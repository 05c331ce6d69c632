package dev.postern.engine.differential;

import dev.postern.engine.reference.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Asks about the connections that a wrong evaluator would most likely get wrong: most are aimed at
 * one rule, at the edges of its blocks and ports.
 */
final class QuestionMaker {
    private static final List<String> STRANGERS =
            List.of("203.0.113.9", "198.51.100.70", "169.254.169.254", "2001:db8:ffff::1");
    private static final List<String> PROTOCOLS =
            List.of("TCP", "TCP", "TCP", "TCP", "UDP", "UDP", "SCTP", "ICMP");

    private final Dice dice;
    private final List<Workload> pods = new ArrayList<>();
    private final List<String> nodes = new ArrayList<>();
    private final Map<String, List<String>> addressesOfNodes = new HashMap<>();
    private final List<Target> targets = new ArrayList<>();
    private final Set<String> addresses = new TreeSet<>(STRANGERS);
    private final Set<String> held = new TreeSet<>();
    private final Set<Integer> ports = new TreeSet<>(List.of(80, 7777));

    private record Workload(String namespace, String end, Map<String, @Nullable Object> object) {}

    /** A rule, and the namespace of the pods that it is about. */
    private record Target(String namespace, String peersKey, @Nullable Object rule) {}

    QuestionMaker(Dice dice, List<Map<String, @Nullable Object>> objects) {
        this.dice = dice;
        for (Map<String, @Nullable Object> object : objects) {
            String kind = String.valueOf(object.get("kind"));
            Object written = Tree.at(object, "metadata", "namespace");
            String namespace = written == null ? "default" : written.toString();
            Object name = Tree.at(object, "metadata", "name");
            switch (kind) {
                case "Namespace" -> {}
                case "NetworkPolicy" -> {
                    collectRules(namespace, "from", Tree.at(object, "spec", "ingress"));
                    collectRules(namespace, "to", Tree.at(object, "spec", "egress"));
                }
                case "Node" -> {
                    nodes.add("Node " + name);
                    addressesOfNodes.put(String.valueOf(name), addressesOf(object));
                }
                default ->
                        pods.add(
                                new Workload(
                                        namespace, kind + " " + namespace + "/" + name, object));
            }
            collectNumbers(object);
        }
    }

    private static List<String> addressesOf(Object node) {
        List<String> addresses = new ArrayList<>();
        if (Tree.at(node, "status", "addresses") instanceof List<?> items) {
            for (Object item : items) {
                if ("InternalIP".equals(Tree.at(item, "type"))) {
                    addresses.add(String.valueOf(Tree.at(item, "address")));
                }
            }
        }
        return addresses;
    }

    private void collectRules(String namespace, String peersKey, @Nullable Object rules) {
        if (rules instanceof List<?> list) {
            list.forEach(rule -> targets.add(new Target(namespace, peersKey, rule)));
        }
    }

    private void collectNumbers(@Nullable Object value) {
        switch (value) {
            case Map<?, ?> map -> map.values().forEach(this::collectNumbers);
            case List<?> list -> list.forEach(this::collectNumbers);
            case Integer number when number > 3 -> ports.addAll(Edges.ofPort(number));
            case String text when text.matches("[0-9a-f.:]+/[0-9]+") ->
                    addresses.addAll(Edges.ofBlock(text));
            case String text when text.matches("[0-9]+[.][0-9.]+|[0-9a-f]+:[0-9a-f:]+") ->
                    held.add(text);
            case null, default -> {}
        }
    }

    List<Question> make(int count) {
        List<Question> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean isAimed = !targets.isEmpty() && dice.chance(70);
            questions.add(isAimed ? aimed(dice.pick(targets)) : blind());
        }
        return questions;
    }

    private Question blind() {
        String source = end();
        String destination = dice.chance(8) ? source : end();
        return question(source, destination, dice.pick(PROTOCOLS), dice.pick(List.copyOf(ports)));
    }

    private static Question question(String source, String destination, String protocol, int port) {
        // The type and code of an echo request stand in for the port.
        int point = protocol.equals("ICMP") ? 8 << 8 : port;
        return new Question(source, destination, protocol, point);
    }

    private String end() {
        int kind = dice.below(100);
        if (kind < 64) {
            return dice.pick(pods).end;
        }
        if (kind < 76) {
            return dice.pick(nodes);
        }
        return dice.pick(List.copyOf(kind < 88 && !held.isEmpty() ? held : addresses));
    }

    private Question aimed(Target target) {
        List<Workload> own =
                pods.stream().filter(pod -> pod.namespace.equals(target.namespace)).toList();
        Workload self = dice.pick(own.isEmpty() ? pods : own);
        Workload otherPod = dice.pick(pods);
        String other = dice.chance(8) ? ownNode(self) : otherEnd(target, otherPod);
        boolean isIngress = target.peersKey.equals("from");
        Object port = onePort(target);
        Object protocol = Tree.at(port, "protocol");
        String asked =
                protocol == null || dice.chance(10) ? dice.pick(PROTOCOLS) : protocol.toString();
        if (port != null && protocol == null && dice.chance(70)) {
            asked = "TCP";
        }
        int number = number(port, isIngress ? self : otherPod);
        return isIngress
                ? question(other, self.end, asked, number)
                : question(self.end, other, asked, number);
    }

    /** The node that a pod runs on, by name or by address. */
    private String ownNode(Workload pod) {
        Object node = Tree.at(pod.object, "spec", "nodeName");
        List<String> own = addressesOfNodes.getOrDefault(String.valueOf(node), List.of());
        if (!own.isEmpty() && dice.chance(60)) {
            return dice.pick(own);
        }
        return node == null ? dice.pick(nodes) : "Node " + node;
    }

    private String otherEnd(Target target, Workload pod) {
        List<Object> blocks = new ArrayList<>();
        if (Tree.at(target.rule, target.peersKey) instanceof List<?> peers) {
            for (Object peer : peers) {
                Object block = Tree.at(peer, "ipBlock");
                if (block != null) {
                    blocks.add(block);
                }
            }
        }
        if (blocks.isEmpty() || dice.chance(40)) {
            return dice.chance(75) ? pod.end : end();
        }
        Object block = dice.pick(blocks);
        Object cidr = Tree.at(block, "cidr");
        if (String.valueOf(cidr).endsWith("/0") && dice.chance(50)) {
            // Of the other family: 0.0.0.0/0 is not everything.
            return String.valueOf(cidr).startsWith(":") ? "203.0.113.9" : "2001:db8:ffff::1";
        }
        if (Tree.at(block, "except") instanceof List<?> excepts && !excepts.isEmpty()) {
            cidr = dice.chance(80) ? excepts.get(dice.below(excepts.size())) : cidr;
        }
        return dice.pick(Edges.ofBlock(String.valueOf(cidr)));
    }

    private @Nullable Object onePort(Target target) {
        return Tree.at(target.rule, "ports") instanceof List<?> items && !items.isEmpty()
                ? items.get(dice.below(items.size()))
                : null;
    }

    private int number(@Nullable Object port, Workload destination) {
        Object wanted = Tree.at(port, "port");
        Object last = Tree.at(port, "endPort");
        if (wanted instanceof Integer number) {
            return dice.pick(
                    Edges.ofPort(last instanceof Integer end && dice.chance(60) ? end : number));
        }
        if (wanted instanceof String name) {
            List<Integer> named = new ArrayList<>();
            collectNamed(destination.object, name, named);
            if (!named.isEmpty()) {
                return dice.pick(named);
            }
        }
        return dice.pick(List.copyOf(ports));
    }

    private static void collectNamed(@Nullable Object value, String name, List<Integer> numbers) {
        if (value instanceof List<?> list) {
            list.forEach(item -> collectNamed(item, name, numbers));
        }
        if (value instanceof Map<?, ?> map) {
            if (name.equals(map.get("name"))
                    && map.get("containerPort") instanceof Integer number) {
                numbers.add(number);
            }
            map.values().forEach(item -> collectNamed(item, name, numbers));
        }
    }
}
