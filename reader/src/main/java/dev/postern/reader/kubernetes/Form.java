package dev.postern.reader.kubernetes;

/** How an object is laid out, and so which reader takes it. */
enum Form {
    NAMESPACE(false),
    POD(true),
    /** A controller with a pod template at {@code spec.template}. */
    WORKLOAD(true),
    CRON_JOB(true),
    SERVICE(true),
    ENDPOINT_SLICE(true),
    ENDPOINTS(true),
    NODE(false),
    INGRESS(true),
    GATEWAY(true),
    GATEWAY_ROUTE(true),
    OPENSHIFT_ROUTE(true),
    NETWORK_POLICY(true);

    private final boolean namespaced;

    Form(boolean namespaced) {
        this.namespaced = namespaced;
    }

    boolean isNamespaced() {
        return namespaced;
    }
}
