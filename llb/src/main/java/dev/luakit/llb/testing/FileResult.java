package dev.luakit.llb.testing;

import java.util.List;

/**
 * What has come of a file of tests.
 *
 * @param tests the tests that were run and the groups that failed, in the order of the file
 * @param broken why the file itself failed, under the name of the file; null if it did not
 * @param notRun how many tests were left when a limit ended the file
 */
public record FileResult(List<TestResult> tests, TestResult broken, int notRun) {
  public FileResult {
    tests = List.copyOf(tests);
  }

  /** Whether the file ended before its tests did, as a limit was reached. */
  public boolean reachedLimit() {
    if (broken != null && broken.failure().limit() != null) {
      return true;
    }
    for (TestResult test : tests) {
      if (!test.passed() && test.failure().limit() != null) {
        return true;
      }
    }
    return false;
  }
}
