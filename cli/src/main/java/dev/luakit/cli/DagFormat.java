package dev.luakit.cli;

import dev.luakit.cli.dag.Dag;
import dev.luakit.cli.dag.DotGraph;
import dev.luakit.cli.dag.HtmlPage;
import dev.luakit.cli.dag.JsonGraph;
import dev.luakit.cli.dag.SvgPicture;
import dev.luakit.cli.dag.TextTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a graph is written. */
enum DagFormat {
  DOT("dot", ".dot", ".gv"),
  JSON("json", ".json"),
  TEXT("text", ".txt"),
  SVG("svg", ".svg"),
  HTML("html", ".html", ".htm");

  /** Pictures that others make of a graph. */
  private static final List<String> BITMAPS = List.of("png", "jpg", "jpeg", "gif", "pdf", "webp");

  private final String text;

  /** How the names of files in this format end. */
  private final List<String> endings;

  DagFormat(String text, String... endings) {
    this.text = text;
    this.endings = List.of(endings);
  }

  /**
   * Reads the option's value.
   *
   * @throws UsageException if it is no format
   */
  static DagFormat parse(String text) {
    List<String> names = new ArrayList<>();
    for (DagFormat format : values()) {
      if (format.text.equals(text)) {
        return format;
      }
      names.add(format.text);
    }
    throw new UsageException(
        "--format: '"
            + text
            + "' is not one of "
            + String.join(", ", names)
            + Suggestion.among(text, names),
        BITMAPS.contains(text)
            ? "write svg instead, or use Graphviz: luakit dag build.lua | dot -T" + text
            : null);
  }

  /** The format that a file's name tells; DOT where it tells none, or there is no file. */
  static DagFormat ofFile(String name) {
    if (name != null) {
      String lower = name.toLowerCase(Locale.ROOT);
      for (DagFormat format : values()) {
        for (String ending : format.endings) {
          if (lower.endsWith(ending)) {
            return format;
          }
        }
      }
      refuseBitmap(name, lower);
    }
    return DOT;
  }

  /** The format of a page for a browser that goes to a file. */
  static DagFormat ofPage(String name) {
    return name == null ? HTML : ofFile(name);
  }

  /** The ending of a file's name in this format. */
  String ending() {
    return endings.getFirst();
  }

  /** Fails rather than write text into what is called a picture. */
  private static void refuseBitmap(String name, String lower) {
    for (String bitmap : BITMAPS) {
      String ending = "." + bitmap;
      if (lower.endsWith(ending)) {
        String svg = name.substring(0, name.length() - ending.length()) + ".svg";
        throw new UsageException(
            "--output: luakit does not write " + ending + " files",
            "write " + svg + " instead, or use Graphviz: luakit dag build.lua | dot -T" + bitmap);
      }
    }
  }

  /** Whether operations are laid out in a plane, which takes long where they are many. */
  boolean isPicture() {
    return this == SVG || this == HTML;
  }

  /** Writes a graph. */
  String write(Dag dag) {
    return switch (this) {
      case DOT -> DotGraph.write(dag);
      case JSON -> JsonGraph.write(dag);
      case TEXT -> TextTree.write(dag);
      case SVG -> SvgPicture.write(dag);
      case HTML -> HtmlPage.write(dag);
    };
  }
}
