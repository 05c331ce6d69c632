package dev.postern.engine.question;

import dev.postern.engine.Verdict;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;

/**
 * A way from outside to pods, and whether policies leave it open.
 *
 * @param owner the object that opens it: an Ingress, a Route, a Service of type LoadBalancer
 * @param host empty for every host, and for a Service
 * @param path empty for every path
 * @param from who delivers: the controller's workload, {@code ingress-controller} where it is not
 *     known, {@code internet} where clients come in directly
 * @param to the Service, with the port that is meant
 */
public record Entrance(
        ObjectName owner,
        String host,
        String path,
        String from,
        String to,
        Verdict verdict,
        Origin origin) {}
