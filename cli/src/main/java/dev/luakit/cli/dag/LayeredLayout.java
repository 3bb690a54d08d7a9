package dev.luakit.cli.dag;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.FixedAlignment;
import org.eclipse.elk.alg.layered.options.GraphCompactionStrategy;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.NodePlacementStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkMargin;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Places boxes and wires by the layered algorithm of the Eclipse Layout Kernel. Nothing else uses
 * that library, so that it is loaded only for a picture.
 */
final class LayeredLayout {
  private static final int BETWEEN_LAYERS = 34;
  private static final int BETWEEN_BOXES = 26;
  private static final int BETWEEN_WIRES = 12;

  /** How far wires stay away from the corners of a box, some of which are cut off. */
  private static final int CORNER = 18;

  private LayeredLayout() {}

  /** Places all; the same boxes and wires always in the same way. */
  static Layout arrange(List<Box> boxes, List<Wire> wires) {
    LayoutMetaDataService.getInstance(); // makes the types of all options known
    ElkNode graph = ElkGraphUtil.createGraph();
    configure(graph);
    Map<Box, ElkNode> nodes = new HashMap<>();
    for (Box box : boxes) {
      nodes.put(box, node(graph, box));
    }
    Map<Box, ElkPort> exits = new HashMap<>();
    ElkEdge[] edges = new ElkEdge[wires.size()];
    for (int i = 0; i < edges.length; i++) {
      Wire wire = wires.get(i);
      // All wires from a box leave it at one place, and part later: so they take least room.
      ElkPort exit = exits.get(wire.from());
      if (exit == null) {
        exit = ElkGraphUtil.createPort(nodes.get(wire.from()));
        exits.put(wire.from(), exit);
      }
      edges[i] = ElkGraphUtil.createSimpleEdge(exit, nodes.get(wire.to()));
      label(edges[i], wire);
    }

    new LayeredLayoutProvider().layout(graph, new NullElkProgressMonitor());

    for (Box box : boxes) {
      ElkNode node = nodes.get(box);
      box.place(round(node.getX()), round(node.getY()), round(node.getWidth()));
    }
    for (int i = 0; i < edges.length; i++) {
      place(wires.get(i), edges[i]);
    }
    return new Layout(boxes, wires, round(graph.getWidth()), round(graph.getHeight()));
  }

  private static void configure(ElkNode graph) {
    graph.setProperty(CoreOptions.DIRECTION, Direction.DOWN);
    graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
    graph.setProperty(CoreOptions.RANDOM_SEED, 1);
    graph.setProperty(CoreOptions.SPACING_NODE_NODE, (double) BETWEEN_BOXES);
    graph.setProperty(CoreOptions.SPACING_EDGE_EDGE, (double) BETWEEN_WIRES);
    graph.setProperty(CoreOptions.SPACING_EDGE_NODE, (double) BETWEEN_WIRES + 4);
    graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, (double) BETWEEN_LAYERS);
    graph.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, (double) BETWEEN_WIRES + 6);
    graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, (double) BETWEEN_WIRES);
    // Network simplex makes narrower pictures, but of 200 operations it can take minutes.
    graph.setProperty(LayeredOptions.NODE_PLACEMENT_STRATEGY, NodePlacementStrategy.BRANDES_KOEPF);
    graph.setProperty(LayeredOptions.NODE_PLACEMENT_BK_FIXED_ALIGNMENT, FixedAlignment.BALANCED);
    graph.setProperty(
        LayeredOptions.COMPACTION_POST_COMPACTION_STRATEGY, GraphCompactionStrategy.EDGE_LENGTH);
  }

  private static ElkNode node(ElkNode graph, Box box) {
    ElkNode node = ElkGraphUtil.createNode(graph);
    node.setDimensions(box.width(), box.height());
    node.setProperty(
        CoreOptions.NODE_SIZE_CONSTRAINTS,
        EnumSet.of(SizeConstraint.MINIMUM_SIZE, SizeConstraint.PORTS));
    node.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(box.width(), box.height()));
    node.setProperty(CoreOptions.SPACING_PORTS_SURROUNDING, new ElkMargin(0, CORNER, 0, CORNER));
    return node;
  }

  private static void label(ElkEdge edge, Wire wire) {
    if (!wire.label().isEmpty()) {
      ElkLabel label = ElkGraphUtil.createLabel(wire.label(), edge);
      label.setDimensions(wire.labelWidth(), wire.labelHeight());
    }
  }

  private static void place(Wire wire, ElkEdge edge) {
    ElkEdgeSection section = edge.getSections().getFirst();
    wire.bend(round(section.getStartX()), round(section.getStartY()));
    for (ElkBendPoint point : section.getBendPoints()) {
      wire.bend(round(point.getX()), round(point.getY()));
    }
    wire.bend(round(section.getEndX()), round(section.getEndY()));
    if (!wire.label().isEmpty()) {
      ElkLabel label = edge.getLabels().getFirst();
      wire.placeLabel(round(label.getX()), round(label.getY()));
    }
  }

  private static int round(double pixels) {
    return (int) Math.rint(pixels);
  }
}
