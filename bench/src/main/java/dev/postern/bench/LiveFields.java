package dev.postern.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an API server adds to a pod: most of a dump's bytes, and nothing that Postern asks for. */
final class LiveFields {
    private static final String TIME = "2026-01-01T00:00:00Z";

    private LiveFields() {}

    static List<Object> managed(String owner) {
        Map<String, Object> uid = Tree.of("k:{\"uid\":\"" + owner + "\"}", Map.of());
        Map<String, Object> container =
                Tree.of(
                        "k:{\"name\":\"main\"}",
                        Tree.of(".", Map.of(), "f:image", Map.of(), "f:ports", Map.of()));
        return List.of(
                Tree.of(
                        "apiVersion", "v1",
                        "fieldsType", "FieldsV1",
                        "fieldsV1",
                                Tree.of(
                                        "f:metadata", Tree.of("f:ownerReferences", uid),
                                        "f:spec", Tree.of("f:containers", container)),
                        "manager", "kube-controller-manager",
                        "operation", "Update",
                        "time", TIME));
    }

    static Map<String, Object> status() {
        List<Object> conditions = new ArrayList<>();
        for (String type : List.of("PodScheduled", "Initialized", "ContainersReady", "Ready")) {
            conditions.add(
                    Tree.of(
                            "type", type,
                            "status", "True",
                            "lastTransitionTime", TIME));
        }
        return Tree.of(
                "conditions",
                conditions,
                "containerStatuses",
                List.of(
                        Tree.of(
                                "name",
                                "main",
                                "ready",
                                true,
                                "restartCount",
                                0,
                                "started",
                                true,
                                "image",
                                "registry.example/app:1",
                                "state",
                                Tree.of("running", Tree.of("startedAt", TIME)))),
                "qosClass",
                "BestEffort",
                "startTime",
                TIME);
    }
}
