package dev.postern.review;

import dev.postern.engine.Change;
import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.engine.Verdict;
import dev.postern.engine.question.Entrances;
import dev.postern.engine.question.Inquiry;
import dev.postern.model.Address;
import dev.postern.model.ContainerPort;
import dev.postern.model.Direction;
import dev.postern.model.Labels;
import dev.postern.model.ObjectName;
import dev.postern.model.Origin;
import dev.postern.model.Pod;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import dev.postern.model.Truth;
import dev.postern.review.Posture.Count;
import dev.postern.review.Posture.Exposure;
import dev.postern.review.Posture.NamespacePosture;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Looks a cluster over and draws up its {@link Posture}. */
public final class PostureReview {
    private static final End METADATA = new End.OfAddress(Address.of("169.254.169.254"));
    private static final PortSet HTTP = PortSet.port(Protocol.TCP, 80);

    private static final ObjectName STRANGER =
            new ObjectName("Pod", "postern-stranger", "stranger");

    /** A pod with no labels in a namespace with none: what any tenant could start. */
    private static final Pod A_STRANGER =
            new Pod(
                    STRANGER,
                    STRANGER,
                    1,
                    Labels.NONE,
                    List.of(),
                    Optional.empty(),
                    false,
                    Pod.Phase.ALIVE,
                    "default",
                    List.of(),
                    false,
                    new Origin.Implied("the question of who may come in"));

    private final Engine engine;
    private final Inquiry inquiry;
    private final Map<Alike, Map<Exposure.Kind, Truth>> known = new HashMap<>();

    /** Pods that no policy can tell apart, as far as exposure goes. */
    private record Alike(
            String namespace,
            Labels labels,
            List<ContainerPort> ports,
            boolean hostNetwork,
            Pod.Phase phase) {}

    private PostureReview(Engine engine) {
        this.engine = engine;
        this.inquiry = new Inquiry(engine, STRANGER.namespace());
    }

    public static Posture of(Engine engine) {
        Engine visited = engine.with(new Change.PutPod(A_STRANGER));
        return new PostureReview(visited).posture(engine);
    }

    private Posture posture(Engine asked) {
        Map<ObjectName, List<Pod>> workloads = new TreeMap<>();
        for (Pod pod : asked.cluster().pods()) {
            workloads.computeIfAbsent(pod.workload(), _ -> new ArrayList<>()).add(pod);
        }
        Map<String, List<List<Pod>>> byNamespace = new TreeMap<>();
        Map<Exposure.Kind, List<String>> open = new EnumMap<>(Exposure.Kind.class);
        Map<Exposure.Kind, List<String>> unknown = new EnumMap<>(Exposure.Kind.class);
        workloads.forEach((name, pods) -> {
            byNamespace.computeIfAbsent(name.namespace(), _ -> new ArrayList<>()).add(pods);
            for (Exposure.Kind kind : Exposure.Kind.values()) {
                switch (exposed(pods, kind)) {
                    case TRUE -> add(open, kind, name);
                    case UNKNOWN -> add(unknown, kind, name);
                    case FALSE -> {}
                }
            }
        });
        List<NamespacePosture> namespaces = new ArrayList<>();
        byNamespace.forEach((name, own) ->
                namespaces.add(
                        new NamespacePosture(
                                name,
                                own.size(),
                                isolated(own, Direction.INGRESS),
                                isolated(own, Direction.EGRESS))));
        List<Exposure> exposures = new ArrayList<>();
        for (Exposure.Kind kind : Exposure.Kind.values()) {
            exposures.add(
                    new Exposure(
                            kind,
                            workloads.size(),
                            open.getOrDefault(kind, List.of()),
                            unknown.getOrDefault(kind, List.of())));
        }
        return new Posture(namespaces, exposures, Entrances.of(asked));
    }

    private static void add(
            Map<Exposure.Kind, List<String>> lists, Exposure.Kind kind, ObjectName name) {
        lists.computeIfAbsent(kind, _ -> new ArrayList<>()).add(name.path());
    }

    /** A workload counts as isolated where all of its pods are. */
    private Count isolated(List<List<Pod>> workloads, Direction direction) {
        int certain = 0;
        int unknown = 0;
        for (List<Pod> pods : workloads) {
            Truth all = Truth.TRUE;
            for (Pod pod : pods) {
                all = all.and(engine.isolated(new End.OfPod(pod.name()), direction));
            }
            certain += all == Truth.TRUE ? 1 : 0;
            unknown += all == Truth.UNKNOWN ? 1 : 0;
        }
        return new Count(certain, unknown);
    }

    private Truth exposed(List<Pod> pods, Exposure.Kind kind) {
        Truth any = Truth.FALSE;
        for (Pod pod : pods) {
            Alike alike =
                    new Alike(
                            pod.namespace(),
                            pod.labels(),
                            pod.ports(),
                            pod.hostNetwork(),
                            pod.phase());
            any =
                    any.or(
                            known.computeIfAbsent(alike, _ -> new EnumMap<>(Exposure.Kind.class))
                                    .computeIfAbsent(kind, own -> exposed(pod, own)));
        }
        return any;
    }

    private Truth exposed(Pod pod, Exposure.Kind kind) {
        End end = new End.OfPod(pod.name());
        Set<Verdict> verdicts =
                switch (kind) {
                    case METADATA -> inquiry.verdicts(end, METADATA, HTTP);
                    case INTERNET -> inquiry.verdictsOfInternet(end, Direction.EGRESS);
                    case STRANGERS -> inquiry.verdicts(new End.OfPod(STRANGER), end);
                    case OUTSIDE -> inquiry.verdictsOfInternet(end, Direction.INGRESS);
                };
        if (verdicts.contains(Verdict.ALLOWED) || verdicts.contains(Verdict.MIXED)) {
            return Truth.TRUE;
        }
        return verdicts.contains(Verdict.UNKNOWN) ? Truth.UNKNOWN : Truth.FALSE;
    }
}
