package dev.postern.drawing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a Mermaid flowchart. Those who render it refuse more than 500 lines or 50,000 characters,
 * so a bigger diagram is summed up; what is left out even then, the picture says.
 */
final class Mermaid {
    private static final int MOST_LINES = 500;
    private static final int MOST_CHARACTERS = 50_000;

    private final Diagram diagram;

    Mermaid(Diagram diagram) {
        this.diagram = diagram;
    }

    void draw(Appendable out) throws IOException {
        if (diagram.lines().size() <= MOST_LINES) {
            String all = new Flowchart(diagram).text(MOST_LINES);
            if (all.length() <= MOST_CHARACTERS) {
                out.append(all);
                return;
            }
        }
        Diagram summary = Summary.of(diagram);
        int lines = Math.min(MOST_LINES, summary.lines().size());
        String text = new Flowchart(summary).text(lines);
        while (text.length() > MOST_CHARACTERS && lines > 0) {
            lines = lines / 2;
            text = new Flowchart(summary).text(lines);
        }
        out.append(text);
    }

    /** The text of one flowchart, whatever its size. */
    private static final class Flowchart {
        private final Diagram diagram;
        private final Ends ends;
        private final Map<String, String> names = new HashMap<>();
        private final StringBuilder text = new StringBuilder();

        Flowchart(Diagram diagram) {
            this.diagram = diagram;
            this.ends = new Ends(diagram);
        }

        String text(int lines) {
            int left = diagram.lines().size() - lines;
            String title =
                    left <= 0
                            ? diagram.title()
                            : "%s; %s lines did not fit"
                                    .formatted(diagram.title(), Summary.count(left));
            text.append("---\ntitle: ").append(yaml(title)).append("\n---\nflowchart LR\n");
            diagram.boxes().forEach(this::box);
            Map<Diagram.Style, List<Integer>> styled = new EnumMap<>(Diagram.Style.class);
            List<Diagram.Line> drawn =
                    diagram.lines().subList(0, Math.min(lines, diagram.lines().size()));
            for (int i = 0; i < drawn.size(); i++) {
                line(drawn.get(i));
                styled.computeIfAbsent(drawn.get(i).style(), _ -> new ArrayList<>()).add(i);
            }
            styled.forEach(this::colour);
            return text.toString();
        }

        private void box(Diagram.Box box) {
            String name = "b" + names.size();
            if (box.items().isEmpty()) {
                names.put(box.id(), name);
                text.append("  ")
                        .append(name)
                        .append("[")
                        .append(quoted(box.label()))
                        .append("]\n");
                return;
            }
            text.append("  subgraph ")
                    .append(name)
                    .append("[")
                    .append(quoted(box.label()))
                    .append("]\n");
            if (ends.isMeant(box)) {
                String all = "n" + names.size();
                names.put(box.id(), all);
                text.append("    ").append(all).append("([").append(quoted(Ends.all(box)));
                text.append("])\n");
            }
            for (Diagram.Item item : box.items()) {
                String itemName = "n" + names.size();
                names.put(item.id(), itemName);
                text.append("    ").append(itemName).append("[");
                text.append(quoted(Ends.label(item))).append("]\n");
            }
            text.append("  end\n");
            if (box.outside()) {
                text.append("  style ").append(name).append(" stroke-dasharray: 6 4\n");
            }
        }

        private void line(Diagram.Line line) {
            text.append("  ").append(names.get(line.from())).append(arrow(line.style()));
            if (!line.label().isBlank()) {
                text.append("|").append(quoted(line.label())).append("|");
            }
            text.append(" ").append(names.get(line.to())).append('\n');
        }

        private static String arrow(Diagram.Style style) {
            return switch (style) {
                case ALLOWED -> " -->";
                case UNKNOWN -> " -.->";
                case DENIED -> " -.-x";
                case OPENED -> " ==>";
                case CLOSED -> " --x";
            };
        }

        private void colour(Diagram.Style style, List<Integer> lines) {
            String colour =
                    switch (style) {
                        case ALLOWED -> "";
                        case UNKNOWN -> "#b07300";
                        case DENIED, CLOSED -> "#d1453b";
                        case OPENED -> "#2a9d4a";
                    };
            if (!colour.isEmpty()) {
                text.append("  linkStyle ");
                for (int i = 0; i < lines.size(); i++) {
                    text.append(i == 0 ? "" : ",").append(lines.get(i));
                }
                text.append(" stroke:").append(colour).append('\n');
            }
        }

        /**
         * Everything that Mermaid or the HTML that it makes gives a meaning, as a character code.
         */
        private static String quoted(String label) {
            String lines = Labels.lines(label.isBlank() ? "-" : label);
            StringBuilder safe = new StringBuilder(lines.length() + 2).append('"');
            for (int i = 0; i < lines.length(); i++) {
                char c = lines.charAt(i);
                switch (c) {
                    case '\n' -> safe.append("<br/>");
                    case '"',
                            '#',
                            '&',
                            '<',
                            '>',
                            '`',
                            ':',
                            ';',
                            '%',
                            '\\',
                            '*',
                            '_',
                            '~',
                            '|',
                            '[',
                            ']',
                            '{',
                            '}',
                            '(',
                            ')',
                            '$',
                            '@' ->
                            safe.append('#').append((int) c).append(';');
                    default -> safe.append(c);
                }
            }
            return safe.append('"').toString();
        }

        private static String yaml(String title) {
            return Json.quoted(Labels.plain(title));
        }
    }
}
