package dev.luakit.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who follows the tutorials gets what they show. */
class TutorialTest {
  private static final Path DOCS = Path.of("..", "docs").toAbsolutePath().normalize();

  private static String frontend;

  @BeforeAll
  static void needsBuildKit() throws IOException, InterruptedException {
    BuildKit buildkit = BuildKit.find();
    // What it means that there is none is told by the other tests.
    assumeTrue(buildkit != null, "no daemon is named");
    frontend = buildkit instanceof DockerBuildx ? FrontendImage.NAME : null;
  }

  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(DOCS.resolve("getting-started.md")));
    try (Stream<Path> tutorials = Files.list(DOCS.resolve("tutorials"))) {
      tutorials.sorted().forEach(documents::add);
    }
    return documents;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("documents")
  void its_builds_are_built(Path document, @TempDir Path folder)
      throws IOException, InterruptedException {
    List<String> builds = new Tutorial(document, folder, frontend).follow();
    assertTrue(!builds.isEmpty(), document.toString());
  }
}
