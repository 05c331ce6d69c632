package dev.postern.engine.explain;

import dev.postern.engine.Because;
import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.engine.Side;
import dev.postern.engine.question.Answer;
import dev.postern.engine.question.Case;
import dev.postern.engine.question.Member;
import dev.postern.model.ContainerPort;
import dev.postern.model.Direction;
import dev.postern.model.Pod;
import dev.postern.model.Policy;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells the story behind each case of an answer. */
public final class Explainer {
    private final Engine engine;

    public Explainer(Engine engine) {
        this.engine = engine;
    }

    public List<Story> explain(Answer answer) {
        List<Story> stories = new ArrayList<>();
        for (Case one : answer.cases()) {
            Member source = one.sources().getFirst();
            Member destination = one.destinations().getFirst();
            stories.add(
                    new Story(
                            one,
                            account(one, Direction.EGRESS, source, destination),
                            account(one, Direction.INGRESS, source, destination),
                            client(one, destination),
                            new Attempts(engine, answer).of(source, destination, one.ports())));
        }
        return stories;
    }

    private Account account(Case one, Direction direction, Member source, Member destination) {
        boolean egress = direction == Direction.EGRESS;
        Side side = egress ? one.decision().egress() : one.decision().ingress();
        Member judged = egress ? source : destination;
        List<Policy> selecting = engine.policies(judged.end(), direction);
        // Near is a matter of one connection: of all ports at once, every rule misses some.
        boolean single = one.ports().size() == 1 || isIcmp(one.ports());
        boolean searched = single && side.because() instanceof Because.NoRuleMatches;
        List<Miss> misses =
                searched
                        ? new NearestMiss(
                                        engine,
                                        direction,
                                        source.end(),
                                        destination.end(),
                                        (egress ? destination : source).shown(),
                                        one.ports())
                                .among(selecting)
                        : List.of();
        return new Account(direction, side, selecting, misses);
    }

    private static boolean isIcmp(PortSet ports) {
        return ports.equals(PortSet.protocol(Protocol.ICMP));
    }

    private Client client(Case one, Member destination) {
        return switch (one.decision().verdict()) {
            case DENIED -> Client.TIMES_OUT;
            case UNKNOWN, MIXED -> Client.NOBODY_KNOWS;
            case ALLOWED -> reached(one.ports(), destination.end());
        };
    }

    private Client reached(PortSet ports, End destination) {
        Optional<Pod> pod = engine.pod(destination);
        PortSet.Interval first = ports.intervals().getFirst();
        if (ports.size() > 1 || first.protocol() != Protocol.TCP) {
            return Client.ARRIVES;
        }
        if (pod.isEmpty() || !pod.get().portsComplete()) {
            return Client.CONNECTS;
        }
        for (ContainerPort port : pod.get().ports()) {
            if (port.protocol() == Protocol.TCP && port.number() == first.from()) {
                return Client.CONNECTS;
            }
        }
        return Client.PROBABLY_REFUSED;
    }
}
