package dev.luakit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/performance.md says can be run can be, and its numbers are those of the last run. */
class PerformanceGuideTest {
  private static final Guide GUIDE = Guide.of("docs/performance.md");

  /** To run them takes minutes each: their options are tried in the benchmarks' own tests. */
  @Test
  void its_commands_are_programs_with_options_that_there_are() throws IOException {
    String run = source("run/Options.java");
    String guard = source("guard/Main.java");
    for (String line : GUIDE.commands()) {
      String[] words = line.split(" ");
      assertTrue(Files.isExecutable(Guide.ROOT.resolve(words[0])), line);
      String options = words[0].equals("bench/run") ? run : guard;
      assertTrue(words.length == 1 || options.contains("\"" + words[1] + "\""), line);
    }
    assertEquals(7, GUIDE.commands().size());
  }

  private static String source(String name) throws IOException {
    return Files.readString(
        Guide.ROOT.resolve("bench/src/main/java/dev/luakit/bench").resolve(name));
  }

  @Test
  void its_guard_runs_in_ci() throws IOException {
    assertTrue(Files.readString(Guide.ROOT.resolve(".ci/run")).contains("\nbench/guard "));
  }

  @Test
  void its_numbers_are_of_the_last_run_that_is_kept() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(Guide.ROOT.resolve("bench/history"))) {
      files = all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    String date = files.getLast().getFileName().toString().replace(".json", "");
    assertTrue(Files.readString(GUIDE.file()).contains("Measured at " + date), date);
  }
}
