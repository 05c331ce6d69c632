package dev.postern.engine;

import dev.postern.engine.CompiledPolicy.CompiledSection;
import dev.postern.model.Action;
import dev.postern.model.Direction;
import dev.postern.model.Gap;
import dev.postern.model.Policy;
import dev.postern.model.Truth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The policies that select some pods in one direction, in the order they are asked; it judges the
 * connections of these pods.
 *
 * <p>What is not known takes part in the judgement: each rule or isolation that may hold adds a
 * possible outcome, and only where all possible outcomes agree is the answer certain.
 */
final class Selection {
    private static final Comparator<Member> ORDER =
            Comparator.comparing((Member member) -> member.policy.tier())
                    .thenComparingDouble(member -> member.policy.order())
                    .thenComparing(member -> member.policy.policy().name());

    private static final Side NOT_ISOLATED = new Side(Verdict.ALLOWED, new Because.NotIsolated());

    private final Stage[] stages;
    private final @Nullable Side opaque;

    /** A policy, and whether it selects the pods for sure. */
    record Member(CompiledPolicy policy, CompiledSection section, Truth selects) {}

    /** The members of one tier. */
    record Stage(
            Tier tier, List<Member> members, @Nullable Gap additive, Truth isolates, Side closed) {}

    private Selection(Stage[] stages, @Nullable Side opaque) {
        this.stages = stages;
        this.opaque = opaque;
    }

    /**
     * @param gaps what could not be read and may select these pods
     */
    static Selection of(List<Member> members, List<Gap> gaps) {
        Gap additive = null;
        Side opaque = null;
        for (Gap gap : gaps) {
            switch (gap) {
                case Gap.AdditivePolicy _ -> additive = gap;
                case Gap.AnyPolicy _, Gap.Anything _, Gap.Workload _ ->
                        opaque = new Side(Verdict.UNKNOWN, new Because.Unreadable(gap));
                case Gap.Route _, Gap.Host _ -> {} // these select nothing
            }
        }
        List<Member> sorted = new ArrayList<>(members);
        sorted.sort(ORDER);
        List<Stage> stages = new ArrayList<>();
        boolean additivePlaced = additive == null;
        for (int from = 0; from < sorted.size(); ) {
            Tier tier = sorted.get(from).policy.tier();
            int to = from;
            while (to < sorted.size() && sorted.get(to).policy.tier().equals(tier)) {
                to++;
            }
            boolean here = tier.equals(Lowering.NETWORK_POLICIES);
            stages.add(stage(tier, sorted.subList(from, to), here ? additive : null));
            additivePlaced |= here;
            from = to;
        }
        if (!additivePlaced) {
            stages.add(stage(Lowering.NETWORK_POLICIES, List.of(), additive));
            stages.sort(Comparator.comparing(Stage::tier));
        }
        return new Selection(stages.toArray(new Stage[0]), opaque);
    }

    private static Stage stage(Tier tier, List<Member> members, @Nullable Gap additive) {
        Truth isolates = additive == null ? Truth.FALSE : Truth.UNKNOWN;
        List<Policy> isolating = new ArrayList<>();
        for (Member member : members) {
            if (member.section.isolates()) {
                isolates = isolates.or(member.selects);
                isolating.add(member.policy.policy());
            }
        }
        Side closed = new Side(Verdict.DENIED, new Because.NoRuleMatches(isolating));
        return new Stage(tier, List.copyOf(members), additive, isolates, closed);
    }

    List<Stage> stages() {
        return List.of(stages);
    }

    /** Whether nothing stands in the way of any connection. */
    boolean isOpen() {
        return opaque == null && stages.length == 0;
    }

    /** Whether it is what most are: policies that surely select, and only allow. */
    boolean isPlain() {
        if (opaque != null || stages.length != 1) {
            return false;
        }
        Stage stage = stages[0];
        return stage.tier.order() == Tier.Order.UNION
                && stage.additive == null
                && stage.isolates == Truth.TRUE
                && stage.members.stream().allMatch(Selection::onlyAllows);
    }

    private static boolean onlyAllows(Member member) {
        return member.selects == Truth.TRUE
                && member.section.rules().stream().allMatch(r -> r.action() == Action.ALLOW);
    }

    /** Whether something unreadable leaves every answer open. */
    boolean isOpaque() {
        return opaque != null;
    }

    /** Whether the pods are denied what no rule allows. */
    Truth isolated() {
        Truth isolated = opaque == null ? Truth.FALSE : Truth.UNKNOWN;
        for (Stage stage : stages) {
            isolated = isolated.or(stage.isolates);
        }
        return isolated;
    }

    /** The policies that select the pods, in the order they are asked. */
    List<Policy> policies() {
        List<Policy> policies = new ArrayList<>();
        for (Stage stage : stages) {
            for (Member member : stage.members) {
                policies.add(member.policy.policy());
            }
        }
        return policies;
    }

    /** Every rule that may have a say, in the order they are asked. */
    List<CompiledRule> rules() {
        List<CompiledRule> rules = new ArrayList<>();
        for (Stage stage : stages) {
            for (Member member : stage.members) {
                rules.addAll(member.section.rules());
            }
        }
        return rules;
    }

    /** Judges a connection of the selected pods with another end. */
    Side judge(Question question, Party other, Party destination) {
        if (opaque != null) {
            return opaque;
        }
        Side worst = NOT_ISOLATED;
        for (int from = 0; from < stages.length; ) {
            int to = from;
            while (to < stages.length && stages[to].tier.layer() == stages[from].tier.layer()) {
                to++;
            }
            worst = stricter(worst, judgeLayer(from, to, question, other, destination));
            from = to;
        }
        return worst;
    }

