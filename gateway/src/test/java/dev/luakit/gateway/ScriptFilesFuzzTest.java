package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Whatever is in a script's comments, or in a {@code .dockerignore}, is read without a complaint.
 */
class ScriptFilesFuzzTest {
  @FuzzTest
  void anyBytesAreCommentsAndPatterns(byte[] bytes) {
    ScriptComments comments = new ScriptComments(bytes);
    assertOneLine(comments.header());
    for (int line = 1; line <= comments.lines().size() + 1; line++) {
      assertOneLine(comments.above(line));
    }
    for (String pattern : IgnoreFile.patterns(bytes)) {
      assertFalse(pattern.isEmpty());
    }
  }

  private static void assertOneLine(String text) {
    assertEquals(-1, text.indexOf('\n'), text);
    assertEquals(text.strip(), text);
  }
}
