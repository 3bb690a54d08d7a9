package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** {@code luakit dag --format svg}. */
class DagPictureTest {
  private DagShell shell;

  @BeforeEach
  void folder(@TempDir Path folder) {
    shell = new DagShell(folder);
  }

  /** A box of the picture, with what is drawn in it. */
  private record Box(String name, int x, int y, int width, int height, List<Element> texts) {
    boolean overlaps(Box other) {
      return x < other.x + other.width
          && other.x < x + width
          && y < other.y + other.height
          && other.y < y + height;
    }
  }

  private static Document parse(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    } catch (Exception e) {
      throw new AssertionError(svg, e);
    }
  }

  private static List<Element> elements(Document document, String tag) {
    List<Element> elements = new ArrayList<>();
    NodeList nodes = document.getElementsByTagNameNS("http://www.w3.org/2000/svg", tag);
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** All numbers in an attribute. */
  private static int[] numbers(String attribute) {
    String[] parts = attribute.replaceAll("[^0-9.-]+", " ").strip().split(" ");
    int[] numbers = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      numbers[i] = (int) Double.parseDouble(parts[i]);
    }
    return numbers;
  }

  private static Map<String, Box> boxes(Document document) {
    Map<String, Box> boxes = new HashMap<>();
    for (Element group : elements(document, "g")) {
      if (group.hasAttribute("id")) {
        int[] at = numbers(group.getAttribute("transform"));
        Element shape = (Element) group.getElementsByTagName("path").item(0);
        int[] size = numbers(shape.getAttribute("d"));
        int width = 0;
        for (int number : size) {
          width = Math.max(width, number);
        }
        List<Element> texts = new ArrayList<>();
        int height = 0;
        NodeList lines = group.getElementsByTagName("text");
        for (int i = 0; i < lines.getLength(); i++) {
          Element line = (Element) lines.item(i);
          texts.add(line);
          height = Math.max(height, Integer.parseInt(line.getAttribute("y")));
        }
        String name = group.getAttribute("id");
        boxes.put(name, new Box(name, at[0], at[1], width, height, texts));
      }
    }
    return boxes;
  }

  private static String classOf(Document document, String id) {
    for (Element group : elements(document, "g")) {
      if (group.getAttribute("id").equals(id)) {
        return group.getAttribute("class");
      }
    }
    throw new AssertionError(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hello", "go", "node"})
  void the_examples_are_drawn(String example) throws Exception {
    shell.example(example);
    String svg = shell.dag("--format=svg");
    Document document = parse(svg);
    List<String> dot = shell.dag("--format=dot").lines().toList();
    long edges = dot.stream().filter(line -> line.contains(" -> ")).count();
    long nodes = dot.stream().filter(line -> line.contains(", shape=")).count();
    assertEquals(nodes, boxes(document).size());
    assertEquals(
        edges,
        elements(document, "path").stream().filter(path -> path.hasAttribute("data-from")).count());
    assertFalse(svg.contains("href"), svg);
  }

  @Test
  void a_box_says_what_the_operation_does_and_where_the_script_says_so() {
    shell.script(
        """
        local s = bk.image("alpine:3.19", { platform = "linux/arm64" })
        s = s:run("make", { mounts = { bk.bind(bk.local_("src"), "/src"), bk.tmpfs("/tmp") } })
        bk.export(s:with_metadata({
            description = "compile", progress_group = { id = "g", name = "backend" },
        }), { entrypoint = { "/app" } })
        """);
    Document document = parse(shell.dag("--format=svg"));
    Map<String, Box> boxes = boxes(document);
    assertEquals(
        List.of(
            "run", "build.lua:2", "compile", "make", "linux/arm64", "group backend", "tmpfs /tmp"),
        boxes.get("op3").texts().stream().map(Element::getTextContent).toList());
    assertEquals("op run", classOf(document, "op3"));
    assertEquals("op local", classOf(document, "op2"));
    assertEquals(
        List.of("export", "entrypoint /app"),
        boxes.get("export").texts().stream().map(Element::getTextContent).toList());
    List<String> labels =
        elements(document, "text").stream()
            .filter(text -> text.hasAttribute("data-to"))
            .map(text -> text.getAttribute("data-from") + " " + text.getTextContent())
            .toList();
    assertEquals(List.of("op2 /src"), labels);
  }

  @Test
  void text_stays_in_its_box_and_boxes_apart_and_wires_arrive() {
    shell.many();
    String svg = assertTimeout(Duration.ofSeconds(30), () -> shell.dag("--format=svg"));
    Document document = parse(svg);
    Map<String, Box> boxes = boxes(document);
    assertTrue(boxes.size() > 195, () -> "only " + boxes.size());
    List<Box> all = List.copyOf(boxes.values());
    for (Box box : all) {
      for (Element text : box.texts()) {
        double size = text.getAttribute("class").equals("subject") ? 12 : 10;
        int x = Integer.parseInt(text.getAttribute("x"));
        double width = text.getTextContent().length() * size * 0.6;
        boolean end = text.getAttribute("class").equals("place");
        assertTrue(end ? x - width >= 0 : x + width <= box.width(), text.getTextContent());
      }
      for (Box other : all) {
        assertTrue(box == other || !box.overlaps(other), () -> box + " " + other);
      }
    }
    for (Element wire : elements(document, "path")) {
      if (wire.hasAttribute("data-to")) {
        Box to = boxes.get(wire.getAttribute("data-to"));
        int[] points = numbers(wire.getAttribute("d"));
        int x = points[points.length - 2];
        int y = points[points.length - 1];
        assertEquals(to.y(), y, 1);
        assertTrue(x > to.x() && x < to.x() + to.width());
      }
    }
  }

  @Test
  void wires_pass_beside_boxes() {
    shell.many();
    Document document = parse(shell.dag("--format=svg"));
    Map<String, Box> boxes = boxes(document);
    for (Element wire : elements(document, "path")) {
      if (!wire.hasAttribute("data-to")) {
        continue;
      }
      int[] points = numbers(wire.getAttribute("d"));
      for (int i = 0; i + 3 < points.length; i += 2) {
        int left = Math.min(points[i], points[i + 2]);
        int right = Math.max(points[i], points[i + 2]);
        int top = Math.min(points[i + 1], points[i + 3]);
        int bottom = Math.max(points[i + 1], points[i + 3]);
        for (Box box : boxes.values()) {
          boolean own =
              box.name().equals(wire.getAttribute("data-from"))
                  || box.name().equals(wire.getAttribute("data-to"));
          boolean apart =
              right <= box.x()
                  || left >= box.x() + box.width()
                  || bottom <= box.y()
                  || top >= box.y() + box.height();
          assertTrue(own || apart, () -> wire.getAttribute("d") + " " + box);
        }
      }
    }
  }

  /** Another way to make hash codes of objects stands for another machine. */
  @Test
  void the_same_script_gives_the_same_bytes_in_every_process() throws Exception {
    shell.many();
    String svg = shell.dag("--format=svg");
    List<String> java = List.of("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2");
    Shell.Result result = shell.shell().process(Map.of(), java, "dag", "--format=svg", "build.lua");
    assertEquals("", result.err());
    assertEquals(svg, result.out());
  }

  @Test
  void nothing_that_a_script_says_gets_out_of_its_text() {
    shell.hostile();
    String svg = shell.dag("--format=svg");
    Document document = parse(svg);
    assertEquals(0, elements(document, "script").size());
    assertEquals(0, elements(document, "img").size());
    assertFalse(svg.contains("onerror=alert(2)>"));
    assertTrue(svg.length() < 20_000, () -> "as long as the command: " + svg.length());
    Element title = elements(document, "title").get(2);
    assertTrue(title.getTextContent().startsWith("run echo </script><script>"));
    assertTrue(title.getTextContent().contains("\\x1B[31mred \\x00\\x01\\r\\n\\x7F \\x9B"));
  }

  @Test
  void a_graph_of_nothing_is_a_picture_of_the_export() {
    shell.script("bk.export(bk.scratch())");
    Map<String, Box> boxes = boxes(parse(shell.dag("--format=svg")));
    assertEquals(List.of("export"), List.copyOf(boxes.keySet()));
  }

  @Test
  void operations_that_are_left_out_are_told_from_the_line() {
    shell.script("bk.export(bk.image('alpine'):mkdir('/a'):run('x'))");
    String svg = shell.dag("--format=svg", "--filter=image,run");
    assertTrue(svg.contains("<path class=\"wire through\" data-from=\"op1\" data-to=\"op2\""), svg);
    assertTrue(svg.contains("by way of hidden operations"), svg);
  }

  @Test
  void a_graph_that_is_too_large_for_a_picture_is_refused_with_the_way_out() {
    shell.script(
        """
        local s = bk.image("alpine")
        for i = 1, 3000 do s = s:mkdir("/d" .. i) end
        bk.export(s)
        """);
    for (String format : List.of("svg", "html")) {
      Shell.Result result = shell.shell().run("dag", "--format", format, "./build.lua");
      assertEquals(3, result.code());
      assertEquals(
          "error: the graph is too large for a picture: 3001 operations and 3001 edges, where 2000"
              + " and 6000 are the most\n"
              + "hint: show fewer of them, with --filter run,merge for example, or use"
              + " --format text\n",
          result.err());
    }
    assertTrue(shell.dag("--format=svg", "--filter=image").contains("id=\"op1\""));
  }

  @Test
  void drawing_has_no_more_time_than_the_script() throws Exception {
    shell.script(
        """
        local layer = {}
        for i = 1, 30 do layer[i] = bk.scratch():mkdir("/" .. i) end
        for _ = 1, 40 do
            local next = {}
            for i = 1, 30 do
                next[i] = bk.merge(layer[i], layer[i % 30 + 1], layer[i * 7 % 30 + 1])
            end
            layer = next
        end
        bk.export(bk.merge(unpack(layer)))
        """);
    // In a process that ends with it: a picture that is given up is drawn on, and the library that
    // lays pictures out can't draw two at once.
    Shell.Result result =
        shell
            .shell()
            .process(Map.of(), List.of(), "dag", "--format", "svg", "--timeout=1s", "build.lua");
    assertEquals(
        """
        error: drawing the graph took more than 1000 ms
        hint: give it more with --timeout TIME, show fewer operations, with --filter run,merge for \
        example, or use --format text
        """,
        result.err());
    assertEquals(3, result.code());
    assertEquals("", result.out());
  }
}
