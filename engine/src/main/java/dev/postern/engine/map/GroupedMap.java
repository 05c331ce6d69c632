package dev.postern.engine.map;

import dev.postern.engine.ConnectionMap;
import dev.postern.engine.ConnectionMap.Outside;
import dev.postern.engine.PortVerdicts;
import dev.postern.engine.Profile;
import dev.postern.model.AddressSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * The map as rectangles between groups of workloads: nothing is lost, and a large cluster stays
 * small. A pair's connections are those of every rectangle that holds both, together; a workload of
 * one pod has no lane to itself.
 */
public final class GroupedMap {
    private final List<Stop> stops;
    private final int[][] stopsOf;
    private final Map<BitSet, Integer> numbers = new LinkedHashMap<>();
    private final List<Rectangle> rectangles = new ArrayList<>();
    private final List<Stretch> stretches = new ArrayList<>();

    /**
     * Every member of one group reaches every member of another.
     *
     * @param from the number of a group
     * @param to the number of a group
     */
    public record Rectangle(int from, int to, PortVerdicts ports) {}

    /**
     * Every member of a group reaches a stretch of addresses, or is reached from it.
     *
     * @param group the number of a group
     * @param outwards whether the connections go out
     */
    public record Stretch(int group, AddressSet addresses, PortVerdicts ports, boolean outwards) {}

    GroupedMap(ConnectionMap map, List<Stop> stops, Profile profile) {
        this.stops = stops;
        List<List<Integer>> byClass = new ArrayList<>();
        for (int i = 0; i < map.size(); i++) {
            byClass.add(new ArrayList<>(1));
        }
        for (int i = 0; i < stops.size(); i++) {
            byClass.get(stops.get(i).classNumber()).add(i);
        }
        this.stopsOf = new int[map.size()][];
        for (int i = 0; i < stopsOf.length; i++) {
            stopsOf[i] = byClass.get(i).stream().mapToInt(Integer::intValue).toArray();
        }
        Map<Rectangle, Integer> known = new HashMap<>();
        map.rectangles((from, to, ports) -> {
            Rectangle own = new Rectangle(group(from), group(to), profile.effect(ports));
            if (known.putIfAbsent(own, rectangles.size()) == null) {
                rectangles.add(own);
            }
        });
        if (profile.changesAnything() && !stops.isEmpty()) {
            BitSet all = new BitSet();
            all.set(0, map.size());
            int everyone = group(all);
            rectangles.add(new Rectangle(everyone, everyone, profile.effect(PortVerdicts.NOTHING)));
        }
        addStretches(map, profile, true);
        addStretches(map, profile, false);
    }

    private void addStretches(ConnectionMap map, Profile profile, boolean outwards) {
        Map<Outside, BitSet> alike = new LinkedHashMap<>();
        for (int i = 0; i < map.size(); i++) {
            for (Outside outside : outwards ? map.outsideOf(i) : map.outsideTo(i)) {
                alike.computeIfAbsent(outside, _ -> new BitSet()).set(i);
            }
        }
        alike.forEach((outside, classes) -> {
            PortVerdicts ports = profile.effect(outside.ports());
            if (!ports.isNothing()) {
                stretches.add(new Stretch(group(classes), outside.addresses(), ports, outwards));
            }
        });
    }

    private int group(BitSet classes) {
        Integer known = numbers.get(classes);
        if (known == null) {
            known = numbers.size();
            numbers.put((BitSet) classes.clone(), known);
        }
        return known;
    }

    public List<Rectangle> rectangles() {
        return rectangles;
    }

    public List<Stretch> stretches() {
        return stretches;
    }

    /** Hands on the members of each group, with its number. */
    public void members(ObjIntConsumer<List<Stop>> each) {
        numbers.forEach((classes, number) -> each.accept(members(classes), number));
    }

    private List<Stop> members(BitSet classes) {
        List<Stop> members = new ArrayList<>();
        classes.stream()
                .forEach(number -> {
                    for (int stop : stopsOf[number]) {
                        members.add(stops.get(stop));
                    }
                });
        return members;
    }
}
