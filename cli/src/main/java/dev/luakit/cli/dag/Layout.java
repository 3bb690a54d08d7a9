package dev.luakit.cli.dag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything is in a picture: boxes in layers from the sources down to the export.
 *
 * @param boxes the boxes, each after those that it needs
 * @param wires the wires, by where they end
 * @param width the width of all, in pixels
 * @param height the height of all, in pixels
 */
record Layout(List<Box> boxes, List<Wire> wires, int width, int height) {

  /** Lays a graph out. */
  static Layout of(Dag dag) {
    Map<Dag.Node, Box> boxes = new HashMap<>();
    List<Box> all = new ArrayList<>();
    List<Wire> wires = new ArrayList<>();
    for (Dag.Node node : dag.nodes()) {
      Box box = Box.of(node);
      boxes.put(node, box);
      all.add(box);
      boolean looks = node.kind() == OpKind.RUN || node.kind() == OpKind.COPY;
      addWires(wires, boxes, node.inputs(), box, looks);
    }
    Box export = Box.ofExport(dag);
    all.add(export);
    addWires(wires, boxes, dag.exported(), export, false);
    return LayeredLayout.arrange(all, wires);
  }

  private static void addWires(
      List<Wire> wires, Map<Dag.Node, Box> boxes, List<Dag.Edge> edges, Box to, boolean looks) {
    for (Dag.Edge edge : edges) {
      boolean side = looks && !edge.label().isEmpty() && edges.size() > 1;
      wires.add(new Wire(boxes.get(edge.from()), to, edge, side));
    }
  }
}
