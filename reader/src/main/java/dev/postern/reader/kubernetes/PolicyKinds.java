package dev.postern.reader.kubernetes;

import dev.postern.model.Spelling;

/**
 * The policy kinds that this build knows by name and does not understand. Each may change a
 * verdict, so none is ever passed over.
 */
final class PolicyKinds {
    private PolicyKinds() {}

    /** Where a policy may have its say. */
    enum Reach {
        /** No policy at all, as far as is known. */
        NONE,
        NAMESPACE,
        CLUSTER
    }

    static Reach reach(String group, String kind, String namespace) {
        return switch (group) {
            case "cilium.io" ->
                    switch (kind) {
                        case "CiliumNetworkPolicy" -> Reach.NAMESPACE;
                        case "CiliumClusterwideNetworkPolicy", "CiliumCIDRGroup" -> Reach.CLUSTER;
                        default -> byName(kind);
                    };
            case "projectcalico.org", "crd.projectcalico.org" ->
                    switch (kind) {
                        case "NetworkPolicy",
                                "NetworkSet",
                                "StagedNetworkPolicy",
                                "StagedKubernetesNetworkPolicy" ->
                                Reach.NAMESPACE;
                        case "GlobalNetworkPolicy",
                                "GlobalNetworkSet",
                                "StagedGlobalNetworkPolicy",
                                "HostEndpoint",
                                "Tier" ->
                                Reach.CLUSTER;
                        default -> byName(kind);
                    };
            case "policy.networking.k8s.io" -> Reach.CLUSTER;
            case "crd.antrea.io", "security.antrea.tanzu.vmware.com", "security.antrea.io" ->
                    switch (kind) {
                        case "NetworkPolicy", "AntreaNetworkPolicy", "Group" -> Reach.NAMESPACE;
                        case "ClusterNetworkPolicy", "ClusterGroup", "Tier" -> Reach.CLUSTER;
                        default -> byName(kind);
                    };
            // What stands in Istio's root namespace holds for every workload of the mesh.
            case "security.istio.io" ->
                    namespace.equals("istio-system") ? Reach.CLUSTER : Reach.NAMESPACE;
            case "policy.linkerd.io" ->
                    kind.equals("EgressNetwork") ? Reach.CLUSTER : Reach.NAMESPACE;
            case "network.openshift.io" ->
                    kind.equals("EgressNetworkPolicy") ? Reach.NAMESPACE : Reach.NONE;
            case "k8s.ovn.org" -> kind.equals("EgressFirewall") ? Reach.NAMESPACE : byName(kind);
            case "networking.k8s.aws" ->
                    switch (kind) {
                        case "PolicyEndpoint", "ApplicationNetworkPolicy" -> Reach.NAMESPACE;
                        default -> kind.contains("Policy") ? Reach.CLUSTER : Reach.NONE;
                    };
            case "vpcresources.k8s.aws" ->
                    kind.equals("SecurityGroupPolicy") ? Reach.NAMESPACE : Reach.NONE;
            case "kuma.io" -> kind.endsWith("TrafficPermission") ? Reach.CLUSTER : Reach.NONE;
            case "consul.hashicorp.com" ->
                    kind.equals("ServiceIntentions") ? Reach.CLUSTER : Reach.NONE;
            case "access.smi-spec.io" ->
                    kind.equals("TrafficTarget") ? Reach.NAMESPACE : Reach.NONE;
            case "crd.nsx.vmware.com" ->
                    kind.equals("SecurityPolicy") ? Reach.NAMESPACE : Reach.NONE;
            default -> byName(kind);
        };
    }

    /** A NetworkPolicy of any maker is one, and so is one with a slip in its name. */
    private static Reach byName(String kind) {
        if (kind.endsWith("NetworkPolicy")
                || Spelling.isSlip(kind, "NetworkPolicy")
                || Spelling.isSlip(kind, "CiliumNetworkPolicy")
                || Spelling.isSlip(kind, "GlobalNetworkPolicy")
                || Spelling.isSlip(kind, "CiliumClusterwideNetworkPolicy")) {
            // Of a kind that nobody knows, nobody knows whether it keeps to its namespace.
            return Reach.CLUSTER;
        }
        return Reach.NONE;
    }
}
