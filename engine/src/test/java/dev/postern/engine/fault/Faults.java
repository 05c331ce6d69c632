package dev.postern.engine.fault;

import dev.postern.engine.fault.Mutation.Answers;
import dev.postern.engine.fault.Mutation.AnswersConstant;
import dev.postern.engine.fault.Mutation.AnswersItsArgument;
import dev.postern.engine.fault.Mutation.Forces;
import dev.postern.engine.fault.Mutation.Inverts;
import dev.postern.engine.fault.Mutation.Reads;
import dev.postern.engine.fault.Mutation.Redirects;
import dev.postern.engine.fault.Mutation.Replaces;
import dev.postern.engine.fault.Mutation.Skips;
import dev.postern.engine.fault.Mutation.Swaps;
import dev.postern.engine.reference.Ruling;
import java.util.List;

/** A mistake for each decision, where reader, model and engine make it. */
final class Faults {
    private static final String POLICY = "reader.kubernetes.NetworkPolicyReader";
    private static final String PEERS = "reader.kubernetes.PolicyPeers";
    private static final String PORTS = "reader.kubernetes.PolicyPorts";
    private static final String RULE = "engine.CompiledRule";

    static final List<Fault> ALL =
            List.of(
                    // Selection and isolation
                    new Fault(
                            Ruling.UNSELECTED_IS_OPEN,
                            "engine.Selection",
                            "<clinit>",
                            new Swaps("ALLOWED", "DENIED", 0)),
                    new Fault(
                            Ruling.DIRECTIONS_ARE_SEPARATE,
                            "engine.CompiledPolicy",
                            "section",
                            new Inverts(0)),
                    new Fault(
                            Ruling.TYPES_ABSENT_MEAN_INGRESS,
                            POLICY,
                            "read",
                            new Replaces(1, 0, 0)),
                    new Fault(
                            Ruling.EGRESS_RULES_IMPLY_EGRESS,
                            POLICY,
                            "read",
                            new Forces("isEmpty", true, 0)),
                    new Fault(
                            Ruling.EMPTY_EGRESS_IMPLIES_NOTHING,
                            POLICY,
                            "read",
                            new Forces("isEmpty", false, 0)),
                    new Fault(
                            Ruling.WRITTEN_TYPES_ARE_FINAL,
                            POLICY,
                            "types",
                            new Forces("isEmpty", true, 1)),
                    new Fault(
                            Ruling.EMPTY_POD_SELECTOR_SELECTS_ALL,
                            "engine.SelectorBits",
                            "matches",
                            new Forces("isEverything", false, 0)),
                    new Fault(
                            Ruling.BOTH_SIDES_MUST_AGREE,
                            "engine.Engine",
                            "both",
                            new AnswersItsArgument(1)),
                    new Fault(
                            Ruling.NO_RULES_DENY_ALL,
                            "engine.Selection",
                            "stage",
                            new Swaps("DENIED", "ALLOWED", 0)),
                    new Fault(
                            Ruling.POLICIES_ARE_ADDITIVE,
                            "engine.Selection",
                            "union",
                            new Swaps("ALLOWED", "DENIED", 0)),
                    new Fault(
                            Ruling.EMPTY_PEERS_ARE_ANYONE,
                            PEERS,
                            "read",
                            new Forces("isEmpty", false, 0)),
                    new Fault(
                            Ruling.EMPTY_PORTS_ARE_ALL,
                            PORTS,
                            "read",
                            new Forces("isEmpty", false, 0)),
                    new Fault(
                            Ruling.FINISHED_PODS_ARE_SILENT,
                            "engine.Party",
                            "ofPod",
                            new Swaps("FINISHED", "POD", 1)),
                    new Fault(
                            Ruling.FINISHED_PODS_HOLD_NO_ADDRESS,
                            "engine.AddressIndex",
                            "isFoundByAddress",
                            new Answers(1)),
                    new Fault(
                            Ruling.HOST_PODS_ARE_NOT_SELECTED,
                            "model.Pod",
                            "hostNetwork",
                            new Answers(0)),
                    new Fault(
                            Ruling.A_POD_REACHES_ITSELF,
                            "engine.Engine",
                            "isSamePod",
                            new Answers(0)),
                    new Fault(
                            Ruling.REPLICAS_ARE_SEVERAL_PODS,
                            "engine.Engine",
                            "isSamePod",
                            new Replaces(1, 99, 0)),
                    new Fault(
                            Ruling.OWN_NODE_COMES_IN,
                            "engine.Engine",
                            "isOwnNode",
                            new AnswersConstant("FALSE")),
                    new Fault(
                            Ruling.UNKNOWN_NODE_MAY_BE_OWN,
                            "engine.Engine",
                            "isOwnNode",
                            new Swaps("UNKNOWN", "FALSE", 0)),

                    // Selectors
                    new Fault(
                            Ruling.ALL_NAMESPACES_ARE_NOT_OUTSIDE,
                            RULE,
                            "matchesPods",
                            new Swaps("FALSE", "TRUE", 1)),
                    new Fault(
                            Ruling.EMPTY_NAMESPACE_SELECTOR_IS_ALL,
                            PEERS,
                            "peer",
                            new Forces("isPresent", false, 2)),
                    new Fault(
                            Ruling.SELECTORS_OF_A_PEER_ARE_ANDED,
                            RULE,
                            "matchesPods",
                            new Redirects("and", "or", 0)),
                    new Fault(Ruling.PEERS_ARE_ORED, RULE, "matchesPeer", new Skips("or", 0)),
                    new Fault(
                            Ruling.BARE_POD_SELECTOR_IS_LOCAL, RULE, "matchesPods", new Inverts(1)),
                    new Fault(
                            Ruling.IN_NEEDS_THE_VALUE,
                            "model.Labels",
                            "has",
                            new Forces("equals", true, 0)),
                    new Fault(
                            Ruling.NOT_IN_MATCHES_A_MISSING_KEY,
                            "model.Requirement",
                            "matches",
                            new Skips("not", 0)),
                    new Fault(
                            Ruling.EXISTS_NEEDS_THE_KEY,
                            "model.Labels",
                            "has",
                            new Swaps("TRUE", "FALSE", 0)),
                    new Fault(
                            Ruling.DOES_NOT_EXIST_NEEDS_ABSENCE,
                            "model.Requirement",
                            "matches",
                            new Skips("not", 1)),
                    new Fault(
                            Ruling.LABELS_AND_EXPRESSIONS_ARE_ANDED,
                            "model.Selector",
                            "matches",
                            new Redirects("and", "or", 0)),
                    new Fault(
                            Ruling.NAME_LABEL_IS_IMPLIED,
                            "model.Namespace",
                            "<init>",
                            new Skips("with", 0)),
                    new Fault(
                            Ruling.CONTROLLER_LABELS_ARE_PRESENT,
                            "model.Labels",
                            "withUnknown",
                            new AnswersItsArgument(0)),
                    new Fault(
                            Ruling.UNDECLARED_NAMESPACES_HAVE_NO_OTHER_LABEL,
                            "model.Namespace",
                            "implied",
                            new Swaps("NONE", "UNREADABLE", 0)),
                    new Fault(Ruling.ABSENT_PEERS_ARE_ANYONE, RULE, "matchesPeer", new Inverts(0)),

                    // Ports
                    new Fault(
                            Ruling.ABSENT_PORTS_ARE_ALL,
                            "engine.Lowering",
                            "lower",
                            new Swaps("ALL", "NONE", 0)),
                    new Fault(
                            Ruling.PROTOCOL_DEFAULTS_TO_TCP,
                            PORTS,
                            "match",
                            new Swaps("TCP", "UDP", 0)),
                    new Fault(
                            Ruling.PORT_ABSENT_IS_EVERY_PORT,
                            "engine.Lowering",
                            "lower",
                            new Skips("or", 1)),
                    new Fault(
                            Ruling.OTHER_PROTOCOLS_STAY_SHUT,
                            "reader.kubernetes.PortReader",
                            "protocol",
                            new AnswersConstant("TCP")),
                    new Fault(
                            Ruling.NAMES_ARE_THE_DESTINATIONS,
                            "engine.Engine",
                            "ingress",
                            new Reads(3, 2, 5)),
                    new Fault(
                            Ruling.NAMES_NEED_THE_PROTOCOL,
                            "engine.Party",
                            "namesPort",
                            new Inverts(3)),
                    new Fault(
                            Ruling.NAMES_ARE_OF_PODS_ONLY,
                            "engine.Party",
                            "namesPort",
                            new Swaps("FALSE", "TRUE", 0)),
                    new Fault(
                            Ruling.END_PORT_OPENS_A_RANGE,
                            "model.PortSet",
                            "range",
                            new Reads(2, 1, 3)),
                    new Fault(
                            Ruling.END_PORT_IS_INCLUSIVE,
                            "model.PortSet",
                            "range",
                            new Replaces(1, 0, 2)),
                    new Fault(
                            Ruling.ICMP_NEEDS_A_RULE_WITHOUT_PORTS,
                            "model.PortSet",
                            "<clinit>",
                            new Skips("or", 2)),

                    // Blocks and addresses
                    new Fault(
                            Ruling.EXCEPT_CARVES,
                            "model.Peer$Block",
                            "addresses",
                            new Skips("minus", 0)),
                    new Fault(
                            Ruling.FAMILIES_ARE_SEPARATE,
                            "model.AddressSet",
                            "contains",
                            new Inverts(0)),
                    new Fault(
                            Ruling.BLOCKS_MATCH_POD_ADDRESSES,
                            "engine.Lowering",
                            "lower",
                            new Skips("or", 0)),
                    new Fault(
                            Ruling.UNKNOWN_ADDRESSES_LIE_IN_THE_RANGE,
                            RULE,
                            "holds",
                            new Swaps("UNKNOWN", "FALSE", 0)),
                    new Fault(
                            Ruling.BLOCKS_ARE_JUDGED_TOGETHER,
                            RULE,
                            "holds",
                            new Swaps("TRUE", "UNKNOWN", 0)),
                    new Fault(
                            Ruling.RANGE_COMES_FROM_THE_NODES,
                            "reader.kubernetes.Assembly",
                            "podRange",
                            new Forces("isEmpty", true, 1)),
                    new Fault(
                            Ruling.BOTH_FAMILIES_COUNT,
                            "engine.Engine",
                            "decide",
                            new Swaps("MIXED", "ALLOWED", 0)),
                    new Fault(
                            Ruling.AN_ADDRESS_IS_ITS_POD,
                            "engine.AddressIndex",
                            "isFoundByAddress",
                            new Answers(0)),
                    new Fault(
                            Ruling.AN_ADDRESS_IS_ITS_NODE,
                            "engine.AddressIndex",
                            "of",
                            new Forces("hasNext", false, 2)),
                    new Fault(
                            Ruling.AN_UNHELD_ADDRESS_MAY_BE_A_POD,
                            "engine.Engine",
                            "party",
                            new Forces("contains", false, 0)),
                    new Fault(
                            Ruling.NODES_HAVE_NO_POLICY,
                            "engine.Engine",
                            "<clinit>",
                            new Swaps("ALLOWED", "DENIED", 0)),
                    new Fault(Ruling.DENIED_BEATS_UNKNOWN, "model.Truth", "and", new Inverts(0)),
                    new Fault(
                            Ruling.ALLOWED_BEATS_UNKNOWN,
                            "engine.Selection",
                            "union",
                            new Inverts(13)));

    private Faults() {}
}
