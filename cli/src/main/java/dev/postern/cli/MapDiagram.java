package dev.postern.cli;

import dev.postern.drawing.Diagram;
import dev.postern.drawing.Diagram.Box;
import dev.postern.drawing.Diagram.Item;
import dev.postern.drawing.Diagram.Line;
import dev.postern.drawing.Diagram.Style;
import dev.postern.engine.Verdict;
import dev.postern.engine.map.Lane;
import dev.postern.engine.map.Stop;
import dev.postern.engine.question.Answer;
import dev.postern.engine.question.Case;
import dev.postern.engine.question.Inquiry;
import dev.postern.engine.question.Misunderstood;
import dev.postern.engine.question.Reasons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Turns lanes into a picture: namespaces as boxes, workloads in them, the outside as a box beside.
 */
final class MapDiagram implements Consumer<Lane> {
    private static final String OUTSIDE = "outside";

    /**
     * Rules are looked up lane by lane: beyond this many, a picture is for shape, not for causes.
     */
    private static final int EXPLAINED = 3_000;

    private final Inquiry inquiry;
    private final Reasons reasons = new Reasons();
    private final List<Lane> lanes = new ArrayList<>();

    MapDiagram(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    @Override
    public void accept(Lane lane) {
        lanes.add(lane);
    }

    Diagram diagram(List<Stop> stops) {
        Map<String, List<Item>> boxes = new TreeMap<>();
        for (Stop stop : stops) {
            boxes.computeIfAbsent(stop.name().namespace(), _ -> new ArrayList<>())
                    .add(new Item(stop.shown(), stop.name().name(), List.of()));
        }
        Map<String, Item> outside = new LinkedHashMap<>();
        List<Line> lines = new ArrayList<>(lanes.size());
        for (Lane lane : lanes) {
            for (Lane.Place place : List.of(lane.from(), lane.to())) {
                if (!(place instanceof Lane.AtStop)) {
                    outside.putIfAbsent(
                            place.shown(), new Item(place.shown(), place.shown(), List.of()));
                }
            }
            lines.add(
                    new Line(
                            lane.from().shown(),
                            lane.to().shown(),
                            lane.ports().toString(),
                            lane.ports().allowed().isEmpty() ? Style.UNKNOWN : Style.ALLOWED,
                            lanes.size() <= EXPLAINED ? because(lane) : List.of()));
        }
        List<Box> all = new ArrayList<>();
        boxes.forEach((name, items) -> all.add(new Box("namespace " + name, name, false, items)));
        if (!outside.isEmpty()) {
            all.add(
                    new Box(
                            OUTSIDE,
                            "outside the cluster",
                            true,
                            new ArrayList<>(outside.values())));
        }
        return new Diagram("Who can talk to whom", all, lines);
    }

    /** The rules that let a lane through, with the ports that each opens. */
    private List<String> because(Lane lane) {
        Answer answer;
        try {
            answer = inquiry.ask(name(lane.from()), name(lane.to()));
        } catch (Misunderstood impossible) {
            throw new IllegalStateException(impossible); // the names come from the map itself
        }
        List<String> because = new ArrayList<>();
        for (Case one : answer.cases()) {
            if (one.decision().policyVerdict() != Verdict.DENIED) {
                because.add(one.ports() + ": " + reasons.of(one.decision()));
            }
        }
        return because;
    }

    private static String name(Lane.Place place) {
        return switch (place) {
            case Lane.AtStop(var stop) -> stop.name().kind() + "/" + stop.name().path();
            case Lane.AtRange(var range) -> range.first().toString();
        };
    }
}
