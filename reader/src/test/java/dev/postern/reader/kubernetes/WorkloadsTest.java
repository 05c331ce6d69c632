package dev.postern.reader.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.model.Address;
import dev.postern.model.ContainerPort;
import dev.postern.model.Labels;
import dev.postern.model.ObjectName;
import dev.postern.model.Pod;
import dev.postern.model.Protocol;
import dev.postern.model.Truth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pods, the controllers that make them, and how the one folds into the other. */
class WorkloadsTest {

    private static List<Pod> pods(String... texts) {
        Manifests read = Manifests.of(texts);
        assertThat(read.findings()).isEmpty();
        return read.cluster().pods();
    }

    private static Pod pod(String... texts) {
        List<Pod> pods = pods(texts);
        assertThat(pods).hasSize(1);
        return pods.getFirst();
    }

    private static String workload(String apiVersion, String kind, String spec) {
        return """
        apiVersion: %s
        kind: %s
        metadata: {name: web, namespace: shop}
        spec:
        %s  template:
            metadata: {labels: {app: web}}
            spec:
              containers:
              - name: web
                ports: [{containerPort: 8080, name: http}]
        """
                .formatted(apiVersion, kind, spec);
    }

    private static String ownedPod(String name, String ownerKind, String owner, String labels) {
        return """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s
          namespace: shop
          labels: {%s}
          ownerReferences:
          - {apiVersion: v1, kind: Other, name: not-this, uid: a}
          - {apiVersion: apps/v1, kind: %s, name: %s, uid: b, controller: true}
        """
                .formatted(name, labels, ownerKind, owner);
    }

    private static ObjectName named(String kind, String name) {
        return new ObjectName(kind, "shop", name);
    }

    @Test
    void a_bare_pod_is_its_own_workload() {
        Pod pod =
                pod(
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: web, namespace: shop, labels: {app: web}}
                        spec:
                          nodeName: n1
                          serviceAccountName: robot
                          containers:
                          - name: web
                            ports:
                            - containerPort: 8080
                              name: http
                            - {containerPort: 53, protocol: UDP}
                        status:
                          phase: Running
                          podIP: 192.0.2.7
                          podIPs: [{ip: 192.0.2.7}, {ip: "2001:db8::7"}]
                        """);

        assertThat(pod.name()).isEqualTo(named("Pod", "web"));
        assertThat(pod.workload()).isEqualTo(pod.name());
        assertThat(pod.isTemplate()).isFalse();
        assertThat(pod.replicas()).isEqualTo(1);
        assertThat(pod.labels()).isEqualTo(Labels.of(Map.of("app", "web")));
        assertThat(pod.addresses())
                .containsExactly(Address.of("192.0.2.7"), Address.of("2001:db8::7"));
        assertThat(pod.node()).isEqualTo(Optional.of("n1"));
        assertThat(pod.serviceAccount()).isEqualTo("robot");
        assertThat(pod.phase()).isEqualTo(Pod.Phase.ALIVE);
        assertThat(pod.ports())
                .containsExactly(
                        new ContainerPort("http", Protocol.TCP, 8080),
                        new ContainerPort("", Protocol.UDP, 53));
        assertThat(pod.portsComplete()).isTrue();
    }

    @Test
    void succeeded_and_failed_pods_are_finished() {
        for (String phase : List.of("Succeeded", "Failed")) {
            Pod pod =
                    pod(
                            """
                            apiVersion: v1
                            kind: Pod
                            metadata: {name: web}
                            status: {phase: %s}
                            """
                                    .formatted(phase));
            assertThat(pod.phase()).isEqualTo(Pod.Phase.FINISHED);
        }
    }

    @Test
    void host_network_and_the_old_service_account_field_are_read() {
        Pod pod =
                pod(
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: web}
                        spec: {hostNetwork: true, serviceAccount: robot}
                        """);

