package dev.postern.engine.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.engine.ConnectionMap;
import dev.postern.engine.ConnectionMap.Outside;
import dev.postern.engine.Decision;
import dev.postern.engine.End;
import dev.postern.engine.Engine;
import dev.postern.engine.Manifests;
import dev.postern.engine.PortVerdicts;
import dev.postern.engine.Profile;
import dev.postern.engine.Verdict;
import dev.postern.model.Address;
import dev.postern.model.AddressSet;
import dev.postern.model.Cluster;
import dev.postern.model.Pod;
import dev.postern.model.PortSet;
import dev.postern.model.Protocol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The map of a cluster says of every pair what the engine decides of it, port by port. */
class ConnectionMapTest {
    private static final int CLUSTERS = 400;

    private final AtomicInteger compared = new AtomicInteger();
    private final AtomicInteger outside = new AtomicInteger();

    @Test
    void the_map_of_a_cluster_is_what_the_engine_decides_of_every_pair() {
        long seed = Seeds.given();
        LongStream.range(seed, seed + CLUSTERS).parallel().forEach(this::compare);
        System.out.println(
                "Map against decisions, seed %d: %d connections between pods, %d with outside"
                        .formatted(seed, compared.get(), outside.get()));
        assertThat(compared.get()).isGreaterThan(100_000);
        assertThat(outside.get()).isGreaterThan(10_000);
    }

    private void compare(long seed) {
        Scene scene = Scene.of(seed, 1);
        Cluster cluster = Manifests.read(scene.yaml());
        Engine engine = Engine.compile(cluster, Profile.ASSUMED);
        ConnectionMap map = engine.map();
        for (Pod source : cluster.pods()) {
            int from = map.classOf(source.name());
            if (from < 0) {
                continue;
            }
            Map<Integer, PortVerdicts> row = new HashMap<>();
            map.row(from, row::put);
            for (Pod destination : cluster.pods()) {
                int to = map.classOf(destination.name());
                if (to >= 0 && !isLeftOut(source, destination)) {
                    PortVerdicts shown = row.getOrDefault(to, map.between(from, to));
                    if (!row.containsKey(to)) {
                        assertThat(shown.isNothing()).as("lane that a row leaves out").isTrue();
                    }
                    compare(seed, engine, source, destination, shown);
                }
            }
            compareOutside(seed, engine, source, map.outsideOf(from), true);
            compareOutside(seed, engine, source, map.outsideTo(from), false);
        }
    }

    /** A pod and itself, and a node and its own pods, are no lanes of the map. */
    private static boolean isLeftOut(Pod source, Pod destination) {
        boolean itself = source.name().equals(destination.name());
        boolean ownNode =
                source.hostNetwork()
                        && !destination.hostNetwork()
                        && (source.node().isEmpty()
                                || destination.node().isEmpty()
                                || source.node().equals(destination.node()));
        return itself || ownNode;
    }

    private void compare(
            long seed, Engine engine, Pod source, Pod destination, PortVerdicts shown) {
        End from = new End.OfPod(source.name());
        End to = new End.OfPod(destination.name());
        for (int point : corners(engine.portsTold(from, to))) {
            Protocol protocol = Protocol.ofPoint(point);
            int port = Protocol.portOfPoint(point);
            Decision decision = engine.decide(from, to, protocol, port);
            assertThat(word(shown, point))
                    .as(
                            "seed %d: %s -> %s %s %d",
                            seed, source.name(), destination.name(), protocol, port)
                    .isEqualTo(word(decision.policyVerdict()));
            compared.incrementAndGet();
        }
    }

    private void compareOutside(
            long seed, Engine engine, Pod pod, List<Outside> shown, boolean outwards) {
        End own = new End.OfPod(pod.name());
        for (String text : List.of("192.0.2.77", "8.8.8.8", "10.200.1.1", "2001:db8::77")) {
            Address address = Address.of(text);
            End other = new End.OfAddress(address);
            boolean held =
                    engine.pod(other).isPresent()
                            || engine.cluster().podRange().addresses().contains(address)
                            || engine.cluster().nodes().stream()
                                    .anyMatch(node -> node.addresses().contains(address));
            boolean inFamily =
                    pod.addresses().isEmpty()
                            ? !engine.cluster()
                                    .podRange()
                                    .addresses()
                                    .only(address.family())
                                    .isEmpty()
                            : pod.addresses().stream()
                                    .anyMatch(one -> one.family() == address.family());
            if (held || !inFamily || pod.hostNetwork()) {
                continue;
            }
            PortVerdicts verdicts =
                    shown.stream()
                            .filter(one -> one.addresses().contains(address))
                            .map(Outside::ports)
                            .findFirst()
                            .orElse(new PortVerdicts(PortSet.NONE, PortSet.NONE));
            End from = outwards ? own : other;
            End to = outwards ? other : own;
            for (int point : corners(engine.portsTold(from, to))) {
                Decision decision =
                        engine.decide(
                                from, to, Protocol.ofPoint(point), Protocol.portOfPoint(point));
                assertThat(word(verdicts, point))
                        .as("seed %d: %s and %s, point %d", seed, pod.name(), text, point)
                        .isEqualTo(word(decision.policyVerdict()));
                outside.incrementAndGet();
            }
        }
        AddressSet seen = AddressSet.NONE;
        for (Outside stretch : shown) {
            assertThat(seen.intersects(stretch.addresses())).as("stretches overlap").isFalse();
            seen = seen.or(stretch.addresses());
        }
    }

    /** A point on each side of every border, and one of each protocol. */
    private static List<Integer> corners(List<PortSet> told) {
        Set<Integer> corners = new HashSet<>();
        for (Protocol protocol : Protocol.values()) {
            corners.add(protocol.point(4711));
        }
        for (PortSet set : told) {
            for (PortSet.Interval interval : set.intervals()) {
                for (int port :
                        new int[] {
                            interval.from(), interval.to(), interval.from() - 1, interval.to() + 1
                        }) {
                    if (port >= 1 && port <= Protocol.MAX_PORT) {
                        corners.add(interval.protocol().point(port));
                    }
                }
            }
        }
        return new ArrayList<>(corners);
    }

    private static String word(PortVerdicts shown, int point) {
        return shown.allowed().contains(point)
                ? "allowed"
                : shown.unknown().contains(point) ? "unknown" : "denied";
    }

    /** The map calls unknown what hangs on the family that is used. */
    private static String word(Verdict verdict) {
        return verdict == Verdict.MIXED ? "unknown" : verdict.word();
    }
}
