package dev.postern.engine.question;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.engine.Engine;
import dev.postern.engine.Manifests;
import dev.postern.engine.Profile;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntrancesTest {
    private static final String WEB =
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, labels: {app: web}}
            spec: {containers: [{name: c, image: i, ports: [{name: http, containerPort: 8080}]}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{name: http, port: 80, targetPort: http}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: site}
            spec:
              ingressClassName: nginx
              rules:
              - host: www.example.com
                http:
                  paths:
                  - path: /
                    pathType: Prefix
                    backend: {service: {name: web, port: {name: http}}}
            ---
            """;
    private static final String CONTROLLER =
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: ingress-nginx}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: controller, namespace: ingress-nginx}
            spec:
              selector: {matchLabels: {app.kubernetes.io/name: ingress-nginx}}
              template:
                metadata: {labels: {app.kubernetes.io/name: ingress-nginx}}
                spec: {containers: [{name: c, image: i}]}
            ---
            """;

    private static String policy(String from) {
        return """
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: {name: web}
        spec:
          podSelector: {matchLabels: {app: web}}
          ingress:
          - from: [%s]
            ports: [{port: http}]
        ---
        """
                .formatted(from);
    }

    private static List<String> entrances(String yaml) {
        return Entrances.of(Engine.compile(Manifests.read(yaml), Profile.ASSUMED)).stream()
                .map(one ->
                        "%s %s%s: %s -> %s is %s"
                                .formatted(
                                        one.owner(),
                                        one.host(),
                                        one.path(),
                                        one.from(),
                                        one.to(),
                                        one.verdict().word()))
                .toList();
    }

    @Test
    void an_ingress_path_comes_from_its_controller() {
        String admits =
                policy(
                        "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress-nginx}}}");
        assertThat(entrances(WEB + CONTROLLER + admits))
                .containsExactly(
                        "Ingress default/site www.example.com/: ingress-nginx/controller -> svc/default/web:http is allowed");
        assertThat(entrances(WEB + CONTROLLER + policy("{podSelector: {}}")))
                .containsExactly(
                        "Ingress default/site www.example.com/: ingress-nginx/controller -> svc/default/web:http is denied");
    }

    @Test
    void a_controller_that_is_nowhere_is_some_pod() {
        assertThat(entrances(WEB))
                .containsExactly(
                        "Ingress default/site www.example.com/: ingress-controller -> svc/default/web:http is allowed");
        assertThat(entrances(WEB + policy("{namespaceSelector: {}}")))
                .containsExactly(
                        "Ingress default/site www.example.com/: ingress-controller -> svc/default/web:http is unknown");
    }

    @Test
    void a_load_balancer_lets_the_internet_in_where_policies_do() {
        String balanced = WEB.replace("spec: {selector", "spec: {type: LoadBalancer, selector");
        assertThat(entrances(balanced))
                .contains("Service default/web : internet -> svc/default/web:80 is allowed");
        assertThat(entrances(balanced + policy("{ipBlock: {cidr: 192.0.2.0/24}}")))
                .contains("Service default/web : internet -> svc/default/web:80 is denied");
        assertThat(entrances(balanced + policy("{ipBlock: {cidr: 8.0.0.0/8}}")))
                .contains("Service default/web : internet -> svc/default/web:80 is mixed");
    }
}
