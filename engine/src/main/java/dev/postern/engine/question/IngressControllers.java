package dev.postern.engine.question;

import dev.postern.engine.End;
import dev.postern.model.Cluster;
import dev.postern.model.Labels;
import dev.postern.model.Pod;
import dev.postern.model.Truth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the pods that bring traffic in: the proxies of the controllers that are widely used. */
final class IngressControllers {
    /** The labels that each controller's own installation gives its proxies. */
    private static final List<Known> ALL =
            List.of(
                    known("nginx", "app.kubernetes.io/name", "ingress-nginx"),
                    known("nginx", "app.kubernetes.io/name", "nginx-ingress"),
                    known("traefik", "app.kubernetes.io/name", "traefik"),
                    known("haproxy", "app.kubernetes.io/name", "haproxy-ingress"),
                    known("haproxy", "app.kubernetes.io/name", "kubernetes-ingress"),
                    known("contour", "app.kubernetes.io/component", "envoy"),
                    known("contour", "app", "envoy"),
                    known("kong", "app.kubernetes.io/name", "kong"),
                    known("istio", "istio", "ingressgateway"),
                    known(
                            "openshift-default",
                            "ingresscontroller.operator.openshift.io/deployment-ingresscontroller",
                            "default"));

    private final Map<String, List<Member>> byClass = new LinkedHashMap<>();

    private record Known(String controllerClass, String key, String value) {
        boolean matches(Labels labels) {
            return labels.has(key, value) == Truth.TRUE;
        }
    }

    private static Known known(String controllerClass, String key, String value) {
        return new Known(controllerClass, key, value);
    }

    IngressControllers(Cluster cluster) {
        for (Pod pod : cluster.pods()) {
            if (pod.phase() == Pod.Phase.ALIVE) {
                for (Known known : ALL) {
                    if (known.matches(pod.labels())) {
                        byClass.computeIfAbsent(known.controllerClass, _ -> new ArrayList<>())
                                .add(new Member(pod.workload().path(), new End.OfPod(pod.name())));
                        break;
                    }
                }
            }
        }
    }

    /** The proxies of a class; where a class is not named or not known, of the only controller. */
    List<Member> of(String controllerClass) {
        List<Member> own = byClass.get(controllerClass);
        if (own != null) {
            return own;
        }
        Set<String> classes = byClass.keySet();
        boolean known = ALL.stream().anyMatch(one -> one.controllerClass.equals(controllerClass));
        return !known && classes.size() == 1 ? byClass.values().iterator().next() : List.of();
    }
}
