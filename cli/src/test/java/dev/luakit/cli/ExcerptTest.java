package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The caret stands under the character at fault. */
class ExcerptTest {
  private static String excerpt(String line, int number, int column) {
    StringBuilder out = new StringBuilder();
    Excerpt.append(out, line, number, column, Colors.OFF);
    return out.toString();
  }

  @Test
  void the_column_counts_bytes() {
    assertEquals("  7 | aüb\n    |   ^\n", excerpt("aüb", 7, 4));
    assertEquals("  7 | 日b\n    |   ^\n", excerpt("日b", 7, 4));
    assertEquals("  7 | 😀b\n    |   ^\n", excerpt("😀b", 7, 5));
    assertEquals("  7 | e\u0301b\n    |  ^\n", excerpt("e\u0301b", 7, 4));
  }

  @Test
  void the_gutter_is_as_wide_as_the_line_number() {
    assertEquals("  1234 | x\n       | ^\n", excerpt("x", 1234, 1));
  }

  @Test
  void tabs_and_control_characters_take_the_room_that_they_are_shown_in() {
    assertEquals("  1 |     x\n    |     ^\n", excerpt("\tx", 1, 2));
    assertEquals("  1 | \\x1Bx\n    |     ^\n", excerpt("\033x", 1, 2));
    assertEquals("  1 | \\u{202E}x\n    |         ^\n", excerpt("\u202Ex", 1, 4));
  }

  @Test
  void bytes_that_are_not_utf_8_are_one_column_each() {
    assertEquals("  1 | a\uFFFDb\n    |   ^\n", excerpt("a\uFFFDb", 1, 3));
  }

  @Test
  void a_column_behind_the_line_is_its_end() {
    assertEquals("  1 | end\n    |    ^\n", excerpt("end", 1, 4));
    assertEquals("  1 | end\n    |    ^\n", excerpt("end", 1, 99));
    assertEquals("  1 | \n    | ^\n", excerpt("", 1, 1));
  }

  @Test
  void a_line_without_a_column_has_no_caret() {
    assertEquals("  1 | x = 1\n", excerpt("x = 1", 1, 0));
  }

  @Test
  void marks_without_number_on_a_letter_are_cut() {
    assertTrue(excerpt("e" + "\u0301".repeat(100_000), 1, 1).length() < 1000);
    assertTrue(excerpt("e" + "\u0301".repeat(100_000) + "x", 1, 200_002).length() < 1000);
    assertTrue(Columns.fit("e" + "\u0301".repeat(100_000), 60).length() <= 4 * 60 + 1);
  }

  @Test
  void a_long_line_is_cut_on_both_sides() {
    String line = "a".repeat(500) + "!" + "b".repeat(500);
    assertEquals(
        "  1 | …" + "a".repeat(72) + "!" + "b".repeat(39) + "…\n    | " + " ".repeat(73) + "^\n",
        excerpt(line, 1, 501));
    assertEquals("  1 | " + "a".repeat(112) + "…\n    | ^\n", excerpt("a".repeat(113), 1, 1));
    assertEquals("  1 | " + "a".repeat(112) + "\n    | ^\n", excerpt("a".repeat(112), 1, 1));
  }
}
