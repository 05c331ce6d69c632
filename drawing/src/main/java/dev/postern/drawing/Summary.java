package dev.postern.drawing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A diagram told in its boxes alone, for where there is more than a picture can hold. */
final class Summary {
    /** How many of the lines that are summed up are told one by one. */
    private static final int TOLD = 12;

    /** How many different labels are told of a line that sums up several. */
    private static final int LABELS = 2;

    private record Pair(Diagram.Box from, Diagram.Box to, Diagram.Style style) {}

    private Summary() {}

    /** One item a box, without the lines inside a box, and a title that says so. */
    static Diagram of(Diagram diagram) {
        Ends ends = new Ends(diagram);
        Map<Pair, List<Diagram.Line>> lines = new LinkedHashMap<>();
        int inside = 0;
        for (Diagram.Line line : diagram.lines()) {
            Pair pair = new Pair(ends.boxOf(line.from()), ends.boxOf(line.to()), line.style());
            if (pair.from.equals(pair.to)) {
                inside++;
            } else {
                lines.computeIfAbsent(pair, _ -> new ArrayList<>()).add(line);
            }
        }
        List<Diagram.Box> boxes = new ArrayList<>();
        for (Diagram.Box box : diagram.boxes()) {
            String label =
                    box.items().size() == 1
                            ? box.label()
                            : box.label() + " (" + count(box.items().size()) + ")";
            boxes.add(new Diagram.Box(box.id(), label, box.outside(), List.of()));
        }
        Map<String, String> labels = labels(diagram);
        List<Diagram.Line> sums = new ArrayList<>();
        lines.forEach((pair, all) -> sums.add(sum(pair, all, labels)));
        return new Diagram(title(diagram, inside), boxes, sums);
    }

    private static String title(Diagram diagram, int inside) {
        String title =
                "%s, summed up: %s boxes for %s items, and each line stands for all between two boxes (%s in all)"
                        .formatted(
                                diagram.title(),
                                count(diagram.boxes().size()),
                                count(diagram.itemCount()),
                                count(diagram.lines().size()));
        return inside == 0
                ? title
                : title + "; %s inside a box are not drawn".formatted(count(inside));
    }

    private static Map<String, String> labels(Diagram diagram) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Diagram.Box box : diagram.boxes()) {
            labels.put(box.id(), Ends.all(box));
            box.items().forEach(item -> labels.put(item.id(), item.label()));
        }
        return labels;
    }

    private static Diagram.Line sum(
            Pair pair, List<Diagram.Line> lines, Map<String, String> labels) {
        Set<String> passing = new LinkedHashSet<>();
        lines.forEach(line -> passing.add(line.label()));
        List<String> told = new ArrayList<>();
        for (Diagram.Line line : lines.subList(0, Math.min(TOLD, lines.size()))) {
            told.add(
                    "%s → %s: %s"
                            .formatted(
                                    labels.get(line.from()), labels.get(line.to()), line.label()));
        }
        if (lines.size() > TOLD) {
            told.add("and %s more".formatted(count(lines.size() - TOLD)));
        }
        String label =
                passing.size() <= LABELS
                        ? String.join("; ", passing)
                        : count(lines.size()) + " lines";
        return new Diagram.Line(pair.from.id(), pair.to.id(), label, pair.style, told);
    }

    static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
