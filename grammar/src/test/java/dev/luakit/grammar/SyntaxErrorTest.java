package dev.luakit.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is not Lua is refused in the words of the reference implementation, at its line. */
class SyntaxErrorTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/syntax-errors.csv", numLinesToSkip = 1)
  void isWordedAsLuaDoes(String code, String expected) {
    assertEquals(lines(expected), errorOf(lines(code)));
  }

  @Test
  void aZeroByteIsNotShown() {
    assertEquals("1: unexpected symbol", errorOf("x = \0"));
    assertEquals("1: unexpected symbol near ''a'", errorOf("x = 1 'a\\0b'"));
  }

  @Test
  void operatorsNestLikeBlocks() {
    for (String level : new String[] {"a .. ", "a ^ ", "- ", "not ", "(", "a + (", "f{", "-a ^ "}) {
      String source = "x = " + level.repeat(201);
      assertEquals("1: chunk has too many syntax levels", errorOf(source), level);
      assertEquals("1: unexpected symbol near '<eof>'", errorOf("x = " + level.repeat(90)), level);
    }
  }

  @Test
  void operatorsInARowDoNotNest() {
    String row = "a + a - a * a / a .. a == a and a or ".repeat(1000);
    assertEquals("1: unexpected symbol near '<eof>'", errorOf("x = " + row));
  }

  private static String lines(String text) {
    return text.replace("\\n", "\n").replace("\\r", "\r");
  }

  private static String errorOf(String source) {
    LuaSyntaxException e =
        assertThrows(LuaSyntaxException.class, () -> LuaSource.parse(source, false));
    return e.line() + ": " + e.getMessage();
  }
}
