package dev.postern.reader.kubernetes;

import dev.postern.model.Labels;
import dev.postern.model.ObjectName;
import dev.postern.model.Pod;
import dev.postern.reader.syntax.Mapping;
import dev.postern.reader.syntax.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A controller with a pod template: the pods that it will make, as one. */
final class WorkloadReader {
    /** How many pods a DaemonSet stands for until the nodes are known. */
    static final int SEVERAL = 2;

    private static final String[] SPEC_FIELDS = {"replicas", "template"};
    private static final String[] JOB_FIELDS = {"parallelism", "completionMode", "template"};
    private static final String[] CRON_JOB_FIELDS = {"jobTemplate"};
    private static final String[] TEMPLATE_FIELDS = {"metadata", "spec"};
    private static final Path SPEC = Path.ROOT.at("spec");

    private WorkloadReader() {}

    /** Whether an object of a kind that nobody knows makes pods from a template. */
    static boolean hasPodTemplate(Mapping root) {
        return root.get("spec").orElse(null) instanceof Mapping spec
                && spec.get("template").orElse(null) instanceof Mapping template
                && template.get("spec").orElse(null) instanceof Mapping pod
                && pod.get("containers").isPresent();
    }

    static void read(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft);
        boolean job = root.kind().name().equals("Job");
        add(draft, root, metadata, spec(draft, root.spec(), SPEC, job), into);
    }

    static void readCronJob(Draft draft, Root root, Harvest into) {
        Metadata metadata = root.metadata(draft);
        Mapping spec = draft.mapping(root.spec(), SPEC);
        @Nullable Found found = null;
        Path path = SPEC.at("jobTemplate");
        for (Mapping.Entry entry : spec.entries()) {
            if (!entry.key().equals("jobTemplate")) {
                draft.slip(spec, entry, SPEC, CRON_JOB_FIELDS);
                continue;
            }
            Mapping template = draft.mapping(entry.value(), path);
            for (Mapping.Entry inner : template.entries()) {
                if (inner.key().equals("spec")) {
                    found = spec(draft, inner.value(), path.at("spec"), true);
                } else {
                    draft.slip(template, inner, path, TEMPLATE_FIELDS);
                }
            }
        }
        if (found == null) {
            draft.missing(root.node(), path.at("spec").at("template"), "Write the job's template.");
            return;
        }
        add(draft, root, metadata, found, into);
    }

    private record Found(int replicas, Labels labels, PodSpec pod, boolean indexed) {}

    private static Found spec(Draft draft, Node node, Path path, boolean job) {
        boolean slipped = false;
        Mapping spec = draft.mapping(node, path);
        int replicas = 1;
        boolean indexed = false;
        boolean hasTemplate = false;
        Labels labels = Labels.NONE;
        PodSpec pod = PodSpec.NONE;
        for (Mapping.Entry entry : spec.entries()) {
            Node value = entry.value();
            switch (entry.key()) {
                case "replicas", "parallelism" -> {
                    if (entry.key().equals("parallelism") == job) {
                        replicas = count(draft, value, path.at(entry.key()));
                    }
                }
                case "completionMode" -> {
                    if (job) {
                        indexed = draft.text(value, path.at("completionMode")).equals("Indexed");
                    }
                }
                case "template" -> {
                    hasTemplate = true;
                    Path at = path.at("template");
                    Mapping template = draft.mapping(value, at);
                    for (Mapping.Entry inner : template.entries()) {
                        switch (inner.key()) {
                            case "metadata" ->
                                    labels = labels(draft, inner.value(), at.at("metadata"));
                            case "spec" -> pod = PodSpec.read(draft, inner.value(), at.at("spec"));
                            default -> draft.slip(template, inner, at, TEMPLATE_FIELDS);
                        }
                    }
                }
                default -> slipped |= draft.slip(spec, entry, path, job ? JOB_FIELDS : SPEC_FIELDS);
            }
        }
        if (!hasTemplate && !slipped) {
            draft.missing(at(node, spec), path.at("template"), "Write the pods' template.");
        }
        return new Found(replicas, labels, pod, indexed);
    }

    private static Node at(Node node, Mapping mapping) {
        return node.line() > 0 ? node : mapping;
    }

    private static Labels labels(Draft draft, Node node, Path path) {
        Labels labels = Labels.NONE;
        Mapping metadata = draft.mapping(node, path);
        for (Mapping.Entry entry : metadata.entries()) {
            if (entry.key().equals("labels")) {
                labels = LabelReader.read(draft, entry.value(), path.at("labels"));
            } else {
                draft.slip(metadata, entry, path, "labels");
            }
        }
        return labels;
    }

    private static int count(Draft draft, Node node, Path path) {
        int count = draft.integer(node, path);
        if (count == Draft.NO_NUMBER) {
            return 1;
        }
        if (count < 0) {
            draft.report(
                    Problem.BAD_VALUE,
                    node,
                    path,
                    "is " + count + ", and there are no negative pods",
                    "Write 0 or more.");
            return 1;
        }
        return count;
    }

    private static void add(Draft draft, Root root, Metadata metadata, Found found, Harvest into) {
        if (draft.isBroken()) {
            return;
        }
        ObjectName name = metadata.name();
        boolean everyNode = name.kind().equals("DaemonSet");
        into.pods.add(
                new Pod(
                        name,
                        metadata.owner() == null ? name : metadata.owner(),
                        everyNode ? SEVERAL : found.replicas,
                        draft.pool().share(withControllerLabels(found, name)),
                        List.of(),
                        found.pod.node(),
                        found.pod.hostNetwork(),
                        Pod.Phase.ALIVE,
                        found.pod.serviceAccount(),
                        found.pod.ports(),
                        found.pod.portsComplete(),
                        root.origin(draft)));
    }

    /** The labels that the controller puts on each pod beside those of the template. */
    private static Labels withControllerLabels(Found found, ObjectName controller) {
        Labels labels = found.labels;
        switch (controller.kind()) {
            case "Deployment" -> labels = labels.withUnknown("pod-template-hash");
            case "Rollout" -> labels = labels.withUnknown("rollouts-pod-template-hash");
            case "StatefulSet" ->
                    labels =
                            labels.withUnknown("controller-revision-hash")
                                    .withUnknown("statefulset.kubernetes.io/pod-name")
                                    .withUnknown("apps.kubernetes.io/pod-index");
            case "DaemonSet" ->
                    labels =
                            labels.withUnknown("controller-revision-hash")
                                    .withUnknown("pod-template-generation");
            case "Job", "CronJob" -> {
                labels =
                        labels.withUnknown("controller-uid")
                                .withUnknown("batch.kubernetes.io/controller-uid")
                                .withUnknown("job-name")
                                .withUnknown("batch.kubernetes.io/job-name");
                if (found.indexed) {
                    labels = labels.withUnknown("batch.kubernetes.io/job-completion-index");
                }
            }
            default -> {}
        }
        return labels;
    }
}
