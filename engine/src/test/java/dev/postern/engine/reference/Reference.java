package dev.postern.engine.reference;

import dev.postern.engine.reference.Policies.Direction;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers connection questions about a list of Kubernetes objects, straight from the specification.
 */
public final class Reference {
    /** Of ends that have no address family in common: no block can match, labels still can. */
    static final int NO_FAMILY = 0;

    private final Rulings rulings = new Rulings();
    private final Parties parties;
    private final Policies policies;

    public Reference(List<Map<String, @Nullable Object>> objects) {
        PlainCluster cluster = new PlainCluster(objects, rulings);
        this.parties = new Parties(cluster, rulings);
        this.policies = new Policies(cluster, rulings);
    }

    public Answer answer(Question question) {
        return answer(question, null);
    }

    /** The answer when one decision is got wrong. */
    private Answer answer(Question question, @Nullable Ruling wrong) {
        rulings.begin(wrong);
        return judge(question);
    }

    /** The decisions without which the answer would be another one. */
    public Set<Ruling> deciding(Question question) {
        Answer right = answer(question);
        Set<Ruling> deciding = rulings.met();
        deciding.removeIf(met -> answer(question, met) == right);
        return deciding;
    }

    private Answer judge(Question question) {
        Party source = parties.find(question.source());
        Party destination = parties.find(question.destination());
        if ((isFinished(source) || isFinished(destination))
                && rulings.stands(Ruling.FINISHED_PODS_ARE_SILENT)) {
            return Answer.DENIED;
        }
        if (isItself(source, destination) && rulings.stands(Ruling.A_POD_REACHES_ITSELF)) {
            return Answer.ALLOWED;
        }
        Set<Answer> answers = EnumSet.noneOf(Answer.class);
        Set<Integer> families = parties.commonFamilies(source, destination);
        for (int family : families) {
            if (answers.isEmpty() || rulings.stands(Ruling.BOTH_FAMILIES_COUNT)) {
                answers.add(judge(question, source, destination, family));
            }
        }
        if (families.isEmpty()) {
            answers.add(judge(question, source, destination, NO_FAMILY));
        }
        return answers.size() == 1 ? answers.iterator().next() : Answer.MIXED;
    }

    private static boolean isFinished(Party party) {
        return party.pod() != null && party.pod().isFinished();
    }

    private boolean isItself(Party source, Party destination) {
        PlainPod pod = source.pod();
        if (!source.isPod() || pod == null || !pod.equals(destination.pod())) {
            return false;
        }
        return pod.kind().equals("Pod")
                || pod.replicas() <= 1
                || !rulings.stands(Ruling.REPLICAS_ARE_SEVERAL_PODS);
    }

    private Answer judge(Question question, Party source, Party destination, int family) {
        Maybe egress = egress(question, source, destination, family);
        Maybe ingress = ingress(question, source, destination, family);
        Maybe both = egress.and(ingress);
        if (egress != ingress) {
            if (both == Maybe.NO
                    && egress.or(ingress) == Maybe.PERHAPS
                    && !rulings.stands(Ruling.DENIED_BEATS_UNKNOWN)) {
                both = Maybe.PERHAPS;
            }
            if (!rulings.stands(Ruling.BOTH_SIDES_MUST_AGREE)) {
                both = egress.or(ingress);
            }
        }
        return switch (both) {
            case NO -> Answer.DENIED;
            case PERHAPS -> Answer.UNKNOWN;
            case YES -> Answer.ALLOWED;
        };
    }

    private Maybe egress(Question question, Party source, Party destination, int family) {
        if (!isUnderPolicy(source)) {
            return withoutPolicy(source);
        }
        Maybe byPolicy = policies.allow(Direction.EGRESS, question, source, destination, family);
        if (isOnNode(source, destination) == Maybe.YES
                && !rulings.stands(Ruling.EGRESS_TO_OWN_NODE_IS_JUDGED)) {
            return Maybe.YES;
        }
        return byPolicy;
    }

    private Maybe ingress(Question question, Party source, Party destination, int family) {
        if (!isUnderPolicy(destination)) {
            return withoutPolicy(destination);
        }
        Maybe byPolicy = policies.allow(Direction.INGRESS, question, destination, source, family);
        Maybe fromOwnNode = isOnNode(destination, source);
        if (fromOwnNode == Maybe.YES && !rulings.stands(Ruling.OWN_NODE_COMES_IN)) {
            fromOwnNode = Maybe.NO;
        }
        if (fromOwnNode == Maybe.PERHAPS && !rulings.stands(Ruling.UNKNOWN_NODE_MAY_BE_OWN)) {
            fromOwnNode = Maybe.NO;
        }
        return byPolicy.or(fromOwnNode);
    }

    private boolean isUnderPolicy(Party party) {
        return party.isPod()
                || (party.pod() != null && !rulings.stands(Ruling.HOST_PODS_ARE_NOT_SELECTED));
    }

    private Maybe withoutPolicy(Party party) {
        return party.kind() == Party.Kind.UNHELD
                ? Maybe.PERHAPS
                : Maybe.of(rulings.stands(Ruling.NODES_HAVE_NO_POLICY));
    }

    private static Maybe isOnNode(Party pod, Party other) {
        if (other.kind() != Party.Kind.NODE || pod.pod() == null) {
            return Maybe.NO;
        }
        String own = pod.pod().node();
        if (own == null || other.node() == null) {
            return Maybe.PERHAPS;
        }
        return Maybe.of(own.equals(other.node()));
    }
}
