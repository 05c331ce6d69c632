package dev.postern.model;

import java.util.List;
import java.util.Optional;

/**
 * A pod of a cluster, or the pods that a controller will make from its template.
 *
 * @param workload the controller that owns it; a bare pod is its own workload
 * @param replicas how many pods this stands for: 1 for a pod that was seen, what the controller
 *     asks for where only its template was
 * @param addresses none where they are not known
 * @param node the node it runs on, where known
 * @param portsComplete whether every container declares ports, so that an undeclared port is likely
 *     one that nobody listens on
 */
public record Pod(
        ObjectName name,
        ObjectName workload,
        int replicas,
        Labels labels,
        List<Address> addresses,
        Optional<String> node,
        boolean hostNetwork,
        Phase phase,
        String serviceAccount,
        List<ContainerPort> ports,
        boolean portsComplete,
        Origin origin) {

    /** Where in its life a pod is, as far as traffic is concerned. */
    public enum Phase {
        /** Running, starting or terminating: its policies apply. */
        ALIVE,
        /** Succeeded or Failed: it has no network any more. */
        FINISHED
    }

    public Pod {
        addresses = List.copyOf(addresses);
        ports = List.copyOf(ports);
        if (replicas < 0) {
            throw new IllegalArgumentException("replicas " + replicas);
        }
    }

    public String namespace() {
        return name.namespace();
    }

    /** Whether this is a controller's template, not a pod that was seen. */
    public boolean isTemplate() {
        return !name.kind().equals("Pod");
    }
}
