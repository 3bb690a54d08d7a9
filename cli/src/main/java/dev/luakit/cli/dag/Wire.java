package dev.luakit.cli.dag;

import dev.luakit.cli.Columns;
import java.util.ArrayList;
import java.util.List;

/** What an edge is in a picture: a line of horizontal and vertical parts. All is in pixels. */
final class Wire {
  private static final int MOST_COLUMNS = 28;

  private final Box from;
  private final Box to;
  private final String label;
  private final boolean direct;
  private final boolean side;
  private final List<Point> points = new ArrayList<>();
  private Point labelAt;

  record Point(int x, int y) {}

  /**
   * Creates a wire that is nowhere yet.
   *
   * @param side whether it is not what the operation changes, but what it looks at meanwhile
   */
  Wire(Box from, Box to, Dag.Edge edge, boolean side) {
    this.from = from;
    this.to = to;
    label = Columns.fit(Caption.edge(edge), MOST_COLUMNS);
    direct = edge.direct();
    this.side = side;
  }

  Box from() {
    return from;
  }

  Box to() {
    return to;
  }

  /** What is written at it, or empty. */
  String label() {
    return label;
  }

  int labelWidth() {
    return Box.Style.SMALL.width(label) + 6;
  }

  int labelHeight() {
    return 14;
  }

  /** Whether no operation that is not shown is in between. */
  boolean direct() {
    return direct;
  }

  /** Whether it is not what the operation changes, but what it looks at meanwhile. */
  boolean side() {
    return side;
  }

  /** Where it starts, bends and ends. */
  List<Point> points() {
    return points;
  }

  /** The upper left corner of the label. */
  Point labelAt() {
    return labelAt;
  }

  void bend(int x, int y) {
    points.add(new Point(x, y));
  }

  void placeLabel(int x, int y) {
    labelAt = new Point(x, y);
  }
}
