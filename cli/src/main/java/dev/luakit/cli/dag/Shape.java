package dev.luakit.cli.dag;

/** The shapes in which operations are drawn. */
enum Shape {
  CYLINDER("cylinder"),
  FOLDER("folder"),
  BOX("box"),
  NOTE("note"),
  TRAPEZIUM("trapezium"),
  INVERTED_TRAPEZIUM("invtrapezium");

  /** Sizes of what makes the shapes, in pixels. */
  private static final int SLANT = 16;

  private static final int TAB = 6;
  private static final int FOLD = 10;
  private static final int LID = 5;

  private final String graphviz;

  Shape(String graphviz) {
    this.graphviz = graphviz;
  }

  /** Graphviz' name for it. */
  String graphviz() {
    return graphviz;
  }

  /** How far the text stays away from the upper edge of the box that holds the shape, in pixels. */
  int topInset() {
    return this == CYLINDER || this == FOLDER ? 8 : 0;
  }

  /** How far the text stays away from the sides of the box, in pixels. */
  int sideInset() {
    return this == TRAPEZIUM || this == INVERTED_TRAPEZIUM ? SLANT : 0;
  }

  /** How much further the first line of text stays away from the right side, in pixels. */
  int cornerInset() {
    return this == NOTE ? FOLD - 2 : 0;
  }

  /** How far up from the lower edge of the box the shape's own edge can be, in pixels. */
  int bottomInset() {
    return this == CYLINDER ? LID : 0;
  }

  /** The path of an SVG that draws the shape into a box at 0,0. */
  String path(int width, int height) {
    return switch (this) {
      case BOX -> "M0 0H" + width + "V" + height + "H0Z";
      case CYLINDER -> cylinder(width, height);
      case FOLDER ->
          "M0 "
              + TAB
              + "V3Q0 0 3 0H"
              + 5 * TAB
              + "L"
              + 6 * TAB
              + " "
              + TAB
              + "H"
              + width
              + "V"
              + height
              + "H0Z";
      case NOTE ->
          "M0 0H"
              + (width - FOLD)
              + "L"
              + width
              + " "
              + FOLD
              + "V"
              + height
              + "H0ZM"
              + (width - FOLD)
              + " 0V"
              + FOLD
              + "H"
              + width;
      case TRAPEZIUM -> "M" + SLANT + " 0H" + (width - SLANT) + "L" + width + " " + height + "H0Z";
      case INVERTED_TRAPEZIUM ->
          "M0 0H" + width + "L" + (width - SLANT) + " " + height + "H" + SLANT + "Z";
    };
  }

  private static String cylinder(int width, int height) {
    String half = "A" + width / 2.0 + " " + LID + " 0 0 1 ";
    String side = width + " " + LID + "V" + (height - LID);
    // The lid's lower edge goes the same way round as the outline; otherwise it would be a hole.
    return "M0 "
        + LID
        + half
        + side
        + half
        + "0 "
        + (height - LID)
        + "Z"
        + "M"
        + width
        + " "
        + LID
        + half
        + "0 "
        + LID;
  }
}
