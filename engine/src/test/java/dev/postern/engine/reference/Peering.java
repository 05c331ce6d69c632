package dev.postern.engine.reference;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Matches the {@code from} or {@code to} of a rule with the other end of a connection. */
final class Peering {
    private final PlainCluster cluster;
    private final Rulings rulings;
    private final Labelling labelling;
    private final Blocking blocking;

    Peering(PlainCluster cluster, Rulings rulings) {
        this.cluster = cluster;
        this.rulings = rulings;
        this.labelling = new Labelling(rulings);
        this.blocking = new Blocking(cluster, rulings);
    }

    Maybe matches(@Nullable Object peers, String policyNamespace, Party other, int family) {
        List<Object> items = Json.list(peers);
        if (items.isEmpty()) {
            if (other.isOutsideLabels() && !rulings.stands(Ruling.ANYONE_IS_OUTSIDE_TOO)) {
                return Maybe.NO;
            }
            return Maybe.of(
                    rulings.stands(
                            peers == null
                                    ? Ruling.ABSENT_PEERS_ARE_ANYONE
                                    : Ruling.EMPTY_PEERS_ARE_ANYONE));
        }
        List<Object> blocks = new ArrayList<>();
        List<Maybe> answers = new ArrayList<>();
        for (Object item : items) {
            Object block = Json.at(item, "ipBlock");
            if (block != null) {
                blocks.add(block);
            } else {
                answers.add(matchesPods(item, policyNamespace, other));
            }
        }
        if (!blocks.isEmpty()) {
            answers.add(blocking.matches(blocks, other, family));
        }
        Maybe any = Maybe.NO;
        Maybe all = Maybe.YES;
        for (Maybe answer : answers) {
            any = any.or(answer);
            all = all.and(answer);
        }
        return any == all || rulings.stands(Ruling.PEERS_ARE_ORED) ? any : all;
    }

    private Maybe matchesPods(Object peer, String policyNamespace, Party other) {
        Object namespaces = Json.at(peer, "namespaceSelector");
        Object pods = Json.at(peer, "podSelector");
        if (other.kind() == Party.Kind.UNHELD) {
            return Maybe.PERHAPS;
        }
        PlainPod pod = other.pod();
        if (pod == null) {
            return Maybe.of(
                    namespaces != null
                            && isEmpty(namespaces)
                            && !rulings.stands(Ruling.ALL_NAMESPACES_ARE_NOT_OUTSIDE));
        }
        if (pod.isOnHostNetwork() && rulings.stands(Ruling.HOST_PODS_MATCH_NO_LABELS)) {
            return Maybe.NO;
        }
        Maybe inNamespace =
                namespaces == null
                        ? isLocal(pod, policyNamespace)
                        : inNamespaces(namespaces, cluster.namespaceOf(pod), policyNamespace);
        if (pods == null) {
            return inNamespace == Maybe.NO
                    ? Maybe.NO
                    : inNamespace.and(
                            Maybe.of(rulings.stands(Ruling.BARE_NAMESPACE_SELECTOR_IS_ALL_PODS)));
        }
        Maybe byLabels = labelling.matches(pods, pod.labels(), pod.controllerLabels());
        if (namespaces != null
                && inNamespace != byLabels
                && !rulings.stands(Ruling.SELECTORS_OF_A_PEER_ARE_ANDED)) {
            return inNamespace.or(byLabels);
        }
        return inNamespace.and(byLabels);
    }

    private Maybe isLocal(PlainPod pod, String policyNamespace) {
        return Maybe.of(
                cluster.namespaceOf(pod).equals(policyNamespace)
                        || !rulings.stands(Ruling.BARE_POD_SELECTOR_IS_LOCAL));
    }

    private Maybe inNamespaces(Object selector, String namespace, String policyNamespace) {
        if (isEmpty(selector)) {
            return Maybe.of(
                    namespace.equals(policyNamespace)
                            || rulings.stands(Ruling.EMPTY_NAMESPACE_SELECTOR_IS_ALL));
        }
        Map<String, String> labels = cluster.labelsOfNamespace(namespace);
        Set<String> vague = new HashSet<>();
        if (!cluster.isDeclared(namespace)
                && !rulings.stands(Ruling.UNDECLARED_NAMESPACES_HAVE_NO_OTHER_LABEL)) {
            vague.addAll(Json.labels(Json.at(selector, "matchLabels")).keySet());
            for (Object expression : Json.list(Json.at(selector, "matchExpressions"))) {
                vague.add(Json.text(Json.at(expression, "key"), ""));
            }
        }
        return labelling.matches(selector, labels, vague);
    }

    static boolean isEmpty(@Nullable Object selector) {
        return Json.labels(Json.at(selector, "matchLabels")).isEmpty()
                && Json.list(Json.at(selector, "matchExpressions")).isEmpty();
    }
}
