package dev.luakit.vm;

/**
 * What one evaluation may use. Each is at least 1.
 *
 * @param instructions bytecode instructions, counted exactly
 * @param memoryBytes bytes in use at once, by the model of {@link Memory}
 * @param timeMillis wall time; the backstop, the one limit that is not the same on every machine
 * @param callDepth Lua calls that are active at once in a coroutine; one more is an error of the
 *     script
 * @param stringBytes bytes of one string
 * @param patternSteps steps in which one call of a function of the string library may match its
 *     pattern
 * @param sourceBytes bytes of one file of the script
 * @param operations what the host's own functions may make, such as the operations of a build
 * @param resultBytes bytes of what the host makes for the script, such as a build's definition
 */
public record Limits(
    long instructions,
    long memoryBytes,
    long timeMillis,
    int callDepth,
    long stringBytes,
    long patternSteps,
    int sourceBytes,
    long operations,
    long resultBytes) {
  /** The limits where nothing else is said. */
  public static final Limits DEFAULT =
      new Limits(
          10_000_000_000L,
          1L << 30,
          30_000,
          20_000,
          256L << 20,
          1_000_000_000L,
          16 << 20,
          1_000_000,
          512L << 20);

  public Limits {
    check(instructions);
    check(memoryBytes);
    check(timeMillis);
    check(callDepth);
    check(stringBytes);
    check(patternSteps);
    check(sourceBytes);
    check(operations);
    check(resultBytes);
  }

  private static void check(long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit must be at least 1");
    }
  }

  public Limits withInstructions(long instructions) {
    return new Limits(
        instructions,
        memoryBytes,
        timeMillis,
        callDepth,
        stringBytes,
        patternSteps,
        sourceBytes,
        operations,
        resultBytes);
  }

  public Limits withMemoryBytes(long memoryBytes) {
    return new Limits(
        instructions,
        memoryBytes,
        timeMillis,
        callDepth,
        stringBytes,
        patternSteps,
        sourceBytes,
        operations,
        resultBytes);
  }

  public Limits withTimeMillis(long timeMillis) {
    return new Limits(
        instructions,
        memoryBytes,
        timeMillis,
        callDepth,
        stringBytes,
        patternSteps,
        sourceBytes,
        operations,
        resultBytes);
  }

  public Limits withCallDepth(int callDepth) {
    return new Limits(
        instructions,
        memoryBytes,
        timeMillis,
        callDepth,
        stringBytes,
        patternSteps,
        sourceBytes,
        operations,
        resultBytes);
  }

  public Limits withStringBytes(long stringBytes) {
    return new Limits(
        instructions,
        memoryBytes,
        timeMillis,
        callDepth,
        stringBytes,
        patternSteps,
        sourceBytes,
        operations,
        resultBytes);
  }

  public Limits withPatternSteps(long patternSteps) {
    return new Limits(
        instructions,
        memoryBytes,
        timeMillis,
        callDepth,
        stringBytes,
        patternSteps,
        sourceBytes,
        operations,
        resultBytes);
  }

  public Limits withSourceBytes(int sourceBytes) {
    return new Limits(
        instructions,
        memoryBytes,
        timeMillis,
        callDepth,
        stringBytes,
        patternSteps,
        sourceBytes,
        operations,
        resultBytes);
  }

  public Limits withOperations(long operations) {
    return new Limits(
        instructions,
        memoryBytes,
        timeMillis,
        callDepth,
        stringBytes,
        patternSteps,
        sourceBytes,
        operations,
        resultBytes);
  }

  public Limits withResultBytes(long resultBytes) {
    return new Limits(
        instructions,
        memoryBytes,
        timeMillis,
        callDepth,
        stringBytes,
        patternSteps,
        sourceBytes,
        operations,
        resultBytes);
  }
}
