package dev.postern.engine.walk;

import dev.postern.engine.Change;
import dev.postern.engine.Decision;
import dev.postern.engine.End;
import dev.postern.engine.Ends;
import dev.postern.engine.Engine;
import dev.postern.engine.Profile;
import dev.postern.engine.Verdict;
import dev.postern.model.Address;
import dev.postern.model.Cluster;
import dev.postern.model.Node;
import dev.postern.model.Pod;
import dev.postern.model.Protocol;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One walk: after each change, the changed engine is held against a fresh one, and the older values
 * against what they said before. From a seed to what was wrong, in words, or to nothing.
 */
public final class Walk implements UnaryOperator<String> {
    static final int STEPS = 30;

    /** A connection, but for its ends. */
    private record Port(Protocol protocol, int number) {}

    private static final List<Port> PORTS =
            List.of(
                    new Port(Protocol.TCP, 80),
                    new Port(Protocol.UDP, 53),
                    new Port(Protocol.ICMP, 8 << 8));

    private final Map<String, Integer> changes = new TreeMap<>();
    private final Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);

    /** Every connection that was asked about at one moment, and the answers. */
    private record Answers(Engine engine, List<End> ends, List<Decision> decisions) {
        static Answers of(Engine engine, List<End> ends) {
            List<Decision> decisions = new ArrayList<>(ends.size() * ends.size() * PORTS.size());
            for (End source : ends) {
                for (End destination : ends) {
                    for (Port port : PORTS) {
                        decisions.add(
                                engine.decide(source, destination, port.protocol, port.number));
                    }
                }
            }
            return new Answers(engine, ends, decisions);
        }

        /** The first connection that the other answers differently; empty where there is none. */
        String difference(Answers other) {
            for (int i = 0; i < decisions.size(); i++) {
                if (!decisions.get(i).equals(other.decisions.get(i))) {
                    int pair = i / PORTS.size();
                    return "%s -> %s %s: %s, not %s"
                            .formatted(
                                    ends.get(pair / ends.size()),
                                    ends.get(pair % ends.size()),
                                    PORTS.get(i % PORTS.size()),
                                    other.decisions.get(i),
                                    decisions.get(i));
                }
            }
            return "";
        }

        /** What the engine says differently now, though it was not to change. */
        String drift() {
            return difference(of(engine, ends));
        }
    }

    @Override
    public String apply(String seed) {
        ChangeMaker maker = new ChangeMaker(Long.parseLong(seed));
        World world = new World(maker.start());
        Cluster cluster = world.cluster();
        Answers first = Answers.of(Engine.compile(cluster, Profile.ASSUMED), ends(cluster));
        Answers before = first;
        for (int step = 1; step <= STEPS; step++) {
            Change change = maker.next(cluster);
            changes.merge(change.getClass().getSimpleName(), 1, Integer::sum);
            world.apply(change);
            cluster = world.cluster();
            Engine changed = before.engine.with(change);
            String wrong = before.drift();
            if (!wrong.isEmpty()) {
                return "Step %d, %s, changed the older value: %s".formatted(step, change, wrong);
            }
            Answers now = Answers.of(changed, ends(cluster));
            Engine fresh = Engine.compile(cluster, Profile.ASSUMED);
            wrong = Answers.of(fresh, now.ends).difference(now);
            if (wrong.isEmpty()) {
                wrong = difference(cluster, changed.cluster());
            }
            if (!wrong.isEmpty()) {
                return "Step %d, %s: %s".formatted(step, change, wrong);
            }
            now.decisions.forEach(answer -> verdicts.merge(answer.verdict(), 1, Integer::sum));
            before = now;
        }
        String wrong = first.drift();
        return wrong.isEmpty() ? wrong : "The first value changed on the way: " + wrong;
    }

    /** Whether an engine remembers the objects that it stands for. */
    private static String difference(Cluster expected, Cluster actual) {
        boolean same =
                expected.pods().equals(actual.pods())
                        && expected.policies().equals(actual.policies())
                        && expected.services().equals(actual.services())
                        && expected.nodes().equals(actual.nodes());
        return same ? "" : "the engine stands for " + actual + ", not " + expected;
    }

    /** Everyone who is there, and a few who are not. */
    private static List<End> ends(Cluster cluster) {
        List<End> ends = new ArrayList<>();
        for (Pod pod : cluster.pods()) {
            ends.add(new End.OfPod(pod.name()));
            for (Address address : pod.addresses()) {
                ends.add(new End.OfAddress(address));
            }
        }
        for (Node node : cluster.nodes()) {
            ends.add(new End.OfNode(node.name()));
            node.addresses().forEach(address -> ends.add(new End.OfAddress(address)));
        }
        ends.add(Ends.parse("Node n3"));
        ends.add(Ends.parse("198.51.100.70"));
        ends.add(Ends.parse("10.244.0.4"));
        ends.add(Ends.parse("2001:db8:f::1"));
        return ends;
    }

    @Override
    public String toString() {
        return "changes " + changes + ", answers " + verdicts;
    }
}
