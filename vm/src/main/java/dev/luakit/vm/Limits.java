package dev.luakit.vm;

/**
 * What one evaluation may use.
 *
 * @param instructions bytecode instructions, counted exactly
 * @param memoryBytes bytes in use at once, by the model of {@link Memory}
 * @param timeMillis wall time; the backstop, the one limit that is not the same on every machine
 * @param callDepth Lua calls that are active at once in a coroutine
 */
public record Limits(long instructions, long memoryBytes, long timeMillis, int callDepth) {
  /** The limits where nothing else is said. */
  public static final Limits DEFAULT = new Limits(10_000_000_000L, 1L << 30, 30_000, 20_000);

  public Limits {
    if (instructions < 1 || memoryBytes < 1 || timeMillis < 1 || callDepth < 1) {
      throw new IllegalArgumentException("a limit must be at least 1");
    }
  }

  public Limits withInstructions(long instructions) {
    return new Limits(instructions, memoryBytes, timeMillis, callDepth);
  }

  public Limits withMemoryBytes(long memoryBytes) {
    return new Limits(instructions, memoryBytes, timeMillis, callDepth);
  }

  public Limits withTimeMillis(long timeMillis) {
    return new Limits(instructions, memoryBytes, timeMillis, callDepth);
  }
}
