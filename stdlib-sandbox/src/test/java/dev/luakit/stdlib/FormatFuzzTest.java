package dev.luakit.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.luakit.vm.ByteStrings;

/**
 * Whatever format is given whatever values, it makes a string, or is refused.
 *
 * <p>An input is a format on its first line, and an expression of Lua's on each other one: a number
 * is that, {@code nil}, {@code true} and {@code {}} are what they are in Lua, and anything else is
 * a string.
 */
class FormatFuzzTest {
  @FuzzTest
  void aFormatMakesAStringOrIsRefused(byte[] input) {
    String program = program(ByteStrings.fromBytes(input));
    String outcome = new Outcome().apply(program);
    assertTrue(outcome.startsWith("made") || outcome.startsWith("refused"), outcome);
    assertEquals(outcome, new Outcome().apply(program));
  }

  /** A script that prints what becomes of an input. */
  static String program(String input) {
    String[] lines = input.split("\n", -1);
    StringBuilder program = new StringBuilder(PatternFuzzTest.SHOW).append("local f = ");
    program.append(PatternFuzzTest.quote(lines[0]));
    program.append("\nlocal ok, text = pcall(string.format, f");
    for (int i = 1; i < lines.length && i < 100; i++) {
      program.append(", ").append(value(lines[i]));
    }
    return program.append(")\nshow(ok and 'made' or 'refused', #text, text)").toString();
  }

  private static String value(String line) {
    switch (line) {
      case "nil", "true", "{}" -> {
        return line;
      }
      default -> {
        boolean number = line.matches("-?[0-9]{1,18}(\\.[0-9]{1,18})?(e-?[0-9]{1,3})?");
        return number ? line : PatternFuzzTest.quote(line);
      }
    }
  }
}
