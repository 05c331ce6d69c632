package dev.postern.engine.question;

import dev.postern.engine.Because;
import dev.postern.engine.Decision;
import dev.postern.model.Direction;
import dev.postern.model.Rule;
import java.util.IdentityHashMap;

/** Says in a few words what decided; keeps the words, as the same rules decide again and again. */
public final class Reasons {
    /**
     * By identity: the compiled form has one object a reason, and hashing a policy costs more. Both
     * directions may share it.
     */
    private final IdentityHashMap<Because, String> egressTexts = new IdentityHashMap<>();

    private final IdentityHashMap<Because, String> ingressTexts = new IdentityHashMap<>();

    /** Starts without any words. */
    public Reasons() {}

    /** The side that refuses, or both sides where both have a say. */
    public String of(Decision decision) {
        String egress = text(decision.egress().because(), Direction.EGRESS);
        String ingress = text(decision.ingress().because(), Direction.INGRESS);
        if (decision.egress().verdict() == decision.policyVerdict()
                && decision.ingress().verdict() != decision.policyVerdict()) {
            return egress;
        }
        if (decision.ingress().verdict() == decision.policyVerdict()
                && decision.egress().verdict() != decision.policyVerdict()) {
            return ingress;
        }
        return egress.isEmpty() || ingress.isEmpty() ? egress + ingress : egress + "; " + ingress;
    }

    private String text(Because because, Direction direction) {
        return switch (because) {
            case Because.NotAPod() -> "";
            case Because.NotIsolated() ->
                    direction == Direction.EGRESS ? "egress not isolated" : "ingress not isolated";
            case Because.ByRule rule ->
                    texts(direction).computeIfAbsent(rule, _ -> text(rule, direction));
            case Because.NoRuleMatches none ->
                    texts(direction).computeIfAbsent(none, _ -> text(none, direction));
            case Because.Itself() -> "itself";
            case Because.OwnNode() -> "own node";
            case Because.Finished() -> "finished pod";
            case Because.NotKnown(var what) -> "not known: " + what;
            case Because.Unreadable(var gap) -> "not read: " + gap.what();
        };
    }

    private IdentityHashMap<Because, String> texts(Direction direction) {
        return direction == Direction.EGRESS ? egressTexts : ingressTexts;
    }

    private static String text(Because.ByRule by, Direction direction) {
        Rule rule = by.policy().section(direction).orElseThrow().rules().get(by.rule());
        return "%s %s[%d] at %s"
                .formatted(by.policy().name(), direction.word(), by.rule(), rule.origin());
    }

    private static String text(Because.NoRuleMatches none, Direction direction) {
        return "%s isolated by %s, no rule matches"
                .formatted(direction.word(), none.isolating().getFirst().name());
    }
}
