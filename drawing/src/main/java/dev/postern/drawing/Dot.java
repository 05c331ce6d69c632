package dev.postern.drawing;

import java.io.IOException;

/** Draws the language of Graphviz: all of a diagram at any size, for what reads it is a program. */
final class Dot {
    private final Diagram diagram;
    private final Ends ends;
    private final Appendable out;

    Dot(Diagram diagram, Appendable out) {
        this.diagram = diagram;
        this.ends = new Ends(diagram);
        this.out = out;
    }

    void draw() throws IOException {
        out.append("digraph postern {\n")
                .append("  graph [rankdir=LR, labelloc=t, fontname=\"sans-serif\", label=")
                .append(text(diagram.title()))
                .append("];\n")
                .append("  node [shape=box, style=rounded, fontname=\"sans-serif\"];\n")
                .append("  edge [fontname=\"sans-serif\", fontsize=10];\n");
        for (int i = 0; i < diagram.boxes().size(); i++) {
            box(i, diagram.boxes().get(i));
        }
        for (Diagram.Line line : diagram.lines()) {
            out.append("  ")
                    .append(id(line.from()))
                    .append(" -> ")
                    .append(id(line.to()))
                    .append(" [label=")
                    .append(text(line.label()))
                    .append(look(line.style()));
            if (!line.because().isEmpty()) {
                out.append(", tooltip=").append(text(String.join("\n", line.because())));
            }
            out.append("];\n");
        }
        out.append("}\n");
    }

    private void box(int number, Diagram.Box box) throws IOException {
        out.append("  subgraph cluster_")
                .append(Integer.toString(number))
                .append(" {\n    graph [label=")
                .append(text(box.label()))
                .append(box.outside() ? ", style=\"rounded,dashed\"" : ", style=rounded")
                .append("];\n");
        if (ends.isMeant(box)) {
            node(box.id(), Ends.all(box), ", shape=ellipse");
        } else if (box.items().isEmpty()) {
            // Graphviz draws no cluster without a node.
            node(box.id(), "", ", style=invis");
        }
        for (Diagram.Item item : box.items()) {
            String members = text(String.join("\n", item.members()));
            node(
                    item.id(),
                    Ends.label(item),
                    item.members().isEmpty() ? "" : ", tooltip=" + members);
        }
        out.append("  }\n");
    }

    private void node(String id, String label, String more) throws IOException {
        out.append("    ")
                .append(id(id))
                .append(" [label=")
                .append(text(label))
                .append(more)
                .append("];\n");
    }

    private static String look(Diagram.Style style) {
        return switch (style) {
            case ALLOWED -> "";
            case UNKNOWN -> ", style=dashed, arrowhead=empty, color=\"#8a5a00\"";
            case DENIED -> ", style=dotted, arrowhead=tee, color=\"#b3261e\"";
            case OPENED -> ", style=bold, arrowhead=normal, color=\"#1a7f37\"";
            case CLOSED -> ", style=dashed, arrowhead=tee, color=\"#b3261e\"";
        };
    }

    /** Inside quotes only the quote is special; a backslash before it would undo that. */
    private static String id(String id) {
        return quoted(Labels.plain(id));
    }

    /** Graphviz reads HTML entities in a label. */
    private static String text(String label) {
        return quoted(Labels.lines(label).replace("&", "&amp;")).replace("\n", "\\n");
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
