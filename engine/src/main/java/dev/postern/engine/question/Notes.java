package dev.postern.engine.question;

import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.model.AddressSet;
import dev.postern.model.Cluster;
import dev.postern.model.Direction;
import dev.postern.model.Namespace;
import dev.postern.model.NamespaceScope;
import dev.postern.model.Peer;
import dev.postern.model.Peers;
import dev.postern.model.Pod;
import dev.postern.model.PodRange;
import dev.postern.model.Policy;
import dev.postern.model.Rule;
import dev.postern.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a person should know beside a verdict, because the path or the input brings it in. */
final class Notes {
    private static final String TRANSLATED =
            "Through a %s the pods may see a node's address in place of the client's (externalTrafficPolicy: Cluster); rules with an ipBlock then judge that address.";

    private final Engine engine;
    private final Set<String> notes = new LinkedHashSet<>();

    private Notes(Engine engine) {
        this.engine = engine;
    }

    /**
     * Gathers what is to be said of a question.
     *
     * @param forwarded whether a node took the connection and passed it on to pods
     */
    static List<String> of(
            Engine engine,
            List<Member> sources,
            List<Target> targets,
            Optional<Service> via,
            boolean forwarded) {
        Notes notes = new Notes(engine);
        List<Member> destinations = new ArrayList<>();
        for (Target target : targets) {
            destinations.add(target.member());
        }
        via.ifPresent(service -> notes.throughService(service, sources, targets));
        if (forwarded) {
            notes.notes.add(TRANSLATED.formatted("node port"));
        }
        notes.ofEnds(sources, destinations, Direction.INGRESS);
        notes.ofEnds(destinations, sources, Direction.EGRESS);
        return List.copyOf(notes.notes);
    }

    private void throughService(Service service, List<Member> sources, List<Target> targets) {
        if (targets.isEmpty()) {
            notes.add(
                    "No pod is behind svc/%s, so the client's node refuses the connection."
                            .formatted(service.name().path()));
        }
        boolean fromOutside =
                sources.stream().anyMatch(source -> source.end() instanceof End.OfAddress);
        if (service.type().isExposed() && fromOutside) {
            notes.add(TRANSLATED.formatted(service.type().word() + " Service"));
        }
    }

    /** What the policies at {@code judges} can't be sure of about {@code ends}. */
    private void ofEnds(List<Member> ends, List<Member> judges, Direction direction) {
        Cluster cluster = engine.cluster();
        for (Member end : ends) {
            Optional<Pod> pod = engine.pod(end.end());
            if (pod.isEmpty()) {
                continue;
            }
            boolean assumed = cluster.podRange().source() == PodRange.Source.ASSUMED;
            if (assumed && pod.get().addresses().isEmpty() && judgedByAddress(judges, direction)) {
                notes.add(
                        "Pods without an address are taken to lie in %s, which nothing in the input states; --pod-cidr says otherwise."
                                .formatted(cluster.podRange().addresses()));
            }
            Optional<Namespace> namespace = engine.namespace(pod.get().namespace());
            boolean declared = namespace.isEmpty() || namespace.get().declared();
            if (!declared && judgedByNamespaceLabels(judges, direction)) {
                notes.add(
                        "Namespace %s is not in the input: of its labels only %s is known, and others are taken to be absent."
                                .formatted(pod.get().namespace(), Namespace.NAME_LABEL));
            }
        }
    }

    private boolean judgedByAddress(List<Member> judges, Direction direction) {
        for (Member judge : judges) {
            for (AddressSet told : engine.addressesTold(judge.end(), direction)) {
                if (!told.isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean judgedByNamespaceLabels(List<Member> judges, Direction direction) {
        for (Member judge : judges) {
            for (Policy policy : engine.policies(judge.end(), direction)) {
                for (Rule rule : policy.section(direction).orElseThrow().rules()) {
                    if (asksForNamespaceLabels(rule.peers())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean asksForNamespaceLabels(Peers peers) {
        if (peers instanceof Peers.AnyOf(var list)) {
            for (Peer peer : list) {
                if (peer instanceof Peer.Pods(NamespaceScope.Matching(var selector), _, _)) {
                    return selector.requirements().stream()
                            .anyMatch(one -> !one.key().equals(Namespace.NAME_LABEL));
                }
            }
        }
        return false;
    }
}
