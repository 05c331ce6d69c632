package dev.postern.bench;

import java.util.Map;

/** A generated workload; its pods are numbered from {@code firstPod} through the whole cluster. */
record Workload(
        String namespace,
        String name,
        String tier,
        Map<String, Object> labels,
        int firstPod,
        int pods) {}
