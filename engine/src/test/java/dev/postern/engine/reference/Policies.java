package dev.postern.engine.reference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the policies of a cluster say at one end of a connection. */
final class Policies {

    enum Direction {
        INGRESS("Ingress", "ingress", "from"),
        EGRESS("Egress", "egress", "to");

        private final String type;
        private final String rules;
        private final String peers;

        Direction(String type, String rules, String peers) {
            this.type = type;
            this.rules = rules;
            this.peers = peers;
        }
    }

    private final PlainCluster cluster;
    private final Rulings rulings;
    private final Labelling labelling;
    private final Peering peering;
    private final Porting porting;

    Policies(PlainCluster cluster, Rulings rulings) {
        this.cluster = cluster;
        this.rulings = rulings;
        this.labelling = new Labelling(rulings);
        this.peering = new Peering(cluster, rulings);
        this.porting = new Porting(rulings);
    }

    /** Whether the policies of {@code self} let a connection pass in a direction. */
    Maybe allow(Direction direction, Question question, Party self, Party other, int family) {
        Party destination = direction == Direction.INGRESS ? self : other;
        boolean isIsolated = false;
        Maybe anyAllows = Maybe.NO;
        Maybe allAllow = Maybe.YES;
        for (Object policy : cluster.policies()) {
            Maybe selects = isInForce(policy, direction) ? selects(policy, self) : Maybe.NO;
            if (selects == Maybe.NO) {
                continue;
            }
            Maybe allows = Maybe.NO;
            List<Object> rules = Json.list(Json.at(policy, "spec", direction.rules));
            for (Object rule : rules) {
                String namespace = cluster.namespaceOf(policy);
                Object peers = Json.at(rule, direction.peers);
                allows =
                        or(
                                allows,
                                porting.matches(rule, question, self, destination)
                                        .and(peering.matches(peers, namespace, other, family)));
            }
            if (rules.isEmpty()) {
                allows = Maybe.of(!rulings.stands(Ruling.NO_RULES_DENY_ALL));
            }
            isIsolated |= selects == Maybe.YES;
            anyAllows = or(anyAllows, allows.and(selects));
            allAllow = allAllow.and(allows);
        }
        if (!isIsolated) {
            // Whatever may select it besides would also have to deny.
            return allAllow == Maybe.YES
                    ? Maybe.of(rulings.stands(Ruling.UNSELECTED_IS_OPEN))
                    : Maybe.PERHAPS;
        }
        if (anyAllows != allAllow && !rulings.stands(Ruling.POLICIES_ARE_ADDITIVE)) {
            return allAllow;
        }
        return anyAllows;
    }

    private Maybe or(Maybe one, Maybe other) {
        boolean isMixed = one.and(other) == Maybe.PERHAPS && one != other;
        if (isMixed && !rulings.stands(Ruling.ALLOWED_BEATS_UNKNOWN)) {
            return Maybe.PERHAPS;
        }
        return one.or(other);
    }

    private Maybe selects(Object policy, Party self) {
        PlainPod pod = self.pod();
        if (pod == null) {
            return Maybe.NO;
        }
        if (!cluster.namespaceOf(pod).equals(cluster.namespaceOf(policy))
                && rulings.stands(Ruling.POLICIES_STAY_IN_THEIR_NAMESPACE)) {
            return Maybe.NO;
        }
        Object selector = Json.at(policy, "spec", "podSelector");
        if (Peering.isEmpty(selector)) {
            return Maybe.of(rulings.stands(Ruling.EMPTY_POD_SELECTOR_SELECTS_ALL));
        }
        return labelling.matches(selector, pod.labels(), pod.controllerLabels());
    }

    private boolean isInForce(Object policy, Direction direction) {
        List<String> types = Json.texts(Json.at(policy, "spec", "policyTypes"));
        boolean hasRules = !Json.list(Json.at(policy, "spec", direction.rules)).isEmpty();
        boolean isInForce =
                types.isEmpty()
                        ? isInferred(policy, direction, hasRules)
                        : types.contains(direction.type) || hasRulesAnyway(hasRules);
        return isInForce || !rulings.stands(Ruling.DIRECTIONS_ARE_SEPARATE);
    }

    private boolean hasRulesAnyway(boolean hasRules) {
        return hasRules && !rulings.stands(Ruling.WRITTEN_TYPES_ARE_FINAL);
    }

    private boolean isInferred(@Nullable Object policy, Direction direction, boolean hasRules) {
        if (direction == Direction.EGRESS) {
            if (hasRules) {
                return rulings.stands(Ruling.EGRESS_RULES_IMPLY_EGRESS);
            }
            return Json.at(policy, "spec", "egress") != null
                    && !rulings.stands(Ruling.EMPTY_EGRESS_IMPLIES_NOTHING);
        }
        boolean onlyEgress =
                Json.at(policy, "spec", "ingress") == null
                        && Json.at(policy, "spec", "egress") != null;
        return !onlyEgress || rulings.stands(Ruling.TYPES_ABSENT_MEAN_INGRESS);
    }
}
