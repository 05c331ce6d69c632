package dev.postern.reader.kubernetes;

import dev.postern.model.Action;
import dev.postern.model.Dialect;
import dev.postern.model.Finding.Severity;
import dev.postern.model.NamespaceScope;
import dev.postern.model.Peers;
import dev.postern.model.Placement;
import dev.postern.model.Policy;
import dev.postern.model.Ports;
import dev.postern.model.Rule;
import dev.postern.model.Section;
import dev.postern.model.Selector;
import dev.postern.model.Spelling;
import dev.postern.model.Subject;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import dev.postern.reader.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** NetworkPolicy of networking.k8s.io/v1, read field by field: what isn't known isn't passed by. */
final class NetworkPolicyReader {
    private static final Placement ADDITIVE = new Placement.Additive();
    private static final Peers ANYONE = new Peers.Anyone();
    private static final String[] SPEC_FIELDS = {"podSelector", "policyTypes", "ingress", "egress"};
    private static final String[] INGRESS_FIELDS = {"from", "ports"};
    private static final String[] EGRESS_FIELDS = {"to", "ports"};
    private static final Path SPEC = Path.ROOT.at("spec");

    private NetworkPolicyReader() {}

    static void read(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft);
        if (!root.hasSpec()) {
            draft.report(
                    Problem.NO_SPEC,
                    root.node(),
                    Path.ROOT,
                    "has no spec, and so denies all ingress of every pod of its namespace",
                    "Write spec: with a podSelector and rules.");
        }
        String namespace = metadata.name().namespace();
        Selector pods = Selector.EVERYTHING;
        boolean ingressType = true;
        boolean egressType = false;
        boolean typesGiven = false;
        List<Rule> ingress = List.of();
        List<Rule> egress = List.of();
        Mapping spec = draft.mapping(root.spec(), SPEC);
        for (Mapping.Entry entry : spec.entries()) {
            Node value = entry.value();
            switch (entry.key()) {
                case "podSelector" ->
                        pods = SelectorReader.read(draft, value, SPEC.at("podSelector"));
                case "policyTypes" -> {
                    Types types = types(draft, value);
                    typesGiven = types.given;
                    ingressType = types.ingress || !typesGiven;
                    egressType = types.egress;
                }
                case "ingress" ->
                        ingress = rules(draft, value, SPEC.at("ingress"), namespace, "from");
                case "egress" -> egress = rules(draft, value, SPEC.at("egress"), namespace, "to");
                default -> draft.unknown(entry, SPEC, SPEC_FIELDS);
            }
        }
        if (!typesGiven) {
            // A policy without policyTypes always isolates ingress, and egress if it has rules.
            egressType = !egress.isEmpty();
        }
        warnOfUnused(draft, spec, "ingress", ingressType, ingress);
        warnOfUnused(draft, spec, "egress", egressType, egress);
        if (draft.isBroken()) {
            return;
        }
        into.policies.add(
                new Policy(
                        metadata.name(),
                        Dialect.KUBERNETES,
                        ADDITIVE,
                        new Subject(new NamespaceScope.Only(namespace), pods),
                        ingressType ? Optional.of(new Section(true, ingress)) : Optional.empty(),
                        egressType ? Optional.of(new Section(true, egress)) : Optional.empty(),
                        root.origin(draft)));
    }

    private static void warnOfUnused(
            Draft draft, Mapping spec, String key, boolean inForce, List<Rule> rules) {
        if (inForce || rules.isEmpty() || draft.isBroken()) {
            return;
        }
        for (Mapping.Entry entry : spec.entries()) {
            if (entry.key().equals(key)) {
                draft.report(
                        Problem.UNUSED_RULES,
                        Severity.WARNING,
                        entry.line(),
                        entry.column(),
                        SPEC.at(key),
                        "has rules without effect, because policyTypes does not list this direction",
                        "Add "
                                + (key.equals("ingress") ? "Ingress" : "Egress")
                                + " to policyTypes.");
            }
        }
    }

    private record Types(boolean given, boolean ingress, boolean egress) {}

    private static Types types(Draft draft, Node node) {
        Path path = SPEC.at("policyTypes");
        List<Node> items = draft.sequence(node, path).items();
        boolean ingress = false;
        boolean egress = false;
        for (int i = 0; i < items.size(); i++) {
            String word = draft.text(items.get(i), path.at(i));
            if (word.equals("Ingress")) {
                ingress = true;
            } else if (word.equals("Egress")) {
                egress = true;
            } else if (items.get(i) instanceof Scalar scalar
                    && (scalar.kind() == Scalar.Kind.STRING || scalar.isNull())) {
                String nearest = Spelling.nearest(word, "Ingress", "Egress").orElse("");
                draft.report(
                        Problem.BAD_POLICY_TYPE,
                        scalar,
                        path.at(i),
                        "is " + Draft.quote(word) + ", which is no policy type",
                        nearest.isEmpty() ? "Write Ingress or Egress." : "Write " + nearest + ".");
            }
        }
        if (items.size() > 2) {
            draft.report(
                    Problem.BAD_POLICY_TYPE,
                    node,
                    path,
                    "has " + items.size() + " items, and there are two policy types",
                    "Write Ingress, Egress or both, each once.");
        }
        return new Types(!items.isEmpty(), ingress, egress);
    }

    private static List<Rule> rules(
            Draft draft, Node node, Path path, String namespace, String peersKey) {
        List<Node> items = draft.sequence(node, path).items();
        List<Rule> rules = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            rules.add(rule(draft, items.get(i), path.at(i), namespace, peersKey));
        }
        return rules;
    }

    private static Rule rule(Draft draft, Node node, Path path, String namespace, String peersKey) {
        if (Draft.isNull(node)) {
            draft.report(
                    Problem.NULL_RULE,
                    node,
                    path,
                    "is null, which the API server takes for an empty rule that allows everything",
                    "Write {} to allow everything, or drop the item.");
        }
        Mapping mapping = draft.mapping(node, path);
        Peers peers = ANYONE;
        Ports ports = PolicyPorts.ALL;
        for (Mapping.Entry entry : mapping.entries()) {
            String key = entry.key();
            if (key.equals(peersKey)) {
                peers = PolicyPeers.read(draft, entry.value(), path.at(key), namespace);
            } else if (key.equals("ports")) {
                ports = PolicyPorts.read(draft, entry.value(), path.at(key));
            } else {
                unknown(draft, entry, path, peersKey);
            }
        }
        return new Rule(Action.ALLOW, peers, ports, draft.origin(node, path));
    }

    private static void unknown(Draft draft, Mapping.Entry entry, Path path, String peersKey) {
        String key = entry.key();
        boolean turned = key.equals("from") || key.equals("to");
        if (turned) {
            draft.report(
                    Problem.UNKNOWN_FIELD,
                    Problem.UNKNOWN_FIELD.severity(),
                    entry.line(),
                    entry.column(),
                    path.at(key),
                    "belongs to rules of the other direction",
                    "Write " + peersKey + ".");
        } else if (key.equals("podSelector")
                || key.equals("namespaceSelector")
                || key.equals("ipBlock")) {
            draft.report(
                    Problem.UNKNOWN_FIELD,
                    Problem.UNKNOWN_FIELD.severity(),
                    entry.line(),
                    entry.column(),
                    path.at(key),
                    "is a peer, and stands where a rule's own fields belong",
                    "Put it under " + peersKey + ", as an item of the list.");
        } else {
            draft.unknown(entry, path, peersKey.equals("from") ? INGRESS_FIELDS : EGRESS_FIELDS);
        }
    }
}
