package dev.luakit.llb.testing;

import dev.luakit.stdlib.Failure;

/**
 * What has come of a test.
 *
 * @param name the names of the groups that it is in, and its own
 * @param failure why it failed, or null if it passed
 * @param cause why the build script failed that the test evaluated, where that is the reason; or
 *     null
 * @param nanos how long it took, in nanoseconds
 */
public record TestResult(String name, Failure failure, Failure cause, long nanos) {
  /** Whether it did what it should. */
  public boolean passed() {
    return failure == null;
  }
}
