package dev.luakit.llb.graph;

import dev.luakit.llb.Build;
import dev.luakit.llb.Luakit;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripts give the definitions that BuildKit's own Go client makes for the same graphs. */
class RecordedScriptsTest {
  private static final Path GOLDEN =
      Path.of(URI.create(RecordedScriptsTest.class.getResource("/golden").toString()));

  static List<String> scripts() throws IOException {
    List<String> names = new ArrayList<>();
    for (String folder : List.of("", "options/")) {
      try (Stream<Path> files = Files.list(GOLDEN.resolve(folder))) {
        files
            .map(file -> file.getFileName().toString())
            .filter(file -> file.endsWith(".lua"))
            .sorted()
            .forEach(file -> names.add(folder + file.replace(".lua", "")));
      }
    }
    return names;
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void giveTheRecordedDefinition(String name) throws IOException {
    Path script = GOLDEN.resolve(name + ".lua");
    Build build = Luakit.builder().platform(Platform.parse("linux/amd64")).build().evaluate(script);
    Golden.assertAsRecorded(name, build.definition().toByteArray());
  }
}
