package dev.luakit.bench.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guard takes for a regression. */
class JudgementTest {
  private static Baseline of(String processor, double ratio, double bytes, long count) {
    return new Baseline(processor, Map.of("build", new Measured(ratio, bytes, 5000, count)));
  }

  private static List<String> after(double ratio, double bytes, long count) {
    return Judgement.regressions(of("a", 1, 1000, 10), of("a", ratio, bytes, count));
  }

  @Test
  void what_is_as_it_was_or_better_is_none() {
    assertEquals(List.of(), after(1, 1000, 10));
    assertEquals(List.of(), after(0.5, 500, 5));
    assertEquals(List.of(), after(1.2, 1020, 10));
  }

  @Test
  void more_than_three_times_the_time_is_one() {
    assertEquals(
        List.of("build: takes 3.100 times the reference, not 1.000: +210.0 %"),
        after(3.1, 1000, 10));
  }

  @Test
  void more_bytes_are_one() {
    assertEquals(List.of("build: allocates 1,100 bytes, not 1,000: +10.0 %"), after(1, 1100, 10));
  }

  @Test
  void more_of_the_machines_instructions_are_one_and_such_are_beyond_doubt() {
    Baseline before = new Baseline("a", Map.of("build", new Measured(1, 1000, 5000, 10)));
    Baseline after = new Baseline("a", Map.of("build", new Measured(1, 1000, 6000, 10)));
    assertEquals(
        List.of("build: executes 6,000 instructions of the JVM, not 5,000: +20.0 %"),
        Judgement.regressions(before, after));
    assertFalse(Judgement.isInDoubt(before, after));
    assertEquals(List.of(), Judgement.regressions(after, before));
  }

  @Test
  void what_takes_longer_may_only_have_been_disturbed() {
    assertTrue(Judgement.isInDoubt(of("a", 1, 1000, 10), of("a", 3.1, 1000, 10)));
    assertFalse(Judgement.isInDoubt(of("a", 1, 1000, 10), of("a", 1, 1000, 10)));
  }

  @Test
  void of_several_measurements_the_least_counts() {
    assertEquals(
        of("a", 1, 900, 10),
        Baseline.least(List.of(of("a", 1.5, 900, 10), of("a", 1, 1000, 10), of("a", 2, 950, 10))));
  }

  @Test
  void a_single_step_more_is_one() {
    assertEquals(
        List.of("build: counts 11.000 steps or bytes, not 10.000: +10.0 %"), after(1, 1000, 11));
  }

  @Test
  void another_processor_makes_no_difference_to_what_is_exact() {
    Baseline baseline = of("a", 1, 1000, 10);
    assertEquals(List.of(), Judgement.regressions(baseline, of("b", 1.5, 1000, 10)));
    assertEquals(1, Judgement.regressions(baseline, of("b", 1, 1100, 10)).size());
  }

  @Test
  void what_is_missing_on_either_side_is_one() {
    Baseline none = new Baseline("a", Map.of());
    assertEquals(
        List.of("build: is not in the baseline"), Judgement.regressions(none, of("a", 1, 1, 1)));
    assertEquals(
        List.of("build: is in the baseline, but was not measured"),
        Judgement.regressions(of("a", 1, 1, 1), none));
  }

  @Test
  void a_baseline_is_read_as_it_was_written(@TempDir Path folder) throws IOException {
    Baseline baseline = of("a processor", 1.5, 1000, 10);
    baseline.write(folder.resolve("baseline.json"));
    assertEquals(baseline, Baseline.read(folder.resolve("baseline.json")));
  }

  @Test
  void every_workload_counts_the_same_each_time_once_it_is_warm() {
    for (Workload workload : Workload.all()) {
      workload.run();
      assertEquals(workload.run(), workload.run(), workload.name());
    }
  }
}
