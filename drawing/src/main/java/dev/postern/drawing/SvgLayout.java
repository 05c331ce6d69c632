package dev.postern.drawing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Where everything of a diagram stands: in layers, so that most lines point to the right. */
final class SvgLayout {
    /** More labels than this hide each other and the lines; the tooltips have them all. */
    private static final int MOST_LABELS = 60;

    private static final int LONGEST_LABEL = 42;
    private static final double CHARACTER = 7.6;
    private static final double SMALL_CHARACTER = 6.4;
    private static final double ITEM_HEIGHT = 30;

    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> boxes = new HashMap<>();
    private final Map<String, ElkNode> ends = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final List<ElkEdge> edges = new ArrayList<>();

    SvgLayout(Diagram diagram) {
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(0));
        root.setProperty(CoreOptions.ASPECT_RATIO, 1.6);
        spacing(root);
        Ends meant = new Ends(diagram);
        diagram.boxes().forEach(box -> add(box, meant.isMeant(box)));
        boolean labelled = diagram.lines().size() <= MOST_LABELS;
        for (Diagram.Line line : diagram.lines()) {
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(end(line.from()), end(line.to()));
            if (labelled && !line.label().isBlank()) {
                ElkLabel label = ElkGraphUtil.createLabel(drawn(line.label()), edge);
                label.setDimensions(label.getText().length() * SMALL_CHARACTER + 4, 14);
            }
            edges.add(edge);
        }
        new RecursiveGraphLayoutEngine().layout(root, new NullElkProgressMonitor());
    }

    private static void spacing(ElkNode node) {
        node.setProperty(CoreOptions.SPACING_NODE_NODE, 14.0);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 40.0);
        node.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, 14.0);
    }

    private void add(Diagram.Box box, boolean meant) {
        ElkNode node = ElkGraphUtil.createNode(root);
        boxes.put(box.id(), node);
        labels.put(box.id(), box.items().isEmpty() ? box.label() : Ends.all(box));
        if (box.items().isEmpty()) {
            node.setDimensions(drawn(box.label()).length() * CHARACTER + 36, 34);
            ends.put(box.id(), node);
            return;
        }
        node.setProperty(CoreOptions.PADDING, new ElkPadding(36, 14, 14, 14));
        spacing(node);
        if (meant) {
            ends.put(box.id(), item(node, Ends.all(box)));
        }
        for (Diagram.Item item : box.items()) {
            ends.put(item.id(), item(node, Ends.label(item)));
            labels.put(item.id(), item.label());
        }
        node.setProperty(
                CoreOptions.NODE_SIZE_CONSTRAINTS,
                org.eclipse.elk.core.options.SizeConstraint.minimumSize());
        node.setProperty(
                CoreOptions.NODE_SIZE_MINIMUM,
                new org.eclipse.elk.core.math.KVector(
                        drawn(box.label()).length() * CHARACTER + 36, 60));
    }

    private static ElkNode item(ElkNode box, String label) {
        ElkNode node = ElkGraphUtil.createNode(box);
        node.setDimensions(drawn(label).length() * CHARACTER + 20, ITEM_HEIGHT);
        return node;
    }

    /** A label as it is drawn: as much of it as there is room for. */
    static String drawn(String label) {
        return Labels.shortened(label, LONGEST_LABEL);
    }

    ElkNode root() {
        return root;
    }

    List<ElkEdge> edges() {
        return edges;
    }

    ElkNode box(Diagram.Box box) {
        return known(boxes.get(box.id()), box.id());
    }

    /** What stands for all of a box where a line ends at it; else the box. */
    ElkNode whole(Diagram.Box box) {
        return ends.getOrDefault(box.id(), box(box));
    }

    ElkNode end(String id) {
        return known(ends.get(id), id);
    }

    String label(String id) {
        return labels.getOrDefault(id, id);
    }

    private static ElkNode known(@org.jspecify.annotations.Nullable ElkNode node, String id) {
        if (node == null) {
            throw new IllegalArgumentException(id + " is not drawn");
        }
        return node;
    }
}
