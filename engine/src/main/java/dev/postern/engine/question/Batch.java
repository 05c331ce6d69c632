package dev.postern.engine.question;

import dev.postern.engine.Because;
import dev.postern.engine.Decision;
import dev.postern.engine.End;
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

    /**
     * By identity: the compiled form has one object a reason, and hashing a policy costs more. Both
     * directions may share it.
     */
    private final IdentityHashMap<Because, String> egressTexts = new IdentityHashMap<>();

    private final IdentityHashMap<Because, String> ingressTexts = new IdentityHashMap<>();

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
            if (!port.isEmpty()) {
                throw new Misunderstood(
                        "ICMP has no ports; leave the port empty in place of '%s'."
                                .formatted(port));
            }
            return new PortName.Icmp();
        }
        if (port.isEmpty()) {
            throw new Misunderstood("A question about %s needs a port.".formatted(transport));
        }
        if (port.indexOf('/') >= 0) {
            throw new Misunderstood(
                    "'%s' is no port; the protocol has a column of its own.".formatted(port));
        }
        return switch (PortName.parse(port)) {
            case PortName.Number(_, int number) -> new PortName.Number(transport, number);
            case PortName.Named(_, var name) -> new PortName.Named(transport, name);
            case PortName.Icmp _, PortName.Unasked _ ->
                    throw new Misunderstood("'%s' is no port of %s.".formatted(port, transport));
        };
    }

    /** The side that refuses, or both sides where both have a say. */
    private String decidedBy(Decision decision) {
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
