package dev.postern.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes a cluster from a seed: the same size and seed give the same cluster in every form. */
public final class ClusterGenerator {
    private static final int NODES = 64;

    private final Size size;
    private final List<Workload> workloads = new ArrayList<>();
    private final List<Map<String, Object>> policies = new ArrayList<>();

    public ClusterGenerator(Size size, long seed) {
        this.size = size;
        Random random = new Random(seed);
        for (int i = 0, pod = 0; pod < size.pods; i++) {
            int pods = Math.min(size.replicas, size.pods - pod);
            workloads.add(workload(i, pod, pods, random));
            pod += pods;
        }
        PolicyMix mix = new PolicyMix(random, size.namespaces);
        for (int i = 0; i < size.policies; i++) {
            int namespace = i % size.namespaces;
            policies.add(mix.policy(i, namespace(namespace), someOf(namespace, random)));
        }
    }

    static String namespace(int number) {
        return "ns-%04d".formatted(number);
    }

    private Workload workload(int number, int firstPod, int pods, Random random) {
        int round = number / size.namespaces;
        String tier = PolicyMix.TIERS.get(round % PolicyMix.TIERS.size());
        String name = "%s-%03d".formatted(tier, round);
        Map<String, Object> labels =
                Tree.of(
                        "app",
                        name,
                        "tier",
                        tier,
                        "version",
                        "v" + random.nextInt(3),
                        "track",
                        random.nextBoolean() ? "stable" : "canary");
        return new Workload(
                namespace(number % size.namespaces), name, tier, labels, firstPod, pods);
    }

    /** Workload {@code i} lies in namespace {@code i} modulo their number. */
    private Workload someOf(int namespace, Random random) {
        int rounds = (workloads.size() - namespace + size.namespaces - 1) / size.namespaces;
        return rounds <= 0
                ? workloads.get(random.nextInt(workloads.size()))
                : workloads.get(namespace + size.namespaces * random.nextInt(rounds));
    }

    /** Changes some policies, as a release does: drops one, moves a port, widens a selector. */
    @SuppressWarnings("unchecked") // the trees are of our own making
    public void mutate(int count, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < count && !policies.isEmpty(); i++) {
            int at = random.nextInt(policies.size());
            Map<String, Object> spec = (Map<String, Object>) policies.get(at).get("spec");
            Object rules = spec == null ? null : spec.getOrDefault("ingress", spec.get("egress"));
            int how = random.nextInt(3);
            if (spec == null || how == 0 || rules == null) {
                policies.remove(at);
            } else if (how == 1) {
                ((List<Map<String, Object>>) rules)
                        .getFirst()
                        .put("ports", List.of(Tree.of("protocol", "TCP", "port", 7777)));
            } else {
                spec.put("podSelector", Map.of());
            }
        }
    }

    /** The documents of the cluster, by namespace. */
    public Map<String, List<Map<String, Object>>> documents(Form form) {
        Map<String, List<Map<String, Object>>> documents = new LinkedHashMap<>();
        for (int i = 0; i < size.namespaces; i++) {
            Map<String, Object> labels = new TreeMap<>();
            labels.put("kubernetes.io/metadata.name", namespace(i));
            labels.put("team", PolicyMix.TEAMS.get(i % PolicyMix.TEAMS.size()));
            labels.put("env", PolicyMix.ENVIRONMENTS.get(i % PolicyMix.ENVIRONMENTS.size()));
            labels.put("zone", "z" + i % 20);
            if (i % 10 == 0) {
                labels.put("shared", "true");
            }
            List<Map<String, Object>> own = new ArrayList<>();
            own.add(
                    Tree.of(
                            "apiVersion", "v1",
                            "kind", "Namespace",
                            "metadata", Tree.of("name", namespace(i), "labels", labels)));
            documents.put(namespace(i), own);
        }
        for (Workload workload : workloads) {
            List<Map<String, Object>> own = documents.get(workload.namespace());
            if (own != null) {
                add(workload, form, own);
            }
        }
        for (int i = 0; i < policies.size(); i++) {
            Map<?, ?> metadata = (Map<?, ?>) policies.get(i).get("metadata");
            List<Map<String, Object>> own =
                    metadata == null ? null : documents.get(metadata.get("namespace"));
            if (own != null) {
                own.add(policies.get(i));
            }
        }
        return documents;
    }

    private static void add(Workload workload, Form form, List<Map<String, Object>> into) {
        if (form == Form.DEPLOYMENTS) {
            into.add(deployment(workload));
            return;
        }
        for (int i = 0; i < workload.pods(); i++) {
            into.add(pod(workload, i, form));
        }
    }

    private static Map<String, Object> deployment(Workload workload) {
        return Tree.of(
                "apiVersion",
                "apps/v1",
                "kind",
                "Deployment",
                "metadata",
                Tree.of(
                        "name", workload.name(),
                        "namespace", workload.namespace(),
                        "labels", Tree.of("app", workload.name())),
                "spec",
                Tree.of(
                        "replicas", workload.pods(),
                        "selector", PolicyMix.labels("app", workload.name()),
                        "template",
                                Tree.of(
                                        "metadata", Tree.of("labels", workload.labels()),
                                        "spec", podSpec(workload))));
    }

    private static Map<String, Object> pod(Workload workload, int replica, Form form) {
        int number = workload.firstPod() + replica;
        String owner = workload.name() + "-5d59d67564";
        Map<String, Object> metadata =
                Tree.of(
                        "name", "%s-%03d".formatted(workload.name(), replica),
                        "namespace", workload.namespace(),
                        "labels", workload.labels());
        if (form != Form.PODS) {
            metadata.put(
                    "ownerReferences",
                    List.of(
                            Tree.of(
                                    "apiVersion",
                                    "apps/v1",
                                    "kind",
                                    "ReplicaSet",
                                    "name",
                                    owner,
                                    "uid",
                                    "00000000-0000-4000-8000-%012d".formatted(workload.firstPod()),
                                    "controller",
                                    true)));
        }
        if (form.isDump()) {
            metadata.put("managedFields", LiveFields.managed(owner));
        }
        Map<String, Object> spec = podSpec(workload);
        spec.put("nodeName", "node-%03d".formatted(number % NODES));
        String address = address(number);
        Map<String, Object> status =
                Tree.of(
                        "phase",
                        "Running",
                        "podIP",
                        address,
                        "podIPs",
                        List.of(Tree.of("ip", address)),
                        "hostIP",
                        "172.16.0." + (number % NODES + 1));
        if (form.isDump()) {
            status.putAll(LiveFields.status());
        }
        return Tree.of(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                metadata,
                "spec",
                spec,
                "status",
                status);
    }

    /** Pods are numbered through 10.0.0.0/8 from its second /24 on. */
    private static String address(int number) {
        int bits = number + 256;
        return "10." + (bits >> 16) + "." + (bits >> 8 & 255) + "." + (bits & 255);
    }

    private static Map<String, Object> podSpec(Workload workload) {
        List<Object> ports = new ArrayList<>();
        for (String name : PolicyMix.portsOf(workload.tier())) {
            ports.add(
                    Tree.of(
                            "name",
                            name,
                            "containerPort",
                            PolicyMix.PORTS.getOrDefault(name, 80),
                            "protocol",
                            "TCP"));
        }
        return Tree.of(
                "containers",
                List.of(
                        Tree.of(
                                "name", "main",
                                "image", "registry.example/app:1",
                                "ports", ports)));
    }
}
