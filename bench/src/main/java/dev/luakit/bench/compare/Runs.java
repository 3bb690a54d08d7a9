package dev.luakit.bench.compare;

import java.util.ArrayList;
import java.util.List;

/** The runs of one program by one contender. */
final class Runs {
  private final List<Run> runs = new ArrayList<>();

  void add(Run run) {
    runs.add(run);
  }

  /** Whether one of them was stopped, so that there is no use in another one. */
  boolean isStopped() {
    return runs.stream().anyMatch(run -> run.end() == Run.End.STOPPED);
  }

  /** The least wall time in seconds; where a run was stopped, that is how long it was let run. */
  double best() {
    return runs.stream().mapToDouble(Run::seconds).min().orElseThrow();
  }

  List<Double> seconds() {
    return runs.stream().map(Run::seconds).toList();
  }

  /**
   * The first run that ended otherwise than the program should.
   *
   * @param expected the output that the program should have
   * @return {@code null} where there is none; a run that was stopped is only slow
   */
  Run firstWrong(String expected) {
    for (Run run : runs) {
      boolean right =
          switch (run.end()) {
            case WELL -> run.output().equals(expected);
            case FAILED -> false;
            case STOPPED -> true;
          };
      if (!right) {
        return run;
      }
    }
    return null;
  }

  /** What the first run wrote. */
  String output() {
    return runs.getFirst().output();
  }
}
