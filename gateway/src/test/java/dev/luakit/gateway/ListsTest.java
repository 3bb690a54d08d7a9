package dev.luakit.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists as options and files have them. */
class ListsTest {
  @Test
  void commas_separate_unless_they_stand_in_quotation_marks() {
    assertEquals(List.of(), CommaSeparated.fields(""));
    assertEquals(List.of("a", "", "b,c", "d\"e"), CommaSeparated.fields("a,,\"b,c\",\"d\"\"e\""));
  }

  @Test
  void a_quotation_mark_that_is_not_closed_is_an_error() {
    assertThrows(FrontendException.class, () -> CommaSeparated.fields("a,\"b"));
  }

  private static List<String> patterns(String text) {
    return IgnoreFile.patterns(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void patterns_are_seen_from_the_root_of_the_context() {
    assertEquals(
        List.of("a/b", "c", "!d", "**/e", "."), patterns("/a//b/\r\n./x/../c\n! d\n**/e\n/\n"));
  }

  @Test
  void comments_empty_lines_and_a_byte_order_mark_are_no_patterns() {
    assertEquals(List.of("a", "#b"), patterns("\uFEFFa\n# c\n\n   \n #b"));
  }
}
