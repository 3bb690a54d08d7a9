package dev.luakit.bench.run;

import java.util.List;

/**
 * What must not take more.
 *
 * @param what in words
 * @param measurement the name of what is measured
 * @param most in that one's unit
 */
record Budget(String what, String measurement, double most) {
  static final List<Budget> ALL =
      List.of(
          new Budget("a script of 100 lines is evaluated, warm", "evaluate 100 lines", 10_000),
          new Budget("a script of 1,000 lines is evaluated, warm", "evaluate 1000 lines", 100_000),
          new Budget("50 operations are serialized", "serialize 50 operations", 5_000),
          new Budget("a graph of 1,000 operations is kept", "memory of 1000 operations", 50));

  /**
   * Whether it was kept to.
   *
   * @throws IllegalStateException if it was not measured
   */
  boolean isKept(Report report) {
    return measured(report).value() < most;
  }

  /** What was measured. */
  Measurement measured(Report report) {
    Measurement measured = report.find(measurement);
    if (measured == null) {
      throw new IllegalStateException(measurement + " was not measured, and has a budget");
    }
    return measured;
  }
}
