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
  /** The states that the fragments among the scripts take for granted, all the same image. */
  private static final String[] STATES = {
    "after",
    "base",
    "before",
    "builder",
    "built",
    "config",
    "deps",
    "final",
    "other",
    "runtime",
    "source",
    "src",
    "state1",
    "state2",
    "state3",
    "with_go",
    "workspace"
  };

  /** Fragments may export nothing, or show several ways to export: the first one counts. */
  private static final String PREAMBLE =
      """
      local exported, export = false, bk.export
      rawset(bk, "export", function(...)
        if not exported then exported = true export(...) end
      end)
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
    StringBuilder code = new StringBuilder(PREAMBLE);
    for (String state : STATES) {
      code.append(state).append(" = bk.image('alpine:3.19')\n");
    }
    code.append("do ").append(Files.readString(script)).append(POSTAMBLE);
    new Scripts(folder).evaluate(code.toString());
  }
}
