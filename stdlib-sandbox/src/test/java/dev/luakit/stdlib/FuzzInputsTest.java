package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.luakit.vm.ByteStrings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the fuzzer has found out about patterns and formats is told the same by the reference
 * implementation, where that is installed. With {@code -Dluakit.fuzz.corpus=.cifuzz-corpus} that is
 * all that a long run has left behind; see docs/fuzzing.md.
 */
class FuzzInputsTest {
  private static final String FILE = "script.lua";

  @TempDir private Path directory;

  @Test
  void patternsMatchTheSame() throws Exception {
    assertSame(PatternFuzzTest.class, "theFunctionsAgree", PatternFuzzTest::program);
  }

  @Test
  void formatsMakeTheSame() throws Exception {
    assertSame(FormatFuzzTest.class, "aFormatMakesAStringOrIsRefused", FormatFuzzTest::program);
  }

  private void assertSame(Class<?> test, String method, UnaryOperator<String> program)
      throws Exception {
    assumeTrue(Reference.isInstalled(), "lua5.1 is not installed");
    List<Path> inputs = inputs(test, method);
    assertFalse(inputs.isEmpty());
    for (Path input : inputs) {
      String source = program.apply(ByteStrings.fromBytes(Files.readAllBytes(input)));
      String outcome = new Outcome().apply(source);
      int end = outcome.lastIndexOf("returns [");
      if (end >= 0) { // else a limit was reached
        Files.write(directory.resolve(FILE), ByteStrings.toBytes(source));
        String printed =
            outcome.substring(
                outcome.startsWith(Outcome.RECOUNTED) ? Outcome.RECOUNTED.length() : 0, end);
        assertEquals(Reference.run(directory, FILE), printed, input + ":\n" + source);
      }
    }
  }

  private static List<Path> inputs(Class<?> test, String method) throws Exception {
    List<Path> inputs = new ArrayList<>();
    addFiles(Path.of(test.getResource(test.getSimpleName() + "Inputs").toURI()), inputs);
    String corpus = System.getProperty("luakit.fuzz.corpus");
    if (corpus != null) {
      addFiles(Path.of(corpus, test.getName(), method), inputs);
    }
    return inputs;
  }

  private static void addFiles(Path folder, List<Path> inputs) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).forEach(inputs::add);
    }
  }
}