        assertThat(pod.hostNetwork()).isTrue();
        assertThat(pod.serviceAccount()).isEqualTo("robot");
        assertThat(pod.portsComplete()).isFalse();
    }

    @Test
    void a_sidecar_s_ports_count_and_those_of_an_init_container_that_ends_do_not() {
        Pod pod =
                pod(
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: web}
                        spec:
                          initContainers:
                          - {name: setup, ports: [{containerPort: 1}]}
                          - {name: proxy, restartPolicy: Always, ports: [{containerPort: 2}]}
                          containers:
                          - {name: web, ports: [{containerPort: 3}]}
                          - {name: logs}
                        """);

        assertThat(pod.ports()).extracting(ContainerPort::number).containsExactly(2, 3);
        assertThat(pod.portsComplete()).isFalse();
    }

    @Test
    void a_deployment_without_pods_stands_for_its_replicas() {
        Pod pod = pod(workload("apps/v1", "Deployment", "  replicas: 3\n"));

        assertThat(pod.name()).isEqualTo(named("Deployment", "web"));
        assertThat(pod.workload()).isEqualTo(pod.name());
        assertThat(pod.isTemplate()).isTrue();
        assertThat(pod.replicas()).isEqualTo(3);
        assertThat(pod.ports()).containsExactly(new ContainerPort("http", Protocol.TCP, 8080));
        assertThat(pod.labels().has("app", "web")).isEqualTo(Truth.TRUE);
        assertThat(pod.labels().has("pod-template-hash")).isEqualTo(Truth.TRUE);
        assertThat(pod.labels().has("pod-template-hash", "x")).isEqualTo(Truth.UNKNOWN);
    }

    @Test
    void replicas_are_one_unless_written() {
        assertThat(pod(workload("apps/v1", "Deployment", "")).replicas()).isEqualTo(1);
        assertThat(pod(workload("apps/v1", "Deployment", "  replicas: null\n")).replicas())
                .isEqualTo(1);
        assertThat(pod(workload("apps/v1", "StatefulSet", "  replicas: 0\n")).replicas())
                .isEqualTo(0);
        assertThat(pod(workload("batch/v1", "Job", "  parallelism: 4\n")).replicas()).isEqualTo(4);
    }

    @Test
    void a_daemon_set_has_a_pod_on_each_node_that_is_known() {
        String set = workload("apps/v1", "DaemonSet", "");
        String node = "apiVersion: v1\nkind: Node\nmetadata: {name: %s}\n";

        assertThat(pod(set).replicas()).isEqualTo(2);
        assertThat(
                        pod(set, node.formatted("n1"), node.formatted("n2"), node.formatted("n3"))
                                .replicas())
                .isEqualTo(3);
    }

    @Test
    void each_controller_adds_its_labels_with_unknown_values() {
        Map<String, List<String>> expected =
                Map.of(
                        "apps/v1 StatefulSet",
                        List.of(
                                "controller-revision-hash",
                                "statefulset.kubernetes.io/pod-name",
                                "apps.kubernetes.io/pod-index"),
                        "apps/v1 DaemonSet",
                        List.of("controller-revision-hash", "pod-template-generation"),
                        "batch/v1 Job",
                        List.of(
                                "job-name",
                                "controller-uid",
                                "batch.kubernetes.io/job-name",
                                "batch.kubernetes.io/controller-uid"),
                        "argoproj.io/v1alpha1 Rollout",
                        List.of("rollouts-pod-template-hash"),
                        "apps/v1 ReplicaSet",
                        List.of(),
                        "v1 ReplicationController",
                        List.of());
        expected.forEach((kind, labels) -> {
            String[] words = kind.split(" ", 2);
            Labels found = pod(workload(words[0], words[1], "")).labels();
            assertThat(found.size()).as(kind).isEqualTo(1 + labels.size());
            for (String label : labels) {
                assertThat(found.has(label)).as(kind).isEqualTo(Truth.TRUE);
                assertThat(found.show(label)).as(kind).isEqualTo("?");
            }
        });
    }

    @Test
    void an_indexed_job_adds_the_index() {
        Labels labels = pod(workload("batch/v1", "Job", "  completionMode: Indexed\n")).labels();

        assertThat(labels.show("batch.kubernetes.io/job-completion-index")).isEqualTo("?");
    }

    @Test
    void a_cron_job_is_a_workload() {
        Pod pod =
                pod(
                        """
                        apiVersion: batch/v1
                        kind: CronJob
                        metadata: {name: backup, namespace: shop}
                        spec:
                          schedule: "0 3 * * *"
                          jobTemplate:
                            spec:
                              parallelism: 2
                              template:
                                metadata: {labels: {app: backup}}
                                spec: {containers: [{name: a}]}
                        """);

        assertThat(pod.workload()).isEqualTo(named("CronJob", "backup"));
        assertThat(pod.replicas()).isEqualTo(2);
        assertThat(pod.labels().has("app", "backup")).isEqualTo(Truth.TRUE);
        assertThat(pod.labels().show("job-name")).isEqualTo("?");
    }

    @Test
    void any_kind_with_a_pod_template_is_a_workload() {
        assertThat(pod(workload("example.com/v1", "Fleet", "  replicas: 2\n")).workload())
                .isEqualTo(named("Fleet", "web"));
        assertThat(pod(workload("serving.knative.dev/v1", "Service", "")).workload())
                .isEqualTo(named("Service", "web"));
    }

    @Test
    void real_pods_take_the_place_of_their_template() {
        String replicaSet =
                """
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata:
                  name: web-7d9c
                  namespace: shop
                  ownerReferences: [{kind: Deployment, name: web, controller: true}]
                spec:
                  template:
                    metadata: {labels: {app: web, pod-template-hash: 7d9c}}
                    spec: {containers: [{name: web}]}
                """;
        List<Pod> pods =
                pods(
                        workload("apps/v1", "Deployment", "  replicas: 2\n"),
                        replicaSet,
                        ownedPod("web-7d9c-a", "ReplicaSet", "web-7d9c", "app: web"),
                        ownedPod("web-7d9c-b", "ReplicaSet", "web-7d9c", "app: web"));

        assertThat(pods)
                .extracting(Pod::name)
                .containsExactly(named("Pod", "web-7d9c-a"), named("Pod", "web-7d9c-b"));
        assertThat(pods).extracting(Pod::workload).containsOnly(named("Deployment", "web"));
    }

    @Test
    void a_replica_set_gives_way_to_its_deployment() {
        List<Pod> pods =
                pods(
                        """
                        apiVersion: apps/v1
                        kind: ReplicaSet
                        metadata:
                          name: web-7d9c
                          namespace: shop
                          ownerReferences: [{kind: Deployment, name: web, controller: true}]
                        spec: {template: {spec: {containers: [{name: web}]}}}
                        """,
                        workload("apps/v1", "Deployment", ""));

        assertThat(pods).extracting(Pod::name).containsExactly(named("Deployment", "web"));
    }

    @Test
    void a_replica_set_that_is_not_in_the_input_is_known_by_the_hash_in_its_name() {
        String labels = "app: web, pod-template-hash: 7d9c";
        assertThat(pod(ownedPod("web-7d9c-a", "ReplicaSet", "web-7d9c", labels)).workload())
                .isEqualTo(named("Deployment", "web"));
        assertThat(
                        pod(ownedPod(
                                        "web-7d9c-a",
                                        "ReplicaSet",
                                        "web-7d9c",
                                        "rollouts-pod-template-hash: 7d9c"))
                                .workload())
                .isEqualTo(named("Rollout", "web"));
        assertThat(pod(ownedPod("web-7d9c-a", "ReplicaSet", "web-7d9c", "app: web")).workload())
                .isEqualTo(named("ReplicaSet", "web-7d9c"));
    }

    @Test
    void a_job_folds_into_its_cron_job_by_the_minute_in_its_name() {
        assertThat(pod(ownedPod("b-1", "Job", "backup-29712345", "a: b")).workload())
                .isEqualTo(named("CronJob", "backup"));
        assertThat(pod(ownedPod("b-1", "Job", "backup-20240101", "a: b")).workload())
                .isEqualTo(named("Job", "backup-20240101"));
    }

    @Test
    void finished_pods_of_a_cron_job_leave_its_template_standing() {
        List<Pod> pods =
                pods(
                        """
                        apiVersion: batch/v1
                        kind: CronJob
                        metadata: {name: backup, namespace: shop}
                        spec: {jobTemplate: {spec: {template: {spec: {containers: []}}}}}
                        """,
                        ownedPod("b-1", "Job", "backup-29712345", "a: b")
                                + "status: {phase: Succeeded}\n");

        assertThat(pods)
                .extracting(Pod::name)
                .containsExactly(named("CronJob", "backup"), named("Pod", "b-1"));
    }

    @Test
    void a_finished_job_makes_no_more_pods() {
        List<Pod> pods =
                pods(
                        workload("batch/v1", "Job", ""),
                        ownedPod("web-x", "Job", "web", "a: b") + "status: {phase: Failed}\n");

        assertThat(pods).extracting(Pod::name).containsExactly(named("Pod", "web-x"));
    }

    @Test
    void an_operator_s_object_does_not_hide_the_stateful_set_that_it_made() {
        String set =
                workload("apps/v1", "StatefulSet", "")
                        .replace(
                                "namespace: shop}",
                                "namespace: shop, ownerReferences: [{kind: Database, name: db,"
                                        + " controller: true}]}");

        assertThat(pod(set).workload()).isEqualTo(named("StatefulSet", "web"));
        assertThat(pod(set, ownedPod("web-0", "StatefulSet", "web", "a: b")).workload())
                .isEqualTo(named("StatefulSet", "web"));
    }

    @Test
    void a_static_pod_is_no_part_of_its_node() {
        assertThat(pod(ownedPod("api-n1", "Node", "n1", "a: b")).workload())
                .isEqualTo(named("Pod", "api-n1"));
    }

    @Test
    void a_pod_without_a_name_of_its_own_has_that_of_its_generator() {
        String pod = "apiVersion: v1\nkind: Pod\nmetadata: {generateName: run-}\n";

        assertThat(pods(pod, pod))
                .extracting(p -> p.name().name())
                .containsExactly("run-*", "run-*2");
    }

    @Test
    void equal_labels_and_ports_are_kept_once() {
        List<Pod> pods =
                pods(
                        ownedPod("a", "StatefulSet", "web", "app: web"),
                        ownedPod("b", "StatefulSet", "web", "app: web"));

        assertThat(pods.get(0).labels()).isSameAs(pods.get(1).labels());
        assertThat(pods.get(0).workload()).isSameAs(pods.get(1).workload());
    }

    @Test
    void a_workload_without_template_or_with_slips_is_broken() {
        Manifests read =
                Manifests.of(
                        """
                        apiVersion: apps/v1
                        kind: Deployment
                        metadata: {name: web, label: {app: web}}
                        spec:
                          replicas: "3"
                          templates: {}
                        """,
                        """
                        apiVersion: v1
                        kind: Pod
                        metadata: {name: web}
                        spec:
                          hostnetwork: true
                          containers:
                          - port: [{containerPort: 80}]
                          - ports: [{containerPort: http, newField: 1}, {containerport: 1}]
                          newerField: {}
                        """);

        assertThat(read.problems())
                .containsExactly(
                        "PST-unknown-field a.yaml:3:23",
                        "PST-wrong-type a.yaml:5:13",
                        "PST-unknown-field a.yaml:6:3",
                        "PST-unknown-field b.yaml:5:3",
                        "PST-unknown-field b.yaml:7:5",
                        "PST-wrong-type b.yaml:8:29",
                        "PST-unknown-field b.yaml:8:50");
        assertThat(read.cluster().pods()).isEmpty();
        assertThat(read.cluster().gaps())
                .extracting(gap -> gap.getClass().getSimpleName() + " " + gap.what())
                .containsExactly("Workload Deployment default/web", "Workload Pod default/web");
    }
}
