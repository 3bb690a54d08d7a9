package dev.luakit.llb.graph;

import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts give the definitions that BuildKit's own Go client makes for the same graphs. */
class RecordedScriptsTest {
  static List<Path> scripts() throws IOException, URISyntaxException {
    Path folder = Path.of(RecordedScriptsTest.class.getResource("/golden").toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".lua")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void giveTheRecordedDefinition(Path script) throws IOException {
    Build build = Luakit.builder().platform(Platform.parse("linux/amd64")).build().evaluate(script);
    String name = script.getFileName().toString().replace(".lua", "");
    Golden.assertAsRecorded(name, build.definition().toByteArray());
  }
}
