package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.luakit.cli.registry.FakeServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each document below {@code docs/} is tried as a reader would who begins with an empty folder and
 * does all that it says. What marks files, mistakes and the like, {@code docs/README.md} tells.
 */
class DocumentTest {
  /** Documents of another kind, with tests of their own. */
  private static final Set<String> TESTED_ELSEWHERE =
      Set.of(
          "docs/api-reference.md",
          "docs/cli.md",
          "docs/dag.md",
          "docs/embedding.md",
          "docs/errors.md",
          "docs/formatting.md",
          "docs/fuzzing.md",
          "docs/gateway.md",
          "docs/images.md",
          "docs/integration.md",
          "docs/lua-conformance.md",
          "docs/performance.md",
          "docs/prelude.md",
          "docs/registry.md",
          "docs/releasing.md",
          "docs/security.md",
          "docs/testing.md");

  /** What the images of the documents say of themselves; about what alpine does. */
  private static final String CONFIG =
      """
      {"architecture":"amd64","os":"linux","config":{"Env":["PATH=/usr/local/sbin:/usr/local/bin:\
      /usr/sbin:/usr/bin:/sbin:/bin"],"Cmd":["/bin/sh"]},"rootfs":{"type":"layers","diff_ids":[]}}\
      """;

  static List<Document> all() throws IOException {
    try (Stream<Path> files = Files.walk(Guide.ROOT.resolve("docs"))) {
      return files
          .map(file -> Guide.ROOT.relativize(file).toString())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .map(Document::new)
          .toList();
    }
  }

  static List<Document> followed() throws IOException {
    List<Document> followed =
        all().stream().filter(document -> !TESTED_ELSEWHERE.contains(document.name())).toList();
    assertTrue(!followed.isEmpty());
    return followed;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("followed")
  void it_can_be_followed_from_its_beginning_to_its_end(Document document, @TempDir Path folder)
      throws IOException, InterruptedException {
    try (FakeServer registry = new FakeServer()) {
      registry.withEveryImage(CONFIG);
      DocumentSession session = new DocumentSession(folder, registry.host());
      for (Document.Block block : document.blocks()) {
        try {
          session.follow(block);
        } catch (AssertionError e) {
          throw new AssertionError(document + ":" + block.line() + ": " + e.getMessage(), e);
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void its_links_lead_somewhere(Document document) throws IOException {
    for (String link : document.links()) {
      if (link.startsWith("https://") || link.startsWith("http://")) {
        continue;
      }
      int hash = link.indexOf('#');
      String file = hash < 0 ? link : link.substring(0, hash);
      Path target = document.path();
      if (!file.isEmpty()) {
        target = target.getParent().resolve(file).normalize();
      }
      assertTrue(Files.exists(target), document + " links to " + link);
      if (hash >= 0) {
        Document other = new Document(Guide.ROOT.relativize(target).toString());
        assertTrue(other.anchors().contains(link.substring(hash + 1)), document + ": " + link);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("all")
  void the_index_names_it_once(Document document) throws IOException {
    Document index = new Document("docs/README.md");
    String wanted = document.name().substring("docs/".length());
    long count = index.links().stream().filter(wanted::equals).count();
    assertEquals(document.equals(index) ? 0 : 1, count, wanted);
  }
}
