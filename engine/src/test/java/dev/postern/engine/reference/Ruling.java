package dev.postern.engine.reference;

/**
 * A decision of the specification that implementers get wrong. The reference evaluator can be told
 * to get any one of them wrong itself; where its answer then differs, that decision was the
 * deciding one.
 */
public enum Ruling {
    UNSELECTED_IS_OPEN("a pod that no policy selects in a direction allows everything in it"),
    DIRECTIONS_ARE_SEPARATE("a policy isolates only the directions of its policyTypes"),
    TYPES_ABSENT_MEAN_INGRESS("absent policyTypes mean Ingress, also with only an egress key"),
    EGRESS_RULES_IMPLY_EGRESS("absent policyTypes mean Egress too where there are egress rules"),
    EMPTY_EGRESS_IMPLIES_NOTHING("absent policyTypes with an empty egress list leave egress open"),
    WRITTEN_TYPES_ARE_FINAL("rules of a direction that policyTypes leave out say nothing"),
    EMPTY_POD_SELECTOR_SELECTS_ALL("podSelector {} selects every pod of the namespace"),
    POLICIES_STAY_IN_THEIR_NAMESPACE("a policy selects pods of its own namespace only"),
    ABSENT_NAMESPACE_IS_DEFAULT("an object without a namespace lies in default"),
    POLICIES_ARE_ADDITIVE("what one selecting policy allows, no other takes away"),
    BOTH_SIDES_MUST_AGREE("egress of the source and ingress of the destination both decide"),
    NO_RULES_DENY_ALL("a direction in force without rules allows nothing"),
    ABSENT_PEERS_ARE_ANYONE("a rule without from or to is about everyone"),
    EMPTY_PEERS_ARE_ANYONE("an empty from or to list is everyone"),
    ANYONE_IS_OUTSIDE_TOO("everyone includes addresses outside the cluster"),
    ABSENT_PORTS_ARE_ALL("a rule without ports is about all of them"),
    EMPTY_PORTS_ARE_ALL("an empty ports list is all ports"),
    FINISHED_PODS_ARE_SILENT("a pod that succeeded or failed neither sends nor receives"),
    FINISHED_PODS_HOLD_NO_ADDRESS("the address of a finished pod is its no longer"),
    HOST_PODS_ARE_NOT_SELECTED("no policy selects a host-network pod"),
    HOST_PODS_MATCH_NO_LABELS("no label peer matches a host-network pod"),
    A_POD_REACHES_ITSELF("no policy keeps a pod from itself"),
    REPLICAS_ARE_SEVERAL_PODS("a template of several replicas is not one pod"),
    OWN_NODE_COMES_IN("the pod's own node always reaches it"),
    EGRESS_TO_OWN_NODE_IS_JUDGED("what a pod sends to its own node is judged by egress policy"),
    UNKNOWN_NODE_MAY_BE_OWN("where a pod's node is not known, any node may be its own"),
    ALL_NAMESPACES_ARE_NOT_OUTSIDE("namespaceSelector {} matches no address outside"),
    EMPTY_NAMESPACE_SELECTOR_IS_ALL("namespaceSelector {} matches every namespace"),
    SELECTORS_OF_A_PEER_ARE_ANDED("namespaceSelector and podSelector of one peer must both match"),
    PEERS_ARE_ORED("one matching peer is enough"),
    BARE_POD_SELECTOR_IS_LOCAL("a podSelector alone looks in the policy's own namespace"),
    BARE_NAMESPACE_SELECTOR_IS_ALL_PODS("a namespaceSelector alone matches every pod there"),
    IN_NEEDS_THE_VALUE("In matches the listed values only"),
    NOT_IN_MATCHES_A_MISSING_KEY("NotIn matches an object without the key"),
    EXISTS_NEEDS_THE_KEY("Exists matches whatever value the key has"),
    DOES_NOT_EXIST_NEEDS_ABSENCE("DoesNotExist matches only objects without the key"),
    LABELS_AND_EXPRESSIONS_ARE_ANDED("matchLabels and matchExpressions must all hold"),
    NAME_LABEL_IS_IMPLIED("every namespace has its name as a label, written or not"),
    UNDECLARED_NAMESPACES_HAVE_NO_OTHER_LABEL("an undeclared namespace has only its name label"),
    CONTROLLER_LABELS_ARE_PRESENT("labels that controllers add are there with unknown values"),
    PROTOCOL_DEFAULTS_TO_TCP("a port without a protocol is TCP"),
    PORT_ABSENT_IS_EVERY_PORT("a protocol without a port is every port of it"),
    OTHER_PROTOCOLS_STAY_SHUT("a rule for one protocol allows no other"),
    NAMES_ARE_THE_DESTINATIONS("a named port is looked up on the destination pod"),
    NAMES_NEED_THE_PROTOCOL("a named port must match in protocol too"),
    NAMES_ARE_OF_PODS_ONLY("a named port matches no node and no address outside"),
    END_PORT_OPENS_A_RANGE("endPort opens every port from port on"),
    END_PORT_IS_INCLUSIVE("endPort itself belongs to the range"),
    ICMP_NEEDS_A_RULE_WITHOUT_PORTS("ICMP is allowed by rules without ports only"),
    EXCEPT_CARVES("addresses of except do not match"),
    EXCEPT_CARVES_ITS_OWN_BLOCK("except carves nothing out of the other blocks"),
    FAMILIES_ARE_SEPARATE("an IPv4 block holds no IPv6 address, nor the other way round"),
    BLOCKS_MATCH_POD_ADDRESSES("an ipBlock matches the addresses of pods too"),
    UNKNOWN_ADDRESSES_LIE_IN_THE_RANGE("a pod without an address lies in the pod range"),
    BLOCKS_ARE_JUDGED_TOGETHER("the blocks of a rule may cover the pod range together"),
    RANGE_COMES_FROM_THE_NODES("the pod range is what the nodes' podCIDRs say"),
    BOTH_FAMILIES_COUNT("each address family that both ends have is judged"),
    AN_ADDRESS_IS_ITS_POD("the address of a pod is that pod"),
    AN_ADDRESS_IS_ITS_NODE("the address of a node is that node"),
    AN_UNHELD_ADDRESS_MAY_BE_A_POD("an address in the pod range that no pod holds may be a pod's"),
    NODES_HAVE_NO_POLICY("no policy stands at a node or at an address outside"),
    DENIED_BEATS_UNKNOWN("denied by one side is denied, whatever is not known of the other"),
    ALLOWED_BEATS_UNKNOWN("allowed by one rule is allowed, whatever is not known of others");

    private final String words;

    Ruling(String words) {
        this.words = words;
    }

    /** The decision as a sentence without its full stop. */
    public String words() {
        return words;
    }
}
