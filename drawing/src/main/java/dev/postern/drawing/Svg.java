package dev.postern.drawing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;

/** Draws a picture that browsers and editors show, readable on light and on dark. */
final class Svg {
    private static final int MOST_ITEMS = 250;
    private static final int MOST_LINES = 400;
    private static final int MARGIN = 24;
    private static final int HEADER = 84;
    private static final int LEGEND_ENTRY = 120;
    private static final double TITLE_CHARACTER = 8.6;

    private static final String LOOK =
            """
            svg{--paper:#fff;--ink:#1c2430;--soft:#5c6878;--box:#f3f6fa;--edge:#c3ccd8;--item:#fff;--allowed:#41689c;--unknown:#8a5a00;--denied:#b3261e;--opened:#1a7f37;--closed:#b3261e}
            @media(prefers-color-scheme:dark){svg{--paper:#10151c;--ink:#e6ebf2;--soft:#9aa7b8;--box:#19212c;--edge:#3a4656;--item:#222d3a;--allowed:#7fa8dd;--unknown:#e0a84a;--denied:#ff7b72;--opened:#56d364;--closed:#ff7b72}}
            text{font-family:system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif;fill:var(--ink);font-size:13px}
            .title{font-size:16px;font-weight:600}.name{font-weight:600}.label,.soft{font-size:11px;fill:var(--soft)}
            .label{paint-order:stroke;stroke:var(--paper);stroke-width:3px}
            .paper{fill:var(--paper)}.box{fill:var(--box);stroke:var(--edge)}.outside{stroke-dasharray:6 4}.item{fill:var(--item);stroke:var(--edge)}
            .line path{fill:none;stroke-width:1.5}.line:hover path{stroke-width:3.5}
            .allowed path{stroke:var(--allowed)}.unknown path{stroke:var(--unknown);stroke-dasharray:7 4}
            .denied path{stroke:var(--denied);stroke-dasharray:2 3}.opened path{stroke:var(--opened);stroke-width:3}
            .closed path{stroke:var(--closed);stroke-dasharray:10 3 2 3}
            marker path{stroke:none}
            """;

    private final Diagram diagram;
    private final SvgLayout layout;
    private final Appendable out;

    Svg(Diagram diagram, Appendable out) {
        boolean whole = diagram.itemCount() <= MOST_ITEMS && diagram.lines().size() <= MOST_LINES;
        this.diagram = whole ? diagram : fitting(Summary.of(diagram));
        this.layout = new SvgLayout(this.diagram);
        this.out = out;
    }

    /** The summary with the lines that say most, where even it has too many. */
    private static Diagram fitting(Diagram summary) {
        int left = summary.lines().size() - MOST_LINES;
        if (left <= 0) {
            return summary;
        }
        List<Diagram.Line> most =
                summary.lines().stream()
                        .sorted(
                                Comparator.comparingInt(
                                        (Diagram.Line line) -> -line.because().size()))
                        .limit(MOST_LINES)
                        .toList();
        String title =
                summary.title() + "; %s of these lines did not fit".formatted(Summary.count(left));
        return new Diagram(title, summary.boxes(), most);
    }

