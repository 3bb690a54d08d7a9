package dev.luakit.cli.dag;

import dev.luakit.cli.Columns;
import dev.luakit.cli.Xml;
import java.util.List;

/** A graph as a picture. */
public final class SvgPicture {
  private static final int MARGIN = 24;

  /** Most columns of a tooltip. */
  private static final int TOOLTIP = 1000;

  /** The radius of a wire's bends. */
  private static final int BEND = 6;

  private final Layout layout;
  private final StringBuilder out = new StringBuilder(1 << 14);

  private SvgPicture(Layout layout) {
    this.layout = layout;
  }

  /** Writes a graph as a file of its own. */
  public static String write(Dag dag) {
    Layout layout = Layout.of(dag);
    SvgPicture picture = new SvgPicture(layout);
    Legend legend = Legend.of(layout);
    int graphWidth = layout.width() + 2 * MARGIN;
    int width = Math.max(graphWidth, legend.leastWidth() + 2 * MARGIN);
    int top = layout.height() + 2 * MARGIN;
    int height = top + legend.height(width - 2 * MARGIN) + MARGIN;
    picture.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    picture.begin(width, height);
    picture.out.append("<style>\n").append(PictureStyle.css()).append("</style>\n");
    picture.out.append("<rect class=\"paper\" width=\"").append(width);
    picture.out.append("\" height=\"").append(height).append("\"/>\n");
    picture.graph((width - graphWidth) / 2 + MARGIN, MARGIN);
    picture.out.append("<g transform=\"translate(").append(MARGIN).append(' ').append(top);
    picture.out.append(")\">\n");
    legend.draw(picture.out, width - 2 * MARGIN);
    return picture.out.append("</g>\n</svg>\n").toString();
  }

  /** Writes a laid out graph as an element of a page that has {@link PictureStyle}. */
  static String element(Layout layout) {
    SvgPicture picture = new SvgPicture(layout);
    picture.begin(layout.width() + 2 * MARGIN, layout.height() + 2 * MARGIN);
    picture.graph(MARGIN, MARGIN);
    return picture.out.append("</svg>\n").toString();
  }

  private void begin(int width, int height) {
    int ops = layout.boxes().size() - 1;
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"luakit\" width=\"").append(width);
    out.append("\" height=\"").append(height).append("\" viewBox=\"0 0 ").append(width);
    out.append(' ').append(height).append("\" role=\"img\">\n<title>Graph of ").append(ops);
    out.append(ops == 1 ? " operation" : " operations").append("</title>\n");
    out.append(
        """
        <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" markerHeight="8" \
        markerUnits="userSpaceOnUse" orient="auto"><path class="tip" d="M0 0L8 4L0 8Z"/></marker>
        <marker id="side-arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="8" \
        markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">\
        <path class="side-tip" d="M0 0L8 4L0 8Z"/></marker>
        </defs>
        """);
  }

  private void graph(int x, int y) {
    out.append("<g transform=\"translate(").append(x).append(' ').append(y).append(")\">\n");
    for (Wire wire : layout.wires()) {
      wire(wire);
    }
    for (Box box : layout.boxes()) {
      box(box);
    }
    // Above all others: a label may be where another wire passes.
    for (Wire wire : layout.wires()) {
      if (!wire.label().isEmpty()) {
        label(wire);
      }
    }
    out.append("</g>\n");
  }

  private void wire(Wire wire) {
    out.append("<path class=\"wire").append(wire.side() ? " side" : "");
    out.append(wire.direct() ? "" : " through").append("\" data-from=\"");
    out.append(wire.from().name()).append("\" data-to=\"").append(wire.to().name());
    out.append("\" marker-end=\"url(#").append(wire.side() ? "side-arrow" : "arrow");
    out.append(")\" d=\"");
    path(wire.points(), wire.from().shape().bottomInset());
    out.append("\"/>\n");
  }

  private void path(List<Wire.Point> points, int under) {
    Wire.Point first = points.getFirst();
    point('M', first.x(), first.y() - under);
    for (int i = 1; i < points.size() - 1; i++) {
      Wire.Point before = points.get(i - 1);
      Wire.Point at = points.get(i);
      Wire.Point after = points.get(i + 1);
      int in = Math.min(BEND, distance(before, at) / 2);
      int away = Math.min(BEND, distance(at, after) / 2);
      point('L', at.x() + sign(before.x(), at.x(), in), at.y() + sign(before.y(), at.y(), in));
      point('Q', at.x(), at.y());
      point(' ', at.x() + sign(after.x(), at.x(), away), at.y() + sign(after.y(), at.y(), away));
    }
    Wire.Point last = points.getLast();
    point('L', last.x(), last.y());
  }

  private void point(char command, int x, int y) {
    out.append(command).append(x).append(' ').append(y);
  }

  private static int distance(Wire.Point a, Wire.Point b) {
    return Math.abs(a.x() - b.x()) + Math.abs(a.y() - b.y());
  }

  /** The length towards a coordinate from another one. */
  private static int sign(int towards, int from, int length) {
    return Integer.signum(towards - from) * length;
  }

  private void label(Wire wire) {
    int middle = wire.labelAt().x() + wire.labelWidth() / 2;
    out.append("<text class=\"label").append(wire.side() ? " side" : "").append("\" data-from=\"");
    out.append(wire.from().name()).append("\" data-to=\"").append(wire.to().name());
    out.append("\" x=\"").append(middle).append("\" y=\"").append(wire.labelAt().y() + 10);
    out.append('"');
    exactWidth(wire.label(), Box.Style.SMALL);
    out.append('>');
    Xml.append(out, wire.label());
    out.append("</text>\n");
  }

  private void box(Box box) {
    out.append("<g class=\"op ").append(box.kind()).append("\" id=\"").append(box.name());
    out.append("\" transform=\"translate(").append(box.x()).append(' ').append(box.y());
    out.append(")\"><title>");
    Xml.append(out, Columns.fit(box.tooltip(), TOOLTIP));
    out.append("</title><path class=\"shape\" d=\"");
    out.append(box.shape().path(box.width(), box.height())).append("\"/>");
    for (Box.Line line : box.lines()) {
      line(box, line);
    }
    out.append("</g>\n");
  }

  private void line(Box box, Box.Line line) {
    out.append("<text class=\"").append(line.style().css()).append("\" x=\"");
    out.append(
        line.atEnd() ? box.width() - box.margin() - box.shape().cornerInset() : box.margin());
    out.append("\" y=\"").append(line.baseline()).append('"');
    exactWidth(line.text(), line.style());
    out.append('>');
    Xml.append(out, line.text());
    out.append("</text>");
  }

  /** Holds characters that the font may lack, and another one have wider, to their columns. */
  private void exactWidth(String text, Box.Style style) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~' && c != '…' && c != '·') {
        out.append(" textLength=\"").append(style.width(text));
        out.append("\" lengthAdjust=\"spacingAndGlyphs\"");
        return;
      }
    }
  }
}
