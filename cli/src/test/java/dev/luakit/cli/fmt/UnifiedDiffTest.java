package dev.luakit.cli.fmt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Differences between texts, in the format of {@code diff -u}. */
class UnifiedDiffTest {

  @Test
  void equal_texts_have_none() {
    assertEquals("", UnifiedDiff.of("f", "a\nb\n", "a\nb\n"));
    assertEquals("", UnifiedDiff.of("f", "", ""));
  }

  @Test
  void changes_have_three_lines_around_them_and_near_ones_are_together() {
    assertEquals(
        """
        --- f
        +++ f
        @@ -2,7 +2,8 @@
         2
         3
         4
        -5
        +five
        +and a half
         6
         7
         8
        @@ -17,4 +18,3 @@
         17
         18
         19
        -20
        """,
        UnifiedDiff.of("f", numbers(20), numbers(19).replace("\n5\n", "\nfive\nand a half\n")));
  }

  private static String numbers(int last) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= last; i++) {
      text.append(i).append('\n');
    }
    return text.toString();
  }

  @Test
  void a_missing_line_feed_at_the_end_is_told() {
    assertEquals(
        "--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n",
        UnifiedDiff.of("f", "a", "a\n"));
    assertEquals("--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n", UnifiedDiff.of("f", "", "a\n"));
    assertEquals("--- f\n+++ f\n@@ -1 +0,0 @@\n-a\n", UnifiedDiff.of("f", "a\n", ""));
  }

  @Test
  void whoever_applies_it_gets_the_other_text() {
    Random random = new Random(1);
    for (int round = 0; round < 300; round++) {
      String before = text(random);
      String after = text(random);
      assertEquals(after, applied(before, UnifiedDiff.of("f", before, after)));
    }
  }

  @Test
  void what_has_nothing_in_common_is_replaced_as_a_whole() {
    String before = "a\n".repeat(5000);
    String after = "b\n".repeat(5000);
    assertEquals(after, applied(before, UnifiedDiff.of("f", before, after)));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append((char) ('a' + random.nextInt(4))).append('\n');
    }
    return text.toString();
  }

  /** What {@code patch} makes of a text. */
  private static String applied(String before, String diff) {
    List<String> lines = new ArrayList<>(before.lines().toList());
    int shift = 0;
    int at = 0;
    for (String line : diff.lines().skip(2).toList()) {
      Matcher range = Pattern.compile("@@ -(\\d+)(,\\d+)? \\+.*").matcher(line);
      if (range.matches()) {
        boolean none = ",0".equals(range.group(2));
        at = Integer.parseInt(range.group(1)) - (none ? 0 : 1) + shift;
      } else if (line.startsWith("+")) {
        lines.add(at++, line.substring(1));
        shift++;
      } else {
        assertEquals(line.substring(1), lines.get(at));
        if (line.startsWith("-")) {
          lines.remove(at);
          shift--;
        } else {
          at++;
        }
      }
    }
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
