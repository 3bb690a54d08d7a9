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
 * @param nesting levels of syntax within each other; one more is an error of the script
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
    int nesting,
    int sourceBytes,
    long operations,
    long resultBytes) {
  /** That of the reference implementation. */
  private static final int DEFAULT_NESTING = 200;

  /** The limits where nothing else is said. */
  public static final Limits DEFAULT =
      new Limits(
          10_000_000_000L,
          1L << 30,
          30_000,
          20_000,
          256L << 20,
          1_000_000_000L,
          DEFAULT_NESTING,
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
    check(nesting);
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
    return with(0, instructions);
  }

  public Limits withMemoryBytes(long memoryBytes) {
    return with(1, memoryBytes);
  }

  public Limits withTimeMillis(long timeMillis) {
    return with(2, timeMillis);
  }

  public Limits withCallDepth(int callDepth) {
    return with(3, callDepth);
  }

  public Limits withStringBytes(long stringBytes) {
    return with(4, stringBytes);
  }

  public Limits withPatternSteps(long patternSteps) {
    return with(5, patternSteps);
  }

  public Limits withNesting(int nesting) {
    return with(6, nesting);
  }

  public Limits withSourceBytes(int sourceBytes) {
    return with(7, sourceBytes);
  }

  public Limits withOperations(long operations) {
    return with(8, operations);
  }

  public Limits withResultBytes(long resultBytes) {
    return with(9, resultBytes);
  }

  /** The same limits but for one, of which {@code which} is the place among the components. */
  private Limits with(int which, long limit) {
    long[] all = {
      instructions,
      memoryBytes,
      timeMillis,
      callDepth,
      stringBytes,
      patternSteps,
      nesting,
      sourceBytes,
      operations,
      resultBytes
    };
    all[which] = limit;
    return new Limits(
        all[0],
        all[1],
        all[2],
        (int) all[3],
        all[4],
        all[5],
        (int) all[6],
        (int) all[7],
        all[8],
        all[9]);
  }
}
