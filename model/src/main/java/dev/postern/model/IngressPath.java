package dev.postern.model;

/**
 * One way in from outside through a proxy: an Ingress rule, an OpenShift Route, or a Gateway API
 * route.
 *
 * @param owner the object that opens it
 * @param host empty for every host
 * @param path empty for every path
 * @param controllerClass what names the controller that serves it (an ingress class, a gateway
 *     class); empty where the object does not say
 * @param backend the Service it leads to
 * @param port the Service's port
 */
public record IngressPath(
        ObjectName owner,
        String host,
        String path,
        String controllerClass,
        ObjectName backend,
        BackendPort port,
        Origin origin) {

    /** How a path names the port of its Service. */
    public sealed interface BackendPort {
        record Number(int number) implements BackendPort {}

        record Named(String name) implements BackendPort {}

        /** An OpenShift Route may leave it out: every port of the Service. */
        record Any() implements BackendPort {}
    }
}
