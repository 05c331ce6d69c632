package dev.postern.engine.question;

import dev.postern.engine.Because;
import dev.postern.engine.Decision;
import dev.postern.engine.End;
import dev.postern.engine.Side;
import dev.postern.engine.Verdict;
import dev.postern.model.Direction;
import dev.postern.model.Protocol;
import dev.postern.model.Rule;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Answers many questions about one cluster, each with a verdict and the rule behind it. Names and
 * reasons are looked up once: a row costs the decision and little more.
 */
public final class Batch {
    private final Inquiry inquiry;

    /** By identity: the compiled form has one object a reason, and hashing a policy costs more. */
    private final IdentityHashMap<Side, String> egressTexts = new IdentityHashMap<>();

    private final IdentityHashMap<Side, String> ingressTexts = new IdentityHashMap<>();

    public Batch(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /** One answer. */
    public record Row(Verdict verdict, String decidedBy) {}

    /**
     * Answers one row.
     *
     * @param port a number, a port's name, or empty for a protocol without ports
     */
    public Row ask(String source, String destination, String protocol, String port)
            throws Misunderstood {
        Place from = inquiry.place(source);
        Place to = inquiry.place(destination);
        PortName asked = port(protocol, port);
        if (from instanceof Place.Ends(_, var sources)
                && to instanceof Place.Ends(_, var destinations)
                && sources.size() == 1
                && destinations.size() == 1
                && destinations.getFirst().end() instanceof End.OfPod
                && asked instanceof PortName.Number(var transport, int number)) {
            Decision decision =
                    inquiry.engine()
                            .decide(
                                    sources.getFirst().end(),
                                    destinations.getFirst().end(),
                                    transport,
                                    number);
            return new Row(decision.verdict(), decidedBy(decision));
        }
        Answer answer = inquiry.ask(from, to, asked, "");
        List<String> reasons = new ArrayList<>();
        for (Case one : answer.cases()) {
            String reason = decidedBy(one.decision());
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
        return new Row(answer.verdict(), String.join(" | ", reasons));
    }

    private static PortName port(String protocol, String port) throws Misunderstood {
        Protocol transport = PortName.protocol(protocol.isEmpty() ? "TCP" : protocol);
        if (transport == Protocol.ICMP) {
            return new PortName.Icmp();
        }
        if (port.isEmpty()) {
            throw new Misunderstood("A question about %s needs a port.".formatted(transport));
        }
        PortName parsed = PortName.parse(port);
        return switch (parsed) {
            case PortName.Number(_, int number) -> new PortName.Number(transport, number);
            case PortName.Named(_, var name) -> new PortName.Named(transport, name);
            case PortName.Icmp _, PortName.Unasked _ -> parsed;
        };
    }

    /** The side that refuses, or both sides where both have a say. */
    private String decidedBy(Decision decision) {
        String egress = text(decision.egress(), Direction.EGRESS, egressTexts);
        String ingress = text(decision.ingress(), Direction.INGRESS, ingressTexts);
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

    private static String text(
            Side side, Direction direction, IdentityHashMap<Side, String> known) {
        String text = known.get(side);
        if (text == null) {
            text = text(side.because(), direction);
            known.put(side, text);
        }
        return text;
    }

    private static String text(Because because, Direction direction) {
        return switch (because) {
            case Because.NotAPod() -> "";
            case Because.NotIsolated() -> direction.word() + " not isolated";
            case Because.ByRule(var policy, int rule) -> {
                Rule decided = policy.section(direction).orElseThrow().rules().get(rule);
                yield "%s %s[%d] at %s"
                        .formatted(policy.name(), direction.word(), rule, decided.origin());
            }
            case Because.NoRuleMatches(var isolating) ->
                    "%s isolated by %s, no rule matches"
                            .formatted(direction.word(), isolating.getFirst().name());
            case Because.Itself() -> "itself";
            case Because.OwnNode() -> "own node";
            case Because.Finished() -> "finished pod";
            case Because.NotKnown(var what) -> "not known: " + what;
            case Because.Unreadable(var gap) -> "not read: " + gap.what();
        };
    }
}
