package dev.luakit.bench.guard;

/**
 * Counts the instructions of luakit's classes that a JVM executes, where {@link StepCounting}
 * changed those classes. Only one thread may run them.
 */
public final class Steps {
  /** How many there were; code that is changed adds to it, at the end of each of its blocks. */
  public static long executed;

  private Steps() {}
}
