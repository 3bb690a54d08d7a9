package dev.luakit.stdlib.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.luakit.stdlib.Reference;
import dev.luakit.stdlib.differential.Comparison.Difference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated programs print the same under luakit and under the reference implementation, where that
 * is installed. Other programs, and more of them, are run by {@code -Dluakit.fuzz.seed=S} and
 * {@code -Dluakit.fuzz.programs=N}.
 */
class DifferentialTest {
  private static final long SEED = Long.getLong("luakit.fuzz.seed", 1);
  private static final int PROGRAMS = Integer.getInteger("luakit.fuzz.programs", 25);
  private static final int SNIPPETS = 100;

  @TempDir private Path directory;
  private Comparison comparison;

  @BeforeEach
  void findReference() throws Exception {
    assumeTrue(Reference.isInstalled(), "lua5.1 is not installed");
    comparison = new Comparison(directory);
  }

  @Test
  void generatedProgramsPrintTheSame() throws Exception {
    for (int number = 1; number <= PROGRAMS; number++) {
      Difference difference = comparison.firstDifference(Program.generate(SEED, number, SNIPPETS));
      if (difference != null) {
        String place = "seed " + SEED + ", program " + number + ", snippet ";
        fail(place + report(new Reduction(comparison).reduce(difference)));
      }
    }
  }

  private static String report(Difference difference) {
    Snippet snippet = difference.snippet();
    return snippet.name()
        + ":\n"
        + snippet.text()
        + "\n-- lua5.1 prints:\n"
        + difference.expected()
        + "-- luakit prints:\n"
        + difference.actual();
  }

  @Test
  void aSeedStandsForAProgram() {
    Program program = Program.generate(7, 1, 20);
    assertEquals(program, Program.generate(7, 1, 20));
    assertNotEquals(program, Program.generate(7, 2, 20));
    assertNotEquals(program, Program.generate(8, 1, 20));
  }

  @Test
  void aDifferenceIsFoundAndReduced() throws Exception {
    // Where modules are looked for is luakit's own.
    String text = "local x = 1\nshow(x)\nshow(package.path)\nshow(2)";
    Program program =
        new Program(List.of(new Snippet("same", "show(3)"), new Snippet("other", text)));
    Difference difference = comparison.firstDifference(program);
    assertEquals("other", difference.snippet().name());
    Difference reduced = new Reduction(comparison).reduce(difference);
    assertEquals("show(package.path)", reduced.snippet().text());
  }
}
