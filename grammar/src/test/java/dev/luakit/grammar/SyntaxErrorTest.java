package dev.luakit.grammar;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is not Lua is refused in the words of the reference implementation, at its line. */
class SyntaxErrorTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/syntax-errors.csv", numLinesToSkip = 1)
  void is_worded_as_lua_does(String code, String expected) {
    assertEquals(lines(expected), errorOf(lines(code)));
  }

  @Test
  void a_zero_byte_is_not_shown() {
    assertEquals("1: unexpected symbol", errorOf("x = \0"));
    assertEquals("1: unexpected symbol near ''a'", errorOf("x = 1 'a\\0b'"));
  }

  @Test
  void operators_nest_like_blocks() {
    for (String level : new String[] {"a .. ", "a ^ ", "- ", "not ", "(", "a + (", "f{", "-a ^ "}) {
      String source = "x = " + level.repeat(201);
      assertEquals("1: chunk has too many syntax levels", errorOf(source), level);
      assertEquals("1: unexpected symbol near '<eof>'", errorOf("x = " + level.repeat(90)), level);
    }
  }

  @Test
  void operators_in_a_row_do_not_nest() {
    String row = "a + a - a * a / a .. a == a and a or ".repeat(1000);
    assertEquals("1: unexpected symbol near '<eof>'", errorOf("x = " + row));
  }

  @Test
  void a_name_that_begins_a_field_may_be_called_on_the_next_line() {
    for (String field : new String[] {"q\n(1)", "1, q --\n(1)", "1; q\n\n(1)", "{ q\n(1) }"}) {
      assertDoesNotThrow(() -> LuaSource.parse("t = { " + field + " }", false), field);
    }
    for (String field : new String[] {"q.a\n(1)", "x = q\n(1)", "-q\n(1)", "f(q\n(1))"}) {
      String error = "2: ambiguous syntax (function call x new statement) near '('";
      assertEquals(error, errorOf("t = { " + field + " }"), field);
    }
    assertEquals("2: unexpected symbol near '<eof>'", errorOf("n{q--\n("));
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
