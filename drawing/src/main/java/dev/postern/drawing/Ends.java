package dev.postern.drawing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Where the lines of a diagram end. A box can't be an end in most forms of drawing, least of all
 * for what lies in it; so the box gets one more item, which stands for all of it.
 */
final class Ends {
    private final Map<String, Diagram.Box> boxes = new HashMap<>();
    private final Map<String, Diagram.Box> boxOfEnd = new HashMap<>();
    private final Set<String> boxesMeant = new HashSet<>();

    Ends(Diagram diagram) {
        for (Diagram.Box box : diagram.boxes()) {
            boxes.put(box.id(), box);
            boxOfEnd.put(box.id(), box);
            box.items().forEach(item -> boxOfEnd.put(item.id(), box));
        }
        for (Diagram.Line line : diagram.lines()) {
            meant(line.from());
            meant(line.to());
        }
    }

    private void meant(String end) {
        if (boxes.containsKey(end)) {
            boxesMeant.add(end);
        }
    }

    /** Whether some line means the box as a whole. */
    boolean isMeant(Diagram.Box box) {
        return boxesMeant.contains(box.id());
    }

    Diagram.Box boxOf(String end) {
        Diagram.Box box = boxOfEnd.get(end);
        if (box == null) {
            throw new IllegalArgumentException(end + " is not drawn");
        }
        return box;
    }

    /** The label of the item that stands for a whole box. */
    static String all(Diagram.Box box) {
        return "all of " + box.label();
    }

    /** A label as people see it, with what it stands for. */
    static String label(Diagram.Item item) {
        int members = item.members().size();
        return members > 1 ? item.label() + " (" + members + ")" : item.label();
    }
}
