package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code luakit dag --format html}. */
class DagPageTest {
  private static final Pattern ELEMENT =
      Pattern.compile("<(script|style)([^>]*)>(.*?)</\\1>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/][^>]*>");

  private DagShell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new DagShell(folder);
  }

  private record Raw(String tag, String attributes, String text) {}

  /** The elements whose content is not markup, as a browser finds them. */
  private static List<Raw> raw(String html) {
    List<Raw> elements = new ArrayList<>();
    Matcher matcher = ELEMENT.matcher(html);
    while (matcher.find()) {
      elements.add(new Raw(matcher.group(1), matcher.group(2), matcher.group(3)));
    }
    return elements;
  }

  private static String data(String html, String id) {
    return raw(html).stream()
        .filter(element -> element.attributes().contains("id=\"" + id + "\""))
        .findFirst()
        .orElseThrow()
        .text();
  }

  private static String hash(String text) throws Exception {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
  }

  @Test
  void a_page_allows_its_own_script_and_style_and_nothing_else() throws Exception {
    shell.example("go");
    String html = shell.dag("--format=html");
    List<Raw> elements = raw(html);
    assertEquals(
        List.of("style", "script", "script", "script"), elements.stream().map(Raw::tag).toList());
    assertTrue(
        html.contains(
            "content=\"default-src 'none'; style-src "
                + hash(elements.getFirst().text())
                + "; script-src "
                + hash(elements.getLast().text())
                + "; base-uri 'none'; form-action 'none'\""),
        html);
    assertTrue(html.indexOf("Content-Security-Policy") < html.indexOf("<style"));
  }

  @Test
  void a_page_loads_nothing() throws Exception {
    shell.example("go");
    Matcher tags = TAG.matcher(ELEMENT.matcher(shell.dag("--format=html")).replaceAll(""));
    while (tags.find()) {
      assertFalse(tags.group().matches(".* (src|href|style|on\\w+)=.*"), tags.group());
    }
  }

  @Test
  void a_page_holds_the_graph_as_json_has_it() throws Exception {
    shell.example("node");
    String json = data(shell.dag("--format=html"), "graph");
    String restored = json.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\u0026", "&");
    assertEquals(shell.dag("--format=json"), restored);
  }

  @Test
  void a_page_holds_the_lines_of_the_script_around_each_call() {
    shell.script("\n\n\nlocal s = bk.scratch()\ns = s\n  :mkdir('/a')\n\n\n\nbk.export(s)\n");
    assertEquals(
        """
        {
          "build.lua": {
            "3": "",
            "4": "local s = bk.scratch()",
            "5": "s = s",
            "6": "  :mkdir('/a')",
            "7": "",
            "8": ""
          }
        }
        """,
        data(shell.dag("--format=html"), "sources"));
  }

  @Test
  void nothing_that_a_script_says_becomes_part_of_the_page() {
    shell.hostile();
    String html = shell.dag("--format=html");
    List<Raw> elements = raw(html);
    assertEquals(4, elements.size());
    for (Raw element : elements.subList(1, 3)) {
      assertFalse(element.text().contains("<"), "data that could end its element");
    }
    String rest = ELEMENT.matcher(html).replaceAll("");
    assertFalse(rest.contains("<img"), rest);
    assertFalse(rest.contains("]]>"), rest);
    assertFalse(html.chars().anyMatch(c -> c < ' ' && c != '\n' || c == 0x7F || c == 0x9B));
    assertFalse(html.contains("\u202E") || html.contains("\u2028"));
  }

  @Test
  void a_page_has_a_box_for_every_operation_of_its_json() {
    shell.many();
    String html = shell.dag("--format=html");
    Matcher names = Pattern.compile("\n {6}\"name\": \"(op\\d+)\"").matcher(data(html, "graph"));
    int found = 0;
    while (names.find()) {
      assertTrue(html.contains("\" id=\"" + names.group(1) + "\" transform="), names.group(1));
      found++;
    }
    assertTrue(found > 195);
  }
}
