package dev.luakit.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comparing contenders, which here are commands of the shell. */
class ComparisonTest {
  private static final Contender REFERENCE = shell("reference", "echo 42");

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Comparison comparison;

  private static Contender shell(String name, String command) {
    return new Contender(name, List.of("sh", "-c", command));
  }

  private List<Result> compare(int rounds, int limit, Contender other) throws Exception {
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    comparison = new Comparison(List.of(REFERENCE, other), rounds, limit, out);
    return comparison.run(List.of(Path.of("programs/answer.lua")));
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void each_contender_gets_the_file_and_runs_once_in_each_round() throws Exception {
    List<Result> results =
        compare(2, 60, shell("other", "[ $0 = programs/answer.lua ] && echo 42"));
    assertTrue(comparison.isSame(), text());
    assertEquals("answer", results.getFirst().program());
    assertEquals(2, results.getFirst().runs().get(0).seconds().size());
    assertEquals(2, results.getFirst().runs().get(1).seconds().size());
  }

  @Test
  void the_table_tells_ratio_mean_and_worst() throws Exception {
    List<Result> results = compare(1, 60, shell("other", "sleep 0.3; echo 42"));
    double ratio = results.getFirst().ratio(1);
    assertTrue(ratio > 1, () -> "" + ratio);
    String shown = String.format("%.2f", ratio);
    String[] lines = text().split("\n");
    assertTrue(lines[0].matches("program +reference +other +ratio"), lines[0]);
    assertTrue(lines[1].matches("answer +\\d+\\.\\d\\ds +\\d+\\.\\d\\ds +" + shown), lines[1]);
    assertEquals(
        "other / reference: geometric mean " + shown + ", worst " + shown + " (answer)", lines[2]);
  }

  @Test
  void another_output_is_shown() throws Exception {
    compare(1, 60, shell("other", "echo 41"));
    assertFalse(comparison.isSame());
    assertTrue(text().contains("answer: other prints something else:\n    41\n"), text());
  }

  @Test
  void a_failure_is_shown_even_where_the_output_is_the_same() throws Exception {
    compare(1, 60, shell("other", "echo 42; exit 3"));
    assertFalse(comparison.isSame());
    assertTrue(text().contains("answer: other fails:\n    42\n"), text());
  }

  @Test
  void who_is_too_slow_is_stopped_and_not_run_again() throws Exception {
    List<Result> results = compare(3, 1, shell("other", "exec sleep 30"));
    assertTrue(comparison.isSame(), text());
    assertEquals(1, results.getFirst().runs().get(1).seconds().size());
    assertTrue(text().contains(">1s"), text());
  }

  @Test
  void all_times_are_written_as_json() throws Exception {
    List<Result> results = compare(2, 60, shell("other", "echo 42"));
    String time = "\\d+\\.\\d+(E-?\\d+)?";
    String times = "\\[" + time + ", " + time + "\\]";
    String json = Json.of(List.of(REFERENCE, shell("other", "")), results);
    String pattern = "\\{\n  \"answer\": \\{\"reference\": T, \"other\": T\\}\n\\}\n";
    assertTrue(json.matches(pattern.replace("T", times)), json);
  }
}
