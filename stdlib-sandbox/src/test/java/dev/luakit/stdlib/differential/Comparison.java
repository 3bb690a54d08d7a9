package dev.luakit.stdlib.differential;

import java.util.ArrayList;
import java.util.List;

/** Two implementations, which are asked to do the same. */
final class Comparison {
  private final Implementation reference;
  private final Implementation candidate;

  Comparison(Implementation reference, Implementation candidate) {
    this.reference = reference;
    this.candidate = candidate;
  }

  /** A snippet that does not do the same in both, and what it prints in each of them. */
  record Difference(Snippet snippet, String expected, String actual) {}

  /** The differences of a program, in its order. */
  List<Difference> differences(Program program) throws Exception {
    String source = program.source();
    String expected = reference.run(source);
    String actual = candidate.run(source);
    if (expected.equals(actual)) {
      return List.of();
    }
    Transcript right = Transcript.of(expected);
    Transcript ours = Transcript.of(actual);
    List<Difference> differences = new ArrayList<>();
    for (Snippet snippet : program.snippets()) {
      if (!right.of(snippet).equals(ours.of(snippet))) {
        differences.add(new Difference(snippet, right.of(snippet), ours.of(snippet)));
      }
    }
    if (differences.isEmpty()) {
      throw new IllegalStateException("the programs end differently:\n" + expected + actual);
    }
    return differences;
  }
}
