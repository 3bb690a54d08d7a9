package dev.luakit.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The options of {@code bench/compare}. */
class OptionsTest {
  private static String mistake(String... arguments) {
    return assertThrows(IllegalArgumentException.class, () -> Options.parse(arguments))
        .getMessage();
  }

  @Test
  void without_options_all_programs_run_three_times() {
    assertEquals(new Options(3, List.of(), false, null, null, 60), Options.parse());
  }

  @Test
  void all_options_are_read() {
    assertEquals(
        new Options(
            5, List.of("life", "json"), true, Path.of("times.json"), List.of("-Xint", "-Xmn8m"), 9),
        Options.parse(
            "--rounds",
            "5",
            "--only",
            "life,json",
            "--luaj",
            "--json",
            "times.json",
            "--jvm-flags",
            " -Xint  -Xmn8m",
            "--limit",
            "9"));
  }

  @Test
  void the_jvm_may_have_no_flags_at_all() {
    assertEquals(List.of(), Options.parse("--jvm-flags", "").jvmFlags());
  }

  @Test
  void a_mistake_is_named() {
    assertEquals("unknown option --round", mistake("--round", "1"));
    assertEquals("--json needs a value", mistake("--json"));
    assertEquals("--rounds needs a value", mistake("--rounds"));
    assertEquals("--rounds needs a number from 1 on, not 0", mistake("--rounds", "0"));
  }
}
