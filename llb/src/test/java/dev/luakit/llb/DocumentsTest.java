package dev.luakit.llb;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every script of the documents that describe the product evaluates. */
class DocumentsTest {
  /** What the fragments among the scripts take for granted. */
  private static final String PREAMBLE =
      """
      local base, deps, source, config, src, built, runtime, final, workspace, builder, other, \
      before, after, state1, state2, state3, with_go = bk.image("alpine:3.19")
      deps, source, config, src, built, runtime = base, base, base, base, base, base
      final, workspace, builder, other, before, after = base, base, base, base, base, base
      state1, state2, state3, with_go = base, base, base, base
      local exported = false
      local export = bk.export
      bk.export = function(...) if not exported then exported = true export(...) end end
      do \
      """;

  private static final String POSTAMBLE = "\nend if not exported then export(base) end\n";

  @TempDir Path folder;

  static List<Path> scripts() throws IOException, URISyntaxException {
    Path documents = Path.of(DocumentsTest.class.getResource("/documents").toURI());
    try (Stream<Path> files = Files.list(documents)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void evaluate(Path script) throws IOException {
    new Scripts(folder).evaluate(PREAMBLE + Files.readString(script) + POSTAMBLE);
  }
}
