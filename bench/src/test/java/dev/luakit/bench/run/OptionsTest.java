package dev.luakit.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The command line of bench/run. */
class OptionsTest {
  private static String message(String... arguments) {
    return assertThrows(IllegalArgumentException.class, () -> Options.parse(arguments))
        .getMessage();
  }

  @Test
  void without_anything_it_is_quick() {
    assertSame(Plan.QUICK, Options.parse().plan());
    assertSame(Plan.FULL, Options.parse("--full").plan());
  }

  @Test
  void only_a_part_can_be_measured() {
    Plan plan = Options.parse("--only", "require").plan();
    assertTrue(plan.wants("require 20 modules"));
    assertFalse(plan.wants("parse 10 lines"));
  }

  @Test
  void tables_and_chart_can_be_made_without_measuring() {
    assertEquals(new Options(null, true, false), Options.parse("--document"));
    assertEquals(new Options(null, false, true), Options.parse("--chart"));
  }

  @Test
  void what_it_does_not_know_is_an_error() {
    assertEquals("unknown option --fast", message("--fast"));
    assertEquals("unknown more", message("--full", "more"));
    assertEquals("--only needs a name", message("--only"));
  }
}
