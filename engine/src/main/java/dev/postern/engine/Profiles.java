package dev.postern.engine;

import dev.postern.model.Cluster;
import dev.postern.model.Pod;
import dev.postern.model.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The CNIs that Postern knows, and how it recognises them in an input. */
public final class Profiles {
    private static final String NOTHING_ENFORCES =
            "does not enforce NetworkPolicy: the policies change nothing, and every pod reaches every pod.";

    /**
     * Where several are seen at once, the first of this list counts: one that enforces stands
     * beside one that only connects (Flannel with kube-network-policies).
     */
    private static final List<Known> ALL =
            List.of(
                    known("calico", Truth.TRUE, "", "calico-node"),
                    known("cilium", Truth.TRUE, "", "cilium"),
                    known("canal", Truth.TRUE, "", "canal", "rke2-canal"),
                    known("antrea", Truth.TRUE, "", "antrea-agent"),
                    known("ovn-kubernetes", Truth.TRUE, "", "ovnkube-node", "ovs-node"),
                    known("kube-router", Truth.TRUE, "", "kube-router"),
                    known("weave", Truth.TRUE, "", "weave-net"),
                    known("romana", Truth.TRUE, "", "romana-agent"),
                    known("gke-dataplane-v2", Truth.TRUE, "", "anetd"),
                    known("kube-network-policies", Truth.TRUE, "", "kube-network-policies"),
                    known("azure-npm", Truth.TRUE, "", "azure-npm"),
                    known("postern", Truth.TRUE, "", "postern-agent"),
                    known(
                            "kindnet",
                            Truth.TRUE,
                            "kindnet enforces NetworkPolicy since kind v0.24; before, nothing did.",
                            "kindnet"),
                    known(
                            "aws-vpc-cni",
                            Truth.UNKNOWN,
                            "The AWS VPC CNI enforces NetworkPolicy only with its network policy agent switched on, which the input does not say.",
                            "aws-node"),
                    known(
                            "azure-cni",
                            Truth.UNKNOWN,
                            "Azure CNI enforces NetworkPolicy only with Azure NPM, Calico or Cilium, which the input does not show.",
                            "azure-cns"),
                    known(
                            "flannel",
                            Truth.FALSE,
                            "Flannel " + NOTHING_ENFORCES,
                            "kube-flannel-ds",
                            "kube-flannel"),
                    known("none", Truth.FALSE, "This CNI " + NOTHING_ENFORCES));

    /** A profile, and the DaemonSets by which its CNI shows. */
    private record Known(Profile profile, List<String> daemonSets) {}

    private Profiles() {}

    private static Known known(String name, Truth enforces, String note, String... daemonSets) {
        return new Known(new Profile(name, enforces, note), List.of(daemonSets));
    }

    /** The names that {@code --cni} takes. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Known known : ALL) {
            names.add(known.profile.name());
        }
        return names;
    }

    public static Optional<Profile> named(String name) {
        for (Known known : ALL) {
            if (known.profile.name().equals(name)) {
                return Optional.of(known.profile);
            }
        }
        return Optional.empty();
    }

    /** The profile of the CNI that a cluster's own workloads show, if any does. */
    public static Optional<Profile> seenIn(Cluster cluster) {
        for (Known known : ALL) {
            for (Pod pod : cluster.pods()) {
                if (pod.workload().kind().equals("DaemonSet")
                        && known.daemonSets.contains(pod.workload().name())) {
                    return Optional.of(known.profile);
                }
            }
        }
        return Optional.empty();
    }
}
