package dev.postern.drawing;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Items in boxes, and lines between them.
 *
 * @param title what the picture shows, in one line
 * @param boxes in the order they are drawn
 * @param lines between items, or between boxes where all of a box is meant
 */
public record Diagram(String title, List<Box> boxes, List<Line> lines) {
    public Diagram {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
        Set<String> ids = new HashSet<>();
        for (Box box : boxes) {
            requireNew(box.id, ids);
            box.items.forEach(item -> requireNew(item.id, ids));
        }
        for (Line line : lines) {
            requireKnown(line.from, ids);
            requireKnown(line.to, ids);
        }
    }

    private static void requireNew(String id, Set<String> ids) {
        if (!ids.add(id)) {
            throw new IllegalArgumentException("two boxes or items have the id " + id);
        }
    }

    private static void requireKnown(String end, Set<String> ids) {
        if (!ids.contains(end)) {
            throw new IllegalArgumentException("a line ends at " + end + ", which is not drawn");
        }
    }

    /**
     * Things that belong together, such as the workloads of a namespace.
     *
     * @param id tells boxes and items apart: none has the id of another
     * @param outside whether it lies outside the cluster
     */
    public record Box(String id, String label, boolean outside, List<Item> items) {
        public Box {
            items = List.copyOf(items);
        }
    }

    /**
     * One thing, such as a workload, or several that are treated alike.
     *
     * @param id tells boxes and items apart: none has the id of another
     * @param members what it stands for, where it stands for several; else empty
     */
    public record Item(String id, String label, List<String> members) {
        public Item {
            members = List.copyOf(members);
        }
    }

    /**
     * A connection from one thing to another.
     *
     * @param from the id of an item or a box
     * @param to the id of an item or a box
     * @param label what passes, such as {@code TCP 80,443; UDP 53} or {@code All}
     * @param because the rules that let it through, a sentence each
     */
    public record Line(String from, String to, String label, Style style, List<String> because) {
        public Line {
            because = List.copyOf(because);
        }
    }

    /** What a line says of its connection. */
    public enum Style {
        ALLOWED("allowed"),
        UNKNOWN("not known"),
        DENIED("denied"),
        OPENED("opened"),
        CLOSED("closed");

        private final String meaning;

        Style(String meaning) {
            this.meaning = meaning;
        }

        /** The word for it in a legend. */
        public String meaning() {
            return meaning;
        }
    }

    int itemCount() {
        int count = 0;
        for (Box box : boxes) {
            count += box.items.size();
        }
        return count;
    }
}
