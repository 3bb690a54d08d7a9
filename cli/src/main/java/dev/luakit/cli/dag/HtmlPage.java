package dev.luakit.cli.dag;

import dev.luakit.cli.Visible;
import dev.luakit.cli.Xml;
import dev.luakit.llb.graph.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * A graph as a page to look through: the picture, and beside it what the operation says that is
 * clicked on. It is one file that loads nothing, and its policy lets it run and obey nothing but
 * its own script and style, whatever the graph's texts may say.
 */
public final class HtmlPage {
  private HtmlPage() {}

  /** Writes a graph. */
  public static String write(Dag dag) {
    Layout layout = Layout.of(dag);
    String style = PictureStyle.css() + resource("page.css");
    String script = resource("page.js");
    StringBuilder out = new StringBuilder(1 << 16);
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    out.append("style-src '").append(hash(style)).append("'; script-src '").append(hash(script));
    out.append("'; base-uri 'none'; form-action 'none'\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>");
    String name = Visible.line(scriptName(dag));
    Xml.append(out, name);
    out.append(" · luakit dag</title>\n<style>").append(style).append("</style>\n");
    out.append("</head>\n<body>\n<header>\n<h1>");
    Xml.append(out, name);
    out.append("</h1>\n<span class=\"faint\">").append(Caption.count(dag)).append("</span>\n");
    out.append(
        """
        <input type="search" placeholder="Search ( / )" aria-label="Search operations">
        <span class="count" role="status"></span>
        <span class="right">
        <button id="out" title="Smaller ( - )" aria-label="Smaller">−</button>
        <button id="in" title="Larger ( + )" aria-label="Larger">+</button>
        <button id="fit" title="All of it ( 0 )">Fit</button>
        </span>
        </header>
        <main>
        """);
    out.append(SvgPicture.element(layout));
    out.append("<details><summary>Legend</summary>\n").append(Legend.of(layout).element());
    out.append("</details>\n</main>\n<aside aria-live=\"polite\"></aside>\n");
    data(out, "graph", JsonGraph.write(dag));
    data(out, "sources", SourceLines.toJson(dag));
    out.append("<script>").append(script).append("</script>\n</body>\n</html>\n");
    return out.toString();
  }

  /** The script's file, as the outermost call tells it. */
  private static String scriptName(Dag dag) {
    for (Dag.Node node : dag.nodes()) {
      List<Location> locations = node.vertex().locations();
      if (!locations.isEmpty()) {
        return Dag.fileName(locations.getLast());
      }
    }
    return "scratch";
  }

  /** Adds JSON in which nothing can end the element: those characters stand only in its strings. */
  private static void data(StringBuilder out, String id, String json) {
    out.append("<script type=\"application/json\" id=\"").append(id).append("\">");
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '<' -> out.append("\\u003c");
        case '>' -> out.append("\\u003e");
        case '&' -> out.append("\\u0026");
        default -> out.append(c);
      }
    }
    out.append("</script>\n");
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