    void draw() throws IOException {
        ElkNode root = layout.root();
        Set<Diagram.Style> styles = EnumSet.noneOf(Diagram.Style.class);
        diagram.lines().forEach(line -> styles.add(line.style()));
        double wide =
                Math.max(root.getWidth(), Math.max(480, styles.size() * (double) LEGEND_ENTRY));
        List<String> title = wrapped(Labels.plain(diagram.title()), (int) (wide / TITLE_CHARACTER));
        double top = HEADER + (title.size() - 1) * 20.0;
        String width = number(wide + 2 * MARGIN);
        String height = number(root.getHeight() + top + MARGIN);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"" + width)
                .append("\" height=\"" + height + "\" viewBox=\"0 0 " + width + " " + height)
                .append("\">\n<title>" + text(diagram.title()) + "</title>\n<style>\n" + LOOK)
                .append("</style>\n<defs>\n");
        for (Diagram.Style style : styles) {
            marker(style);
        }
        out.append("</defs>\n<rect class=\"paper\" width=\"100%\" height=\"100%\"/>\n");
        for (int i = 0; i < title.size(); i++) {
            text(MARGIN, 34 + i * 20.0, "title", title.get(i));
        }
        legend(styles, top - 26);
        out.append("<g transform=\"translate(" + MARGIN + " " + number(top) + ")\">\n");
        for (Diagram.Box box : diagram.boxes()) {
            box(box);
        }
        for (int i = 0; i < diagram.lines().size(); i++) {
            line(diagram.lines().get(i), layout.edges().get(i));
        }
        out.append("</g>\n</svg>\n");
    }

    private static List<String> wrapped(String title, int most) {
        List<String> lines = new ArrayList<>();
        String rest = title;
        while (rest.length() > most) {
            int space = rest.lastIndexOf(' ', most);
            int end = space > 0 ? space : most;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    private void marker(Diagram.Style style) throws IOException {
        String shape =
                switch (style) {
                    case ALLOWED, OPENED -> "M0 0L9 4.5L0 9z";
                    case UNKNOWN -> "M0 0L9 4.5L0 9L0 7.5L6 4.5L0 1.5z";
                    case DENIED, CLOSED -> "M5 0H8V9H5z";
                };
        out.append(
                        "<marker id=\""
                                + name(style)
                                + "\" viewBox=\"0 0 9 9\" refX=\"8.5\" refY=\"4.5\"")
                .append(" markerWidth=\"9\" markerHeight=\"9\" markerUnits=\"userSpaceOnUse\"")
                .append(" orient=\"auto\"><path style=\"fill:var(--" + name(style) + ")\" d=\"")
                .append(shape + "\"/></marker>\n");
    }

    private void legend(Set<Diagram.Style> styles, double y) throws IOException {
        double x = MARGIN;
        for (Diagram.Style style : styles) {
            String name = name(style);
            out.append(
                            "<g class=\"line "
                                    + name
                                    + "\"><path marker-end=\"url(#"
                                    + name
                                    + ")\" d=\"M")
                    .append(number(x) + " " + number(y - 4) + "h32\"/></g>\n");
            text(x + 40, y, "soft", style.meaning());
            x += LEGEND_ENTRY;
        }
    }

    private void box(Diagram.Box box) throws IOException {
        ElkNode node = layout.box(box);
        out.append("<g><title>" + text(box.label()) + "</title>");
        rectangle(node, 0, 0, box.outside() ? "box outside" : "box");
        text(node.getX() + 14, node.getY() + 21, "name", SvgLayout.drawn(box.label()));
        out.append("</g>\n");
        if (!layout.whole(box).equals(node)) {
            item(layout.whole(box), node, Ends.all(box), List.of());
        }
        for (Diagram.Item item : box.items()) {
            item(layout.end(item.id()), node, Ends.label(item), item.members());
        }
    }

    private void item(ElkNode node, ElkNode box, String label, List<String> members)
            throws IOException {
        String more = members.isEmpty() ? "" : "\n" + String.join("\n", members);
        out.append("<g><title>" + text(label + more) + "</title>");
        rectangle(node, box.getX(), box.getY(), "item");
        text(
                box.getX() + node.getX() + 10,
                box.getY() + node.getY() + 19,
                "",
                SvgLayout.drawn(label));
        out.append("</g>\n");
    }

    private void rectangle(ElkNode node, double dx, double dy, String look) throws IOException {
        out.append("<rect class=\"" + look + "\" rx=\"6\" x=\"" + number(node.getX() + dx))
                .append("\" y=\"" + number(node.getY() + dy) + "\" width=\"")
                .append(
                        number(node.getWidth())
                                + "\" height=\""
                                + number(node.getHeight())
                                + "\"/>");
    }

    private void line(Diagram.Line line, ElkEdge edge) throws IOException {
        double dx = 0;
        double dy = 0;
        for (ElkNode within = edge.getContainingNode();
                within.getParent() != null;
                within = within.getParent()) {
            dx += within.getX();
            dy += within.getY();
        }
        String name = name(line.style());
        StringBuilder tip = new StringBuilder(layout.label(line.from()));
        tip.append(" → ").append(layout.label(line.to())).append(": ").append(line.label());
        tip.append(" (").append(line.style().meaning()).append(')');
        line.because().forEach(reason -> tip.append('\n').append(reason));
        out.append("<g class=\"line " + name + "\"><title>" + text(tip.toString()) + "</title>");
        for (ElkEdgeSection section : edge.getSections()) {
            out.append("<path marker-end=\"url(#" + name + ")\" d=\"M")
                    .append(
                            number(section.getStartX() + dx)
                                    + " "
                                    + number(section.getStartY() + dy));
            for (ElkBendPoint bend : section.getBendPoints()) {
                out.append("L" + number(bend.getX() + dx) + " " + number(bend.getY() + dy));
            }
            out.append("L" + number(section.getEndX() + dx) + " " + number(section.getEndY() + dy));
            out.append("\"/>");
        }
        for (ElkLabel label : edge.getLabels()) {
            text(label.getX() + dx + 2, label.getY() + dy + 11, "label", label.getText());
        }
        out.append("</g>\n");
    }

    private void text(double x, double y, String look, String label) throws IOException {
        out.append("<text class=\"" + look + "\" x=\"" + number(x) + "\" y=\"" + number(y) + "\">")
                .append(text(label) + "</text>\n");
    }

    private static String name(Diagram.Style style) {
        return style.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        return Long.toString(Math.round(value));
    }

    private static String text(String label) {
        return Markup.text(Labels.lines(label));
    }
}
