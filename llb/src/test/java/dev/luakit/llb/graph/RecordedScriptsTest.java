package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.luakit.llb.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts give what BuildKit's own Go client makes for the same graphs and images. */
class RecordedScriptsTest {
  static List<Path> definitions() throws IOException {
    return Recording.definitions();
  }

  static List<Path> configurations() throws IOException {
    return Recording.configurations();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void giveTheRecordedDefinition(Path script) throws IOException {
    Build build = Recording.luakit().build().evaluate(script);
    Golden.assertAsRecorded(Recording.name(script), build.definition().toByteArray());
  }

  @ParameterizedTest
  @MethodSource("configurations")
  void giveTheRecordedConfiguration(Path script) throws IOException {
    Build build = Recording.luakit().build().evaluate(script);
    Path recorded = script.resolveSibling(script.getFileName().toString().replace(".lua", ".json"));
    assertEquals(Files.readString(recorded), build.definition().imageConfig() + "\n");
  }
}
