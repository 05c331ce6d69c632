package dev.postern.reader.kubernetes;

import dev.postern.model.Spelling;
import java.util.Optional;

/**
 * A kind that is read.
 *
 * @param apiVersion what a manifest of today says
 */
record Kind(String name, String apiVersion, Form form) {

    /** Every kind that is read, for those that are misspelt. */
    private static final String[] NAMES = {
        "NetworkPolicy",
        "Namespace",
        "Pod",
        "Deployment",
        "StatefulSet",
        "DaemonSet",
        "ReplicaSet",
        "ReplicationController",
        "Job",
        "CronJob",
        "Service",
        "EndpointSlice",
        "Endpoints",
        "Node",
        "Ingress",
        "Gateway",
        "HTTPRoute",
        "GRPCRoute",
        "TCPRoute",
        "Route",
        "List"
    };

    /** The kind of this name among those of Kubernetes, OpenShift and the Gateway API. */
    static Optional<Kind> named(String name) {
        return switch (name) {
            case "Pod" -> of(name, "v1", Form.POD);
            case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet" ->
                    of(name, "apps/v1", Form.WORKLOAD);
            case "ReplicationController" -> of(name, "v1", Form.WORKLOAD);
            case "Job" -> of(name, "batch/v1", Form.WORKLOAD);
            case "CronJob" -> of(name, "batch/v1", Form.CRON_JOB);
            case "Service" -> of(name, "v1", Form.SERVICE);
            case "NetworkPolicy" -> of(name, "networking.k8s.io/v1", Form.NETWORK_POLICY);
            case "Namespace" -> of(name, "v1", Form.NAMESPACE);
            case "Node" -> of(name, "v1", Form.NODE);
            case "EndpointSlice" -> of(name, "discovery.k8s.io/v1", Form.ENDPOINT_SLICE);
            case "Endpoints" -> of(name, "v1", Form.ENDPOINTS);
            case "Ingress" -> of(name, "networking.k8s.io/v1", Form.INGRESS);
            case "Gateway" -> of(name, "gateway.networking.k8s.io/v1", Form.GATEWAY);
            case "HTTPRoute", "GRPCRoute" ->
                    of(name, "gateway.networking.k8s.io/v1", Form.GATEWAY_ROUTE);
            case "TCPRoute" -> of(name, "gateway.networking.k8s.io/v1alpha2", Form.GATEWAY_ROUTE);
            case "Route" -> of(name, "route.openshift.io/v1", Form.OPENSHIFT_ROUTE);
            default -> Optional.empty();
        };
    }

    private static Optional<Kind> of(String name, String apiVersion, Form form) {
        return Optional.of(new Kind(name, apiVersion, form));
    }

    /** A kind that is known by nothing but its pod template. */
    static Kind workload(String name, String apiVersion) {
        return new Kind(name, apiVersion, Form.WORKLOAD);
    }

    /** The kind that a person meant who wrote another name; empty where none is near. */
    static String nearest(String written) {
        for (String name : NAMES) {
            if (Spelling.isSlip(written, name)) {
                return name;
            }
        }
        return "";
    }

    /** {@code apps} of {@code apps/v1}; empty for the core group. */
    static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }

    /** Whether a group is one of Kubernetes' own, in which every kind is known. */
    static boolean isBuiltIn(String group) {
        return group.indexOf('.') < 0 || group.endsWith(".k8s.io");
    }

    /** Whether objects of this kind are also served, or were once, under another version. */
    boolean isServedAs(String written) {
        if (written.equals(apiVersion)) {
            return true;
        }
        String group = group(written);
        return switch (form) {
            case WORKLOAD, CRON_JOB, INGRESS ->
                    group.equals(group(apiVersion)) && !group.isEmpty()
                            || group.equals("extensions");
            case ENDPOINT_SLICE, GATEWAY, GATEWAY_ROUTE -> group.equals(group(apiVersion));
            case OPENSHIFT_ROUTE -> written.equals("v1");
            case NAMESPACE, POD, SERVICE, ENDPOINTS, NODE, NETWORK_POLICY -> false;
        };
    }

    boolean namespaced() {
        return form.isNamespaced();
    }

    /** Whether every field counts: a policy with a misspelt field is another policy. */
    boolean strict() {
        return form == Form.NETWORK_POLICY;
    }

    Metadata.NameForm nameForm() {
        return form == Form.NAMESPACE || form == Form.SERVICE
                ? Metadata.NameForm.LABEL
                : Metadata.NameForm.SUBDOMAIN;
    }
}
