package dev.luakit.bench.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The trend over all runs that are kept, as an SVG: a small chart for each measurement that matters
 * most, of its multiple of the reference of its own run, so that runs of several machines can stand
 * beside each other.
 */
final class Chart {
  /** What is drawn. */
  static final List<String> DRAWN =
      List.of(
          "start and build, JVM, cached",
          "start and build, native",
          "compile 1000 lines",
          "evaluate 100 lines",
          "build 1000 lines",
          "graph of 1000 commands, chain",
          "vm json",
          "vm methods",
          "require 20 modules",
          "peak memory of a build of 100000 operations, JVM");

  private static final int COLUMNS = 2;
  private static final int WIDTH = 440;
  private static final int HEIGHT = 150;
  private static final int LEFT = 56;
  private static final int TOP = 48;
  private static final int PLOT_WIDTH = 340;
  private static final int PLOT_HEIGHT = 64;
  private static final int TITLE = 40;

  private static final String STYLE =
      """
      <style>
      svg { background: #ffffff; font-family: sans-serif; }
      text { fill: #1f2328; font-size: 12px; }
      .title { font-size: 16px; font-weight: bold; }
      .name { font-size: 13px; font-weight: bold; }
      .faint { fill: #59636e; font-size: 11px; }
      .axis { stroke: #b7bfc8; fill: none; }
      .trend { stroke: #0969da; stroke-width: 2; fill: none; }
      .run { fill: #0969da; }
      @media (prefers-color-scheme: dark) {
        svg { background: #0d1117; }
        text { fill: #f0f6fc; }
        .faint { fill: #9198a1; }
        .axis { stroke: #4a525c; }
        .trend { stroke: #58a6ff; }
        .run { fill: #58a6ff; }
      }
      </style>
      """;

  private Chart() {}

  /** A point: which run, counted from 0, and the value there. */
  private record Point(int run, double value, String unit) {}

  /**
   * Draws.
   *
   * @param history from the first run to the last, at least one
   */
  static String svg(List<Report> history) {
    int rows = (DRAWN.size() + COLUMNS - 1) / COLUMNS;
    int height = TITLE + rows * HEIGHT;
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\""
                + " viewBox=\"0 0 %1$d %2$d\" role=\"img\">\n",
            COLUMNS * WIDTH, height));
    svg.append("<title>How long luakit takes, run by run</title>\n").append(STYLE);
    svg.append(text(16, 26, "title", "luakit, run by run: less is better"));
    for (int i = 0; i < DRAWN.size(); i++) {
      int x = i % COLUMNS * WIDTH;
      int y = TITLE + i / COLUMNS * HEIGHT;
      svg.append(format("<g transform=\"translate(%d %d)\">\n", x, y));
      panel(svg, DRAWN.get(i), history);
      svg.append("</g>\n");
    }
    return svg.append("</svg>\n").toString();
  }

  private static void panel(StringBuilder svg, String name, List<Report> history) {
    svg.append(text(16, 18, "name", name));
    List<Point> points = points(name, history);
    int bottom = TOP + PLOT_HEIGHT;
    svg.append(
        format(
            "<path class=\"axis\" d=\"M%d %dV%dH%d\"/>\n", LEFT, TOP, bottom, LEFT + PLOT_WIDTH));
    if (points.isEmpty()) {
      svg.append(text(LEFT + 8, TOP + 36, "faint", "not measured yet"));
      return;
    }
    Point last = points.getLast();
    double top = points.stream().mapToDouble(Point::value).max().orElseThrow() * 1.1;
    svg.append(text(16, 36, "faint", "last: " + Amount.digits(last.value()) + last.unit()));
    svg.append(text(16, TOP + 10, "faint", Amount.digits(top)));
    svg.append(text(16, bottom, "faint", "0"));
    svg.append(text(LEFT, bottom + 16, "faint", day(history.getFirst())));
    if (history.size() > 1) {
      svg.append(text(LEFT + PLOT_WIDTH - 66, bottom + 16, "faint", day(history.getLast())));
    }
    StringBuilder line = new StringBuilder();
    StringBuilder dots = new StringBuilder();
    for (Point point : points) {
      double x = LEFT + 8 + (PLOT_WIDTH - 16.0) * point.run() / Math.max(1, history.size() - 1);
      double y = bottom - PLOT_HEIGHT * point.value() / top;
      line.append(format("%s%.1f %.1f", line.isEmpty() ? "M" : "L", x, y));
      dots.append(format("<circle class=\"run\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>\n", x, y));
    }
    svg.append("<path class=\"trend\" d=\"").append(line).append("\"/>\n").append(dots);
  }

  private static List<Point> points(String name, List<Report> history) {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      Report report = history.get(i);
      Measurement measurement = report.find(name);
      if (measurement != null) {
        boolean alone = measurement.reference().isEmpty();
        points.add(
            new Point(
                i,
                alone ? measurement.value() : report.ratio(measurement),
                alone ? " " + measurement.unit() : " × " + measurement.reference()));
      }
    }
    return points;
  }

  private static String day(Report report) {
    return report.date().substring(0, "2026-01-31".length());
  }

  private static String text(int x, int y, String kind, String text) {
    return format("<text x=\"%d\" y=\"%d\" class=\"%s\">%s</text>\n", x, y, kind, escaped(text));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
