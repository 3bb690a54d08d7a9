package dev.luakit.llb.graph;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Merges and diffs, and what becomes of scratch in them. */
class MergeAndDiffTest extends GraphFixture {
  @Test
  void scratchIsLeftOutOfAMerge() {
    State made = run(alpine(), "make");
    State other = run(alpine(), "b");
    assertOption(
        "merge_scratch",
        graph.merge(List.of(graph.scratch(), made, graph.scratch(), other), NOWHERE));
    assertOption("merge_one", graph.merge(List.of(graph.scratch(), made), NOWHERE));
    assertTrue(graph.merge(List.of(graph.scratch(), graph.scratch()), NOWHERE).isScratch());
  }

  @Test
  void theSameStateTwiceIsMergedTwice() {
    State made = run(alpine(), "make");
    assertOption("merge_same_twice", graph.merge(List.of(made, made), NOWHERE));
  }

  @Test
  void aMergeHasTheConfigurationOfItsFirst() {
    State first = alpine().withWorkingDirectory("/first").withEnv(Environment.EMPTY.with("F", "1"));
    State second = image("ubuntu:24.04").withWorkingDirectory("/second");
    assertOption(
        "merge_config_of_first", run(graph.merge(List.of(first, second), NOWHERE), "make"));
    State arm = source(image("a", Platform.parse("linux/arm64")));
    assertOption(
        "merge_platform_of_first",
        run(graph.merge(List.of(arm, image("ubuntu:24.04")), NOWHERE), "make"));
  }

  @Test
  void aDiffOverScratchIsTheUpperOne() {
    assertOption("diff_scratch_lower", graph.diff(graph.scratch(), run(alpine(), "make"), NOWHERE));
    assertTrue(graph.diff(graph.scratch(), graph.scratch(), NOWHERE).isScratch());
  }

  @Test
  void aDiffToScratchHasOneInput() {
    assertOption("diff_scratch_upper", graph.diff(alpine(), graph.scratch(), NOWHERE));
  }

  @Test
  void aDiffOfTheSameHasTwoInputs() {
    State made = run(alpine(), "make");
    assertOption("diff_same", graph.diff(made, made, NOWHERE));
  }

  @Test
  void aDiffHasTheConfigurationOfTheLower() {
    State lower = alpine().withWorkingDirectory("/low").withEnv(Environment.EMPTY.with("L", "1"));
    State upper = image("ubuntu:24.04").withWorkingDirectory("/up");
    assertOption("diff_config_of_lower", run(graph.diff(lower, upper, NOWHERE), "make"));
  }
}
