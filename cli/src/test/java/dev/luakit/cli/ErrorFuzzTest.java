package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.file.Path;

/**
 * Whatever the bytes of a script are, what luakit says of it is one error: a line of plain
 * characters, then lines of plain characters that belong to it, and the code for its kind.
 */
class ErrorFuzzTest {
  private final Shell shell = new Shell(Path.of(""));

  @FuzzTest
  void anErrorIsALineAndWhatBelongsToIt(byte[] script) {
    String[] limits = {"--max-instructions=50k", "--max-memory=32m", "--timeout=1m"};
    Shell.Result result = shell.runOn(script, "eval", limits[0], limits[1], limits[2], "-");
    if (result.code() == 0) {
      assertEquals("", result.err());
      return;
    }
    assertTrue(result.code() == 1 || result.code() == 3, result::toString);
    String[] lines = result.err().split("\n", -1);
    assertTrue(lines[0].startsWith("error: stdin:") || lines[0].startsWith("error: "), lines[0]);
    assertEquals("", lines[lines.length - 1], "the last line ends");
    for (int i = 1; i < lines.length - 1; i++) {
      assertTrue(lines[i].startsWith("  ") || lines[i].startsWith("hint: "), lines[i]);
    }
    for (String line : lines) {
      assertTrue(line.codePoints().allMatch(Visible::isPlain), result.err());
    }
  }
}
