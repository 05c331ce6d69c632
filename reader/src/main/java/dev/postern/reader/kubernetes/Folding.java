package dev.postern.reader.kubernetes;

import dev.postern.model.Labels;
import dev.postern.model.ObjectName;
import dev.postern.model.Pod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pods under the workload that a person knows them by. A ReplicaSet folds into its Deployment and a
 * Job into its CronJob; other controllers are named by people, and are the workload themselves,
 * unless a controller with a template of its own in the input made them.
 */
final class Folding {
    private static final String HASH = "pod-template-hash";
    private static final String ROLLOUT_HASH = "rollouts-pod-template-hash";
    private static final int MOST_LEVELS = 8;

    /** Minutes since 1970, which a CronJob writes behind its name: from 2015 to 2046. */
    private static final long FIRST_MINUTE = 23_600_000;

    private static final long LAST_MINUTE = 40_000_000;

    private final List<Pod> pods;
    private final int nodes;
    private final Map<ObjectName, Pod> templates = new HashMap<>();
    private final Map<ObjectName, ObjectName> tops = new HashMap<>();

    Folding(List<Pod> pods, int nodes) {
        this.pods = pods;
        this.nodes = nodes;
        for (Pod pod : pods) {
            if (pod.isTemplate()) {
                templates.put(pod.name(), pod);
            }
        }
    }

    /** Where pods were seen, they stand, and the template that they came from goes. */
    List<Pod> fold() {
        List<Pod> folded = new ArrayList<>(pods.size());
        Set<ObjectName> populated = new HashSet<>();
        for (Pod pod : pods) {
            Pod placed = pod.isTemplate() ? pod : placed(pod);
            if (!placed.isTemplate() && stands(placed)) {
                populated.add(placed.workload());
            }
            folded.add(placed);
        }
        List<Pod> kept = new ArrayList<>(folded.size());
        for (Pod pod : folded) {
            if (!pod.isTemplate()) {
                kept.add(pod);
                continue;
            }
            Pod placed = placed(pod);
            boolean madeByTemplate =
                    !placed.workload().equals(pod.name())
                            && templates.containsKey(placed.workload());
            if (!madeByTemplate && !populated.contains(placed.workload())) {
                kept.add(placed);
            }
        }
        return kept;
    }

    /** A CronJob whose last pods have finished will make others; a Job will not. */
    private static boolean stands(Pod pod) {
        return pod.phase() == Pod.Phase.ALIVE || pod.workload().kind().equals("Job");
    }

    private Pod placed(Pod pod) {
        ObjectName from = pod.isTemplate() ? pod.name() : pod.workload();
        ObjectName top = from.kind().equals("Pod") ? from : top(from, pod.labels());
        int replicas = pod.replicas();
        if (pod.isTemplate() && pod.name().kind().equals("DaemonSet") && nodes > 0) {
            replicas = nodes;
        }
        if (top.equals(pod.workload()) && replicas == pod.replicas()) {
            return pod;
        }
        return new Pod(
                pod.name(),
                top,
                replicas,
                pod.labels(),
                pod.addresses(),
                pod.node(),
                pod.hostNetwork(),
                pod.phase(),
                pod.serviceAccount(),
                pod.ports(),
                pod.portsComplete(),
                pod.origin());
    }

    private ObjectName top(ObjectName controller, Labels labels) {
        ObjectName known = tops.get(controller);
        if (known != null) {
            return known;
        }
        ObjectName top = controller;
        for (int level = 0; level < MOST_LEVELS; level++) {
            ObjectName above = above(top, labels);
            if (above.equals(top)) {
                break;
            }
            top = above;
        }
        tops.put(controller, top);
        return top;
    }

    private ObjectName above(ObjectName controller, Labels labels) {
        Pod template = templates.get(controller);
        boolean folds = controller.kind().equals("ReplicaSet") || controller.kind().equals("Job");
        if (template != null) {
            ObjectName owner = template.workload();
            return folds || templates.containsKey(owner) ? owner : controller;
        }
        return folds ? byName(controller, labels) : controller;
    }

    /** The maker of a ReplicaSet or Job that is not in the input, as far as its name tells. */
    private ObjectName byName(ObjectName controller, Labels labels) {
        String name = controller.name();
        int hyphen = name.lastIndexOf('-');
        if (hyphen <= 0) {
            return controller;
        }
        String suffix = name.substring(hyphen + 1);
        String stem = name.substring(0, hyphen);
        if (controller.kind().equals("Job")) {
            ObjectName cron = new ObjectName("CronJob", controller.namespace(), stem);
            return isMinute(suffix) || isDigits(suffix) && templates.containsKey(cron)
                    ? cron
                    : controller;
        }
        if (suffix.equals(labels.show(HASH))) {
            return new ObjectName("Deployment", controller.namespace(), stem);
        }
        if (suffix.equals(labels.show(ROLLOUT_HASH))) {
            return new ObjectName("Rollout", controller.namespace(), stem);
        }
        return controller;
    }

    private static boolean isMinute(String text) {
        if (text.length() != 8 || !isDigits(text)) {
            return false;
        }
        long minute = Long.parseLong(text);
        return minute >= FIRST_MINUTE && minute <= LAST_MINUTE;
    }

    private static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
