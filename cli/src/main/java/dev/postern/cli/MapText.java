package dev.postern.cli;

import dev.postern.engine.map.Lane;
import dev.postern.engine.map.Stop;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The map for people: lanes with the same ends and ports on one line where that is short enough to
 * read, else a line a namespace, the widest open first.
 */
final class MapText implements Consumer<Lane> {
    /** What fits on a few screens. */
    private static final int LINES = 60;

    private static final int NAMESPACES = 180;
    private static final int NAMED = 4;

    private final PrintStream out;
    private final Paint paint;
    private final List<Stop> stops;

    /** Of a source: destinations by what passes. Empty once it would not be printed anyway. */
    private final Map<String, Map<String, List<String>>> rows = new LinkedHashMap<>();

    private long lanes;
    private final Map<String, Reach> namespaces = new TreeMap<>();

    /** What a namespace's workloads reach and are reached by. */
    private static final class Reach {
        private int workloads;
        private final Set<String> reaches = new TreeSet<>();
        private final Set<String> reachedBy = new TreeSet<>();
        private final Set<Stop> outwards = new LinkedHashSet<>();
        private final Set<Stop> inwards = new LinkedHashSet<>();
    }

    MapText(PrintStream out, Paint paint, List<Stop> stops) {
        this.out = out;
        this.paint = paint;
        this.stops = stops;
        for (Stop stop : stops) {
            reach(stop).workloads++;
        }
    }

    private Reach reach(Stop stop) {
        return namespaces.computeIfAbsent(stop.name().namespace(), _ -> new Reach());
    }

    @Override
    public void accept(Lane lane) {
        lanes++;
        if (rows.size() <= LINES) {
            rows.computeIfAbsent(lane.from().shown(), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(lane.ports().toString(), _ -> new ArrayList<>())
                    .add(lane.to().shown());
        }
        if (lane.from() instanceof Lane.AtStop(var from)) {
            if (lane.to() instanceof Lane.AtStop(var to)) {
                reach(from).reaches.add(to.name().namespace());
                reach(to).reachedBy.add(from.name().namespace());
            } else {
                reach(from).outwards.add(from);
            }
        } else if (lane.to() instanceof Lane.AtStop(var to)) {
            reach(to).inwards.add(to);
        }
    }

    void print() {
        if (lanes == 0) {
            out.println("Nothing can talk to anything.");
            return;
        }
        List<String> lines = lines();
        if (rows.size() <= LINES && lines.size() <= LINES) {
            lines.forEach(out::println);
        } else {
            printNamespaces();
        }
        out.println();
        out.println(
                paint.faint(
                        lanes
                                + " lanes between "
                                + Counted.of(stops.size(), "workload")
                                + " and outside; -o csv lists them"));
    }

    /** Sources that reach the same over the same ports stand on one line. */
    private List<String> lines() {
        Map<Map<String, List<String>>, List<String>> alike = new LinkedHashMap<>();
        rows.forEach((from, to) -> alike.computeIfAbsent(to, _ -> new ArrayList<>()).add(from));
        List<String> lines = new ArrayList<>();
        alike.forEach((to, from) ->
                to.forEach((ports, destinations) ->
                        lines.add(
                                named(from)
                                        + " -> "
                                        + named(destinations)
                                        + "  "
                                        + paint.strong(ports))));
        return lines;
    }

    private static String named(List<String> names) {
        int shown = names.size() > NAMED + 1 ? NAMED : names.size();
        String first = String.join(", ", names.subList(0, shown));
        return shown == names.size() ? first : first + " and " + (names.size() - shown) + " more";
    }

    private void printNamespaces() {
        List<Map.Entry<String, Reach>> sorted = new ArrayList<>(namespaces.entrySet());
        sorted.sort(
                Comparator.comparingInt(
                        own -> -own.getValue().reachedBy.size() - own.getValue().inwards.size()));
        int width = "NAMESPACE".length();
        for (Map.Entry<String, Reach> own : sorted) {
            width = Math.max(width, own.getKey().length());
        }
        String format = "%-" + width + "s  %9s  %-22s  %-22s  %-11s  %s%n";
        out.printf(
                format,
                "NAMESPACE",
                "WORKLOADS",
                "REACHED BY NAMESPACES",
                "REACHES NAMESPACES",
                "FROM OUTSIDE",
                "TO OUTSIDE");
        for (Map.Entry<String, Reach> own :
                sorted.subList(0, Math.min(NAMESPACES, sorted.size()))) {
            Reach reach = own.getValue();
            out.printf(
                    format,
                    own.getKey(),
                    reach.workloads,
                    counted(own.getKey(), reach.reachedBy),
                    counted(own.getKey(), reach.reaches),
                    reach.inwards.size() + " of " + reach.workloads,
                    reach.outwards.size() + " of " + reach.workloads);
        }
        if (sorted.size() > NAMESPACES) {
            out.println("and " + (sorted.size() - NAMESPACES) + " more namespaces, less open");
        }
    }

    private static String counted(String own, Set<String> names) {
        int others = names.size() - (names.contains(own) ? 1 : 0);
        return others + (names.contains(own) ? " and itself" : "");
    }
}