    /** Of two layers that must both agree, the answer that counts; the first where they agree. */
    private static Side stricter(Side one, Side other) {
        if (one.verdict() == Verdict.DENIED || other.verdict() == Verdict.ALLOWED) {
            boolean says = one.because() instanceof Because.NotIsolated;
            return says && other.verdict() == Verdict.ALLOWED ? other : one;
        }
        return other.verdict() == Verdict.DENIED || one.verdict() == Verdict.ALLOWED ? other : one;
    }

    private Side judgeLayer(int from, int to, Question question, Party other, Party destination) {
        Ruling ruling = new Ruling();
        for (int i = from; i < to; i++) {
            Stage stage = stages[i];
            Side settled =
                    switch (stage.tier.order()) {
                        case UNION -> union(stage, ruling, question, other, destination);
                        case FIRST_MATCH -> firstMatch(stage, ruling, question, other, destination);
                    };
            if (settled != null) {
                return ruling.settle(settled);
            }
        }
        return ruling.settle(NOT_ISOLATED);
    }

    private static @Nullable Side union(
            Stage stage, Ruling ruling, Question question, Party other, Party destination) {
        Side allowed = null;
        CompiledRule mayAllow = null;
        boolean mayShut = stage.additive != null;
        for (Member member : stage.members) {
            boolean opens = false;
            for (CompiledRule rule : member.section.rules()) {
                boolean allows = rule.action() == Action.ALLOW;
                if (allows && allowed != null) {
                    continue; // one allow is enough; a deny may still come
                }
                Truth matches = rule.matches(question, other, destination);
                opens |= allows && matches == Truth.TRUE;
                Truth applies = member.selects.and(matches);
                if (applies == Truth.TRUE) {
                    if (!allows) {
                        return rule.side(Verdict.DENIED); // whatever else may allow it here
                    }
                    allowed = rule.side(Verdict.ALLOWED);
                } else if (applies == Truth.UNKNOWN && !allows) {
                    ruling.maybeDenied(rule.because());
                } else if (applies == Truth.UNKNOWN && mayAllow == null) {
                    mayAllow = rule;
                }
            }
            mayShut |= member.section.isolates() && !opens;
        }
        if (mayAllow != null) {
            ruling.maybeAllowed(mayAllow.because());
        }
        if (allowed != null) {
            return allowed;
        }
        if (stage.isolates == Truth.TRUE) {
            if (stage.additive != null) {
                ruling.maybeAllowed(new Because.Unreadable(stage.additive));
            }
            return stage.closed;
        }
        // A policy that may select the pod shuts nothing that it would open in the same breath.
        if (stage.isolates == Truth.UNKNOWN && mayShut) {
            ruling.maybeDenied(
                    stage.additive != null
                            ? new Because.Unreadable(stage.additive)
                            : new Because.NotKnown("whether a policy selects the pod"));
        }
        return null;
    }

    private static @Nullable Side firstMatch(
            Stage stage, Ruling ruling, Question question, Party other, Party destination) {
        for (Member member : stage.members) {
            for (CompiledRule rule : member.section.rules()) {
                Truth match = member.selects.and(rule.matches(question, other, destination));
                if (match == Truth.FALSE) {
                    continue;
                }
                switch (rule.action()) {
                    case PASS -> {
                        if (match == Truth.TRUE) {
                            return null;
                        }
                        // Passing on may lead past the rules below; that they might decide
                        // otherwise is all that is known.
                        ruling.maybePassed(rule);
                    }
                    case ALLOW, DENY -> {
                        boolean allows = rule.action() == Action.ALLOW;
                        if (match == Truth.TRUE) {
                            return rule.side(allows ? Verdict.ALLOWED : Verdict.DENIED);
                        }
                        ruling.maybe(rule, allows);
                    }
                }
            }
        }
        return null;
    }

    /** The outcomes that are possible so far. */
    private static final class Ruling {
        private @Nullable Because allowing;
        private @Nullable Because denying;

        void maybe(CompiledRule rule, boolean allows) {
            if (allows) {
                maybeAllowed(rule.because());
            } else {
                maybeDenied(rule.because());
            }
        }

        void maybePassed(CompiledRule rule) {
            maybeAllowed(rule.because());
            maybeDenied(rule.because());
        }

        void maybeAllowed(Because because) {
            allowing = allowing == null ? because : allowing;
        }

        void maybeDenied(Because because) {
            denying = denying == null ? because : denying;
        }

        /** The answer, once one outcome is certain to be reached. */
        Side settle(Side last) {
            boolean allowed = last.verdict() == Verdict.ALLOWED;
            Because against = allowed ? denying : allowing;
            return against == null ? last : new Side(Verdict.UNKNOWN, against);
        }
    }

    /** Collects the members of a namespace's policies for pods of one shape. */
    static List<Member> members(
            Iterable<CompiledPolicy> policies,
            Direction direction,
            int namespace,
            int namespaceShape,
            int podShape) {
        List<Member> members = new ArrayList<>();
        for (CompiledPolicy policy : policies) {
            CompiledSection section = policy.section(direction);
            if (section != null) {
                Truth selects = policy.selects(namespace, namespaceShape, podShape);
                if (selects != Truth.FALSE) {
                    members.add(new Member(policy, section, selects));
                }
            }
        }
        return members;
    }
}
