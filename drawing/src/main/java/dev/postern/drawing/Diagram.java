package dev.postern.drawing;

import java.util.List;

/**
 * Items in boxes, and lines between them.
 *
 * @param title what the picture shows, in one line
 * @param boxes in the order they are drawn; their items' ids are distinct in the whole diagram
 * @param lines between items, or between boxes where all of a box is meant
 */
public record Diagram(String title, List<Box> boxes, List<Line> lines) {
    public Diagram {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /**
     * Things that belong together, such as the workloads of a namespace.
     *
     * @param id tells boxes and items apart
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
     * @param label what passes, such as {@code TCP 80,443}
     * @param because the rules that let it through, a sentence each
     */
    public record Line(String from, String to, String label, Style style, List<String> because) {
        public Line {
            because = List.copyOf(because);
        }
    }

    /** What a line says of its connection. */
    public enum Style {
        ALLOWED,
        UNKNOWN,
        DENIED,
        OPENED,
        CLOSED
    }
}
