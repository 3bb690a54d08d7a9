package dev.luakit.cli.dag;

import dev.luakit.cli.Columns;
import dev.luakit.llb.graph.BindMount;
import dev.luakit.llb.graph.ExecOp;
import dev.luakit.llb.graph.Mount;
import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation, or the export, is in a picture: lines of text, and a box around them. All is
 * in pixels.
 *
 * <p>The text is monospaced: how wide it is can be told without the font, so that every machine
 * draws the same picture, and nothing runs out of its box.
 */
final class Box {
  /** Most columns of a line. */
  private static final int WRAP = 38;

  /** Most columns of a text that is wrapped; what is longer lacks its middle. */
  private static final int LONG = 110;

  /** Most lines about mounts. */
  private static final int MOST_MOUNTS = 4;

  private static final int PADDING = 10;
  private static final int LEAST_WIDTH = 110;

  /** The space between the two texts of a heading. */
  private static final int GAP = 18;

  private final String name;
  private final String kind;
  private final Shape shape;
  private final String tooltip;
  private final List<Line> lines = new ArrayList<>();
  private int width = LEAST_WIDTH;
  private int height;
  private int x;
  private int y;

  /** What a line of text is; how it looks. */
  enum Style {
    HEADING("heading", 11, 15),
    PLACE("place", 10, 0),
    DESCRIPTION("description", 12, 17),
    SUBJECT("subject", 12, 16),
    SMALL("small", 10, 14);

    private final String css;
    private final int size;
    private final int lineHeight;

    Style(String css, int size, int lineHeight) {
      this.css = css;
      this.size = size;
      this.lineHeight = lineHeight;
    }

    /** Its class in {@link PictureStyle}. */
    String css() {
      return css;
    }

    /** How wide a text is, rounded up: of monospaced fonts none is wider than 0.61 of its size. */
    int width(String text) {
      return (int) Math.ceil(Columns.of(text) * size * 0.61);
    }
  }

  /**
   * A line of text.
   *
   * @param baseline where it stands, from the upper edge of the box
   * @param atEnd whether it ends at the right edge, and does not start at the left one
   */
  record Line(Style style, String text, int baseline, boolean atEnd) {}

  private Box(String name, String kind, Shape shape, String tooltip) {
    this.name = name;
    this.kind = kind;
    this.shape = shape;
    this.tooltip = tooltip;
    height = PADDING - 2 + shape.topInset();
  }

  /** The box of an operation. */
  static Box of(Dag.Node node) {
    String place = Caption.place(node);
    String line = Caption.line(node);
    Box box = new Box(node.name(), node.kind().text(), node.kind().shape(), line);
    box.heading(node.kind().text(), Columns.fit(place, WRAP - 14));
    box.wrap(Style.DESCRIPTION, Caption.description(node));
    box.wrap(Style.SUBJECT, Caption.subject(node));
    box.small(Caption.platform(node));
    if (node.metadata().progressGroup() != null) {
      box.small("group " + ByteStrings.toText(node.metadata().progressGroup().name()));
    }
    box.mounts(node);
    box.close();
    return box;
  }

  /** The box of what is exported. */
  static Box ofExport(Dag dag) {
    List<String> says = Caption.export(dag.build().imageConfig());
    Box box = new Box("export", "export", Shape.BOX, "export");
    box.heading("export", "");
    if (dag.build().exported().isScratch()) {
      box.small("scratch: an empty file system");
    }
    for (String line : says) {
      box.small(line);
    }
    box.close();
    return box;
  }

  private void heading(String kind, String place) {
    add(Style.HEADING, kind);
    if (!place.isEmpty()) {
      lines.add(new Line(Style.PLACE, place, lines.getFirst().baseline(), true));
      widen(Style.HEADING.width(kind) + GAP + Style.PLACE.width(place) + shape.cornerInset());
    }
  }

  private void mounts(Dag.Node node) {
    if (!(node.vertex().op() instanceof ExecOp exec)) {
      return;
    }
    List<String> texts = new ArrayList<>();
    for (Mount mount : exec.command().mounts()) {
      if (!(mount instanceof BindMount)) {
        texts.add(mount.kind() + " " + ByteStrings.toText(mount.target()));
      }
    }
    int shown = texts.size() <= MOST_MOUNTS ? texts.size() : MOST_MOUNTS - 1;
    for (String text : texts.subList(0, shown)) {
      small(text);
    }
    if (shown < texts.size()) {
      small("and " + (texts.size() - shown) + " more mounts");
    }
  }

  private void small(String text) {
    if (!text.isEmpty()) {
      add(Style.SMALL, Columns.fit(text, WRAP));
    }
  }

  /** Breaks a text into lines, at a space where one is in the second half. */
  private void wrap(Style style, String text) {
    String shown = Columns.fit(text, LONG);
    int at = 0;
    while (at < shown.length()) {
      int end = Columns.prefix(shown, at, WRAP);
      if (end < shown.length()) {
        int space = shown.lastIndexOf(' ', end);
        if (space > at + (end - at) / 2) {
          end = space + 1;
        }
      }
      add(style, shown.substring(at, end).stripTrailing());
      at = end;
    }
  }

  private void add(Style style, String text) {
    height += style.lineHeight;
    lines.add(new Line(style, text, height - 4, false));
    widen(style.width(text));
  }

  private void widen(int textWidth) {
    width = Math.max(width, textWidth + 2 * (PADDING + shape.sideInset()));
  }

  private void close() {
    height += PADDING - 2;
  }

  /** What the node is called in the graph. */
  String name() {
    return name;
  }

  /** The name of the operation's kind, or {@code export}. */
  String kind() {
    return kind;
  }

  Shape shape() {
    return shape;
  }

  /** The whole of what it does, which may be much. */
  String tooltip() {
    return tooltip;
  }

  List<Line> lines() {
    return lines;
  }

  /** Where the text starts, from the left edge of the box, and where it ends, from the right. */
  int margin() {
    return PADDING + shape.sideInset();
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int x() {
    return x;
  }

  int y() {
    return y;
  }

  /** Puts the box at its place; the layout may have made it wider. */
  void place(int x, int y, int width) {
    this.x = x;
    this.y = y;
    this.width = width;
  }
}
