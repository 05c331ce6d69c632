package dev.postern.engine.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.postern.engine.Engine;
import dev.postern.engine.Manifests;
import dev.postern.engine.PortVerdicts;
import dev.postern.engine.Profile;
import dev.postern.engine.map.GroupedMap;
import dev.postern.engine.map.Lane;
import dev.postern.engine.map.Stop;
import dev.postern.engine.map.WorkloadMap;
import dev.postern.model.PortSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The rectangles of a map, multiplied out, are exactly its lanes. */
class GroupedMapTest {
    private static final int CLUSTERS = 500;
    private final AtomicInteger lanes = new AtomicInteger();

    @Test
    void rectangles_multiplied_out_are_the_lanes() {
        long seed = Seeds.given();
        LongStream.range(seed, seed + CLUSTERS).parallel().forEach(this::compare);
        System.out.println("Rectangles against lanes, seed " + seed + ": " + lanes + " lanes");
        assertThat(lanes.get()).isGreaterThan(5_000);
    }

    private void compare(long seed) {
        Engine engine = Engine.compile(Manifests.read(Scene.of(seed, 1).yaml()), Profile.ASSUMED);
        WorkloadMap map = WorkloadMap.of(engine);
        Map<String, PortVerdicts> listed = new TreeMap<>();
        map.lanes(
                new WorkloadMap.Filter(_ -> true, _ -> true, true, false),
                lane -> listed.put(name(lane), lane.ports()));
        assertThat(multipliedOut(map.grouped())).as("seed %d", seed).isEqualTo(listed);
        lanes.addAndGet(listed.size());
    }

    private static String name(Lane lane) {
        return lane.from().shown() + " -> " + lane.to().shown();
    }

    private static Map<String, PortVerdicts> multipliedOut(GroupedMap grouped) {
        Map<Integer, List<Stop>> members = new HashMap<>();
        grouped.members((stops, number) -> members.put(number, stops));
        Map<String, PortVerdicts> lanes = new TreeMap<>();
        for (GroupedMap.Rectangle rectangle : grouped.rectangles()) {
            for (Stop from : members.getOrDefault(rectangle.from(), List.of())) {
                for (Stop to : members.getOrDefault(rectangle.to(), List.of())) {
                    if (from.pods() > 1 || !from.name().equals(to.name())) {
                        lanes.merge(
                                from.shown() + " -> " + to.shown(),
                                rectangle.ports(),
                                GroupedMapTest::together);
                    }
                }
            }
        }
        for (Entry<String, PortVerdicts> lane : lanes.entrySet()) {
            assertThat(lane.getValue().isNothing()).as(lane.getKey()).isFalse();
        }
        return lanes;
    }

    private static PortVerdicts together(PortVerdicts one, PortVerdicts other) {
        PortSet allowed = one.allowed().or(other.allowed());
        return new PortVerdicts(allowed, one.unknown().or(other.unknown()).minus(allowed));
    }
}
