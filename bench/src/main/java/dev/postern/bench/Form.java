package dev.postern.bench;

/** How the workloads of a generated cluster are written; all forms tell of the same cluster. */
public enum Form {
    /** One Deployment for each workload. */
    DEPLOYMENTS,
    /** Bare Pods with addresses. */
    PODS,
    /** Pods with addresses that a ReplicaSet owns. */
    OWNED,
    /** One List of everything, with status and managedFields, as kubectl prints it in YAML. */
    DUMP_YAML,
    /** The same in JSON. */
    DUMP_JSON;

    boolean isDump() {
        return this == DUMP_YAML || this == DUMP_JSON;
    }
}
