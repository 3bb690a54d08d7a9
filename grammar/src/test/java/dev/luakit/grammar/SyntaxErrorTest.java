package dev.luakit.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What is not Lua is refused in the words of the reference implementation, at its line. */
class SyntaxErrorTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/syntax-errors.csv", numLinesToSkip = 1)
  void isWordedAsLuaDoes(String code, String expected) {
    String source = code.replace("\\n", "\n").replace("\\r", "\r");
    LuaSyntaxException e =
        assertThrows(LuaSyntaxException.class, () -> LuaSource.parse(source, false));
    assertEquals(expected, e.line() + ": " + e.getMessage());
  }
}
