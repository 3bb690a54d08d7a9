package dev.luakit.stdlib.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.luakit.stdlib.differential.Comparison.Difference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated programs print the same under luakit and under the reference implementation, where that
 * is installed. Other programs, and more of them, are run by {@code -Dluakit.fuzz.seed=S} and
 * {@code -Dluakit.fuzz.programs=N}.
 */
class DifferentialTest {
  private static final int SNIPPETS = 100;

  @Test
  void generatedProgramsPrintTheSame(@TempDir Path directory) throws Exception {
    assumeTrue(Reference.isInstalled(), "lua5.1 is not installed");
    long seed = Long.getLong("luakit.fuzz.seed", 1);
    int programs = Integer.getInteger("luakit.fuzz.programs", 40);
    Comparison comparison = new Comparison(new Reference(directory), new Luakit());
    StringBuilder report = new StringBuilder();
    for (int number = 1; number <= programs && report.isEmpty(); number++) {
      for (Difference difference :
          comparison.differences(Program.generate(seed, number, SNIPPETS))) {
        Difference smallest = new Reduction(comparison).reduce(difference);
        report.append("seed ").append(seed).append(", program ").append(number);
        report.append(", snippet ").append(difference.snippet().name()).append(":\n");
        report.append(smallest.snippet().text()).append("\n-- lua5.1 prints:\n");
        report.append(smallest.expected()).append("-- luakit prints:\n");
        report.append(smallest.actual()).append('\n');
      }
    }
    assertEquals("", report.toString());
  }
}
