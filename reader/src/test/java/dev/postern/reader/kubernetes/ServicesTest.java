package dev.postern.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Address;
import dev.postern.model.EndpointSlice;
import dev.postern.model.IngressPath;
import dev.postern.model.IngressPath.BackendPort;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.model.Protocol;
import dev.postern.model.Requirement;
import dev.postern.model.Selector;
import dev.postern.model.Service;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Services, what lies behind them, and the ways in from outside. */
class ServicesTest {

    private static Service service(String spec) {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: web, namespace: shop}
                        spec:
                        """
                                + spec.indent(2));
        assertThat(read.findings()).isEmpty();
        return read.cluster().services().getFirst();
    }

    private static List<IngressPath> paths(String... texts) {
        Manifests read = Manifests.of(texts);
        assertThat(read.findings()).isEmpty();
        return read.cluster().ingressPaths();
    }

    private static ObjectName named(String kind, String name) {
        return new ObjectName(kind, "shop", name);
    }

    @Test
    void a_service_leads_from_its_ports_to_those_of_its_pods() {
        Service service =
                service(
                        """
                        selector: {app: web}
                        clusterIP: 192.0.2.10
                        clusterIPs: [192.0.2.10, "2001:db8::10"]
                        ports:
                        - {name: http, port: 80, targetPort: 8080}
                        - {name: dns, port: 53, protocol: UDP, targetPort: dns}
                        - {port: 90}
                        """);

        assertThat(service.name()).isEqualTo(named("Service", "web"));
        assertThat(service.type()).isEqualTo(Service.Type.CLUSTER_IP);
        assertThat(service.selector())
                .isEqualTo(Optional.of(new Selector(List.of(Requirement.equal("app", "web")))));
        assertThat(service.clusterAddresses())
                .containsExactly(Address.of("192.0.2.10"), Address.of("2001:db8::10"));
        assertThat(service.headless()).isFalse();
        assertThat(service.ports())
                .containsExactly(
                        new Service.Port(
                                "http",
                                Protocol.TCP,
                                80,
                                new Service.Target.Number(8080),
                                0,
                                new Origin.Written("a.yaml", 9, 5, "spec.ports[0]")),
                        new Service.Port(
                                "dns",
                                Protocol.UDP,
                                53,
                                new Service.Target.Named("dns"),
                                0,
                                new Origin.Written("a.yaml", 10, 5, "spec.ports[1]")),
                        new Service.Port(
                                "",
                                Protocol.TCP,
                                90,
                                new Service.Target.Number(90),
                                0,
                                new Origin.Written("a.yaml", 11, 5, "spec.ports[2]")));
    }

    @Test
    void a_headless_service_has_no_address() {
        Service service = service("clusterIP: None\nclusterIPs: [None]");

        assertThat(service.headless()).isTrue();
        assertThat(service.clusterAddresses()).isEmpty();
    }

    @Test
    void an_empty_or_null_selector_is_no_selector() {
        assertThat(service("selector: {}").selector()).isEmpty();
        assertThat(service("selector: null").selector()).isEmpty();
        assertThat(service("ports: []").selector()).isEmpty();
    }

    @Test
    void node_ports_external_addresses_and_names_are_read() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: web, namespace: shop}
                        spec:
                          type: LoadBalancer
                          externalIPs: [198.51.100.7]
                          ports: [{port: 80, nodePort: 30080}]
                        status: {loadBalancer: {ingress: [{ip: 203.0.113.7}, {hostname: a.b}]}}
                        """);
        Service service = read.cluster().services().getFirst();

        assertThat(service.type()).isEqualTo(Service.Type.LOAD_BALANCER);
        assertThat(service.externalAddresses())
                .containsExactly(Address.of("198.51.100.7"), Address.of("203.0.113.7"));
        assertThat(service.ports().getFirst().nodePort()).isEqualTo(30080);
        assertThat(service("type: ExternalName\nexternalName: db.example.com").externalName())
                .isEqualTo("db.example.com");
    }

    @Test
    void slips_in_a_service_are_found_and_newer_fields_are_not() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: v1
                        kind: Service
                        metadata: {name: web}
                        spec:
                          type: Loadbalancer
                          selectors: {app: web}
                          trafficDistribution: PreferClose
                          ports:
                          - {port: 80, targetport: 8080, appProtocol: http}
                          - {port: "80", protocol: udp, targetPort: 70000, nodePort: 99999}
                          - {targetPort: UPPER}
                          clusterIP: nowhere
                        """);

        assertThat(read.problems())
                .containsExactly(
                        "PST-bad-value a.yaml:5:9",
                        "PST-unknown-field a.yaml:6:3",
                        "PST-unknown-field a.yaml:9:16",
                        "PST-wrong-type a.yaml:10:12",
                        "PST-bad-protocol a.yaml:10:28",
                        "PST-bad-port a.yaml:10:45",
                        "PST-bad-port a.yaml:10:62",
                        "PST-missing-field a.yaml:11:5",
                        "PST-bad-port-name a.yaml:11:18",
                        "PST-bad-address a.yaml:12:14");
        assertThat(read.cluster().gaps())
                .extracting(gap -> gap.getClass().getSimpleName())
                .containsExactly("Route");
    }

    private static final String SLICE =
            """
            apiVersion: discovery.k8s.io/v1
            kind: EndpointSlice
            metadata:
              name: web-x
              namespace: shop
              labels: {kubernetes.io/service-name: web}
            addressType: IPv4
            endpoints:
            - addresses: [192.0.2.7]
              targetRef: {kind: Pod, name: web-a}
            - addresses: [192.0.2.8]
              conditions: {ready: false}
            - addresses: [192.0.2.9]
              conditions: {ready: null}
            ports: [{name: http, port: 8080}]
            """;

    private static final String ENDPOINTS =
            """
            apiVersion: v1
            kind: Endpoints
            metadata: {name: web, namespace: shop}
            subsets:
            - addresses: [{ip: 192.0.2.7, targetRef: {kind: Pod, name: web-a}}]
              notReadyAddresses: [{ip: 192.0.2.8}]
              ports: [{port: 8080, name: http}]
            """;

    @Test
    void an_endpoint_slice_is_read() {
        EndpointSlice slice = Manifests.of(SLICE).cluster().endpointSlices().getFirst();

        assertThat(slice.name()).isEqualTo(named("EndpointSlice", "web-x"));
        assertThat(slice.service()).isEqualTo("web");
        assertThat(slice.endpoints())
                .containsExactly(
                        new EndpointSlice.Endpoint(
                                List.of(Address.of("192.0.2.7")), Optional.of("web-a"), true),
                        new EndpointSlice.Endpoint(
                                List.of(Address.of("192.0.2.8")), Optional.empty(), false),
                        new EndpointSlice.Endpoint(
                                List.of(Address.of("192.0.2.9")), Optional.empty(), true));
        assertThat(slice.ports())
                .containsExactly(new EndpointSlice.Port("http", Protocol.TCP, 8080));
    }

    @Test
    void endpoints_count_where_their_service_has_no_slice() {
        EndpointSlice slice = Manifests.of(ENDPOINTS).cluster().endpointSlices().getFirst();

        assertThat(slice.service()).isEqualTo("web");
        assertThat(slice.endpoints()).extracting(e -> e.ready()).containsExactly(true, false);
        assertThat(Manifests.of(ENDPOINTS, SLICE).cluster().endpointSlices())
                .extracting(s -> s.name().kind())
                .containsExactly("EndpointSlice");
    }

    @Test
    void an_ingress_opens_a_way_for_each_path() {
        List<IngressPath> paths =
                paths(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: Ingress
                        metadata: {name: front, namespace: shop}
                        spec:
                          ingressClassName: nginx
                          defaultBackend: {service: {name: fallback, port: {number: 80}}}
                          tls: [{hosts: [shop.example.com]}]
                          rules:
                          - host: shop.example.com
                            http:
                              paths:
                              - path: /api
                                pathType: Prefix
                                backend: {service: {name: api, port: {name: http}}}
                              - path: /files
                                pathType: Prefix
                                backend: {resource: {kind: Bucket, name: files}}
                        """);

        assertThat(paths)
                .containsExactly(
                        new IngressPath(
                                named("Ingress", "front"),
                                "",
                                "",
                                "nginx",
                                named("Service", "fallback"),
                                new BackendPort.Number(80),
                                new Origin.Written("a.yaml", 6, 19, "spec.defaultBackend")),
                        new IngressPath(
                                named("Ingress", "front"),
                                "shop.example.com",
                                "/api",
                                "nginx",
                                named("Service", "api"),
                                new BackendPort.Named("http"),
                                new Origin.Written(
                                        "a.yaml", 14, 18, "spec.rules[0].http.paths[0].backend")));
    }

    @Test
    void an_old_ingress_is_read_too() {
        List<IngressPath> paths =
                paths(
                        """
                        apiVersion: extensions/v1beta1
                        kind: Ingress
                        metadata:
                          name: front
                          namespace: shop
                          annotations: {kubernetes.io/ingress.class: traefik}
                        spec:
                          rules:
                          - http: {paths: [{backend: {serviceName: api, servicePort: 80}}]}
                        """);

        assertThat(paths).hasSize(1);
        assertThat(paths.getFirst().controllerClass()).isEqualTo("traefik");
        assertThat(paths.getFirst().backend()).isEqualTo(named("Service", "api"));
    }

    @Test
    void an_ingress_with_slips_opens_nothing_and_leaves_a_gap() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: networking.k8s.io/v1
                        kind: Ingress
                        metadata: {name: front, namespace: shop}
                        spec:
                          defaultBackend: {service: {name: web, port: {number: 80}}}
                          rules:
                          - http:
                              paths:
                              - backend: {service: {name: api}}
                              - path: /x
                              - backend: {service: {name: api, port: {number: "80"}}}
                        """);

        assertThat(read.problems())
                .containsExactly(
                        "PST-missing-field a.yaml:9:18",
                        "PST-missing-field a.yaml:10:9",
                        "PST-wrong-type a.yaml:11:55");
        assertThat(read.cluster().ingressPaths()).isEmpty();
        assertThat(read.cluster().gaps()).hasSize(1);
    }

    @Test
    void routes_take_the_class_of_their_gateway_wherever_it_is_written() {
        String gateway =
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: Gateway
                metadata: {name: edge, namespace: infra}
                spec: {gatewayClassName: istio, listeners: []}
                """;
        String route =
                """
                apiVersion: gateway.networking.k8s.io/v1
                kind: HTTPRoute
                metadata: {name: r, namespace: shop}
                spec:
                  parentRefs: [{name: edge, namespace: infra}]
                  hostnames: [a.example.com, b.example.com]
                  rules:
                  - matches: [{path: {type: PathPrefix, value: /api}}]
                    backendRefs: [{name: api, port: 8080}, {name: pay, namespace: pay, port: 1}]
                """;

        for (List<IngressPath> paths : List.of(paths(gateway, route), paths(route, gateway))) {
            assertThat(paths)
                    .extracting(p -> p.host() + p.path() + " " + p.backend().path())
                    .containsExactly(
                            "a.example.com/api shop/api",
                            "b.example.com/api shop/api",
                            "a.example.com/api pay/pay",
                            "b.example.com/api pay/pay");
            assertThat(paths).extracting(IngressPath::controllerClass).containsOnly("istio");
        }
    }

    @Test
    void grpc_and_tcp_routes_are_ways_in_and_a_mesh_route_is_none() {
        assertThat(
                        paths(
                                """
                                apiVersion: gateway.networking.k8s.io/v1
                                kind: GRPCRoute
                                metadata: {name: r, namespace: shop}
                                spec:
                                  parentRefs: [{name: edge}]
                                  rules:
                                  - matches: [{method: {service: pay.Api, method: Charge}}]
                                    backendRefs: [{name: api, port: 8080}]
                                """,
                                """
                                apiVersion: gateway.networking.k8s.io/v1alpha2
                                kind: TCPRoute
                                metadata: {name: r, namespace: shop}
                                spec:
                                  parentRefs: [{name: edge}]
                                  rules: [{backendRefs: [{name: db, port: 5432}]}]
                                """,
                                """
                                apiVersion: gateway.networking.k8s.io/v1
                                kind: HTTPRoute
                                metadata: {name: mesh, namespace: shop}
                                spec:
                                  parentRefs: [{kind: Service, group: "", name: api}]
                                  rules: [{backendRefs: [{name: api, port: 1}]}]
                                """))
                .extracting(p -> p.owner().kind() + p.path() + " " + p.backend().name())
                .containsExactly("GRPCRoute/pay.Api/Charge api", "TCPRoute db");
    }

    @Test
    void an_openshift_route_leads_to_each_of_its_services() {
        List<IngressPath> paths =
                paths(
                        """
                        apiVersion: route.openshift.io/v1
                        kind: Route
                        metadata: {name: r, namespace: shop}
                        spec:
                          host: shop.example.com
                          to: {kind: Service, name: web, weight: 90}
                          alternateBackends: [{kind: Service, name: web2, weight: 10}]
                          port: {targetPort: http}
                        """,
                        """
                        apiVersion: route.openshift.io/v1
                        kind: Route
                        metadata: {name: s, namespace: shop}
                        spec: {to: {name: web}}
                        """);

        assertThat(paths)
                .extracting(p -> p.host() + " " + p.backend().name() + " " + p.port())
                .containsExactly(
                        "shop.example.com web Named[name=http]",
                        "shop.example.com web2 Named[name=http]",
                        " web Any[]");
    }
}
