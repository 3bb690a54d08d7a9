package dev.luakit.cli.dag;

import dev.luakit.cli.Xml;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the shapes and lines of a picture mean, for those that are in it. */
final class Legend {
  private static final int ROW = 32;
  private static final int SAMPLE_WIDTH = 44;
  private static final int SAMPLE_HEIGHT = 22;

  /** The space between a sample and its name, and behind that. */
  private static final int GAP = 7;

  private static final int BETWEEN = 18;

  private final List<Item> items = new ArrayList<>();

  /**
   * A sample and what it means.
   *
   * @param css the classes of the sample
   * @param shape its shape, or null for a line
   */
  private record Item(String css, Shape shape, String name) {
    int width() {
      return SAMPLE_WIDTH + GAP + Box.Style.SMALL.width(name);
    }
  }

  private Legend() {}

  /** The legend of a picture. */
  static Legend of(Layout layout) {
    Set<OpKind> kinds = EnumSet.noneOf(OpKind.class);
    for (Box box : layout.boxes()) {
      for (OpKind kind : OpKind.values()) {
        if (kind.text().equals(box.kind())) {
          kinds.add(kind);
        }
      }
    }
    Legend legend = new Legend();
    for (OpKind kind : kinds) {
      legend.items.add(new Item("op " + kind.text(), kind.shape(), kind.text()));
    }
    legend.items.add(new Item("op export", Shape.BOX, "export"));
    boolean side = false;
    boolean through = false;
    for (Wire wire : layout.wires()) {
      side |= wire.side();
      through |= !wire.direct();
    }
    if (side) {
      legend.items.add(new Item("wire side", null, "copied from, or mounted"));
    }
    if (through) {
      legend.items.add(new Item("wire through", null, "by way of hidden operations"));
    }
    return legend;
  }

  /** The width that its widest item needs, in pixels. */
  int leastWidth() {
    int least = 0;
    for (Item item : items) {
      least = Math.max(least, item.width());
    }
    return least;
  }

  /** The height that it has in a width, in pixels. */
  int height(int width) {
    int rows = 1;
    int x = 0;
    for (Item item : items) {
      if (x > 0 && x + item.width() > width) {
        rows++;
        x = 0;
      }
      x += item.width() + BETWEEN;
    }
    return rows * ROW;
  }

  /** Appends it as elements of an SVG, from 0,0 on. */
  void draw(StringBuilder out, int width) {
    int x = 0;
    int y = 0;
    for (Item item : items) {
      if (x > 0 && x + item.width() > width) {
        x = 0;
        y += ROW;
      }
      draw(out, item, x, y);
      x += item.width() + BETWEEN;
    }
  }

  /** Writes it as an element of a page that has {@link PictureStyle}, with an item a line. */
  String element() {
    StringBuilder out = new StringBuilder();
    int height = items.size() * ROW;
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"luakit\" width=\"");
    out.append(leastWidth()).append("\" height=\"").append(height).append("\">\n");
    for (int i = 0; i < items.size(); i++) {
      draw(out, items.get(i), 0, i * ROW);
    }
    return out.append("</svg>\n").toString();
  }

  private static void draw(StringBuilder out, Item item, int x, int y) {
    out.append("<g transform=\"translate(").append(x).append(' ').append(y).append(")\">");
    if (item.shape() == null) {
      out.append("<path class=\"").append(item.css()).append("\" marker-end=\"url(#");
      out.append(item.css().contains("side") ? "side-arrow" : "arrow").append(")\" d=\"M0 ");
      out.append(SAMPLE_HEIGHT / 2).append('H').append(SAMPLE_WIDTH).append("\"/>");
    } else {
      out.append("<g class=\"").append(item.css()).append("\"><path class=\"shape\" d=\"");
      out.append(item.shape().path(SAMPLE_WIDTH, SAMPLE_HEIGHT)).append("\"/></g>");
    }
    out.append("<text class=\"small\" x=\"").append(SAMPLE_WIDTH + GAP).append("\" y=\"15\">");
    Xml.append(out, item.name());
    out.append("</text></g>\n");
  }
}
