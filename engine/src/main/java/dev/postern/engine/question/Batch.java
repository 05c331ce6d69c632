package dev.postern.engine.question;

import dev.postern.engine.Decision;
import dev.postern.engine.End;
import dev.postern.engine.Verdict;
import dev.postern.model.Protocol;
import java.util.ArrayList;
import java.util.List;

/**
 * Answers many questions about one cluster, each with a verdict and the rule behind it. Names and
 * reasons are looked up once: a row costs the decision and little more.
 */
public final class Batch {
    private final Inquiry inquiry;
    private final Reasons reasons = new Reasons();

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
            return new Row(decision.verdict(), reasons.of(decision));
        }
        Answer answer = inquiry.ask(from, to, asked, "");
        List<String> texts = new ArrayList<>();
        for (Case one : answer.cases()) {
            String reason = reasons.of(one.decision());
            if (!texts.contains(reason)) {
                texts.add(reason);
            }
        }
        return new Row(answer.verdict(), String.join(" | ", texts));
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
}
