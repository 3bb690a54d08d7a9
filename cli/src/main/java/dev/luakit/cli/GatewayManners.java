package dev.luakit.cli;

import dev.luakit.gateway.Manners;
import dev.luakit.llb.ScriptException;
import dev.luakit.vm.Limits;

/** How the frontend does what the command line does too. */
final class GatewayManners implements Manners {
  private static final String RAISE_LIMIT =
      "a script that needs more can be given more, by the build arguments LUAKIT_TIMEOUT,"
          + " LUAKIT_MAX_MEMORY, LUAKIT_MAX_INSTRUCTIONS";

  /** How much of Java's memory a script gets; the rest is for the frontend itself. */
  private static final int SHARE_OF_TEN = 6;

  @Override
  public String describe(ScriptException error) {
    return ErrorReport.withoutLabel(error, RAISE_LIMIT, Colors.OFF).stripTrailing();
  }

  @Override
  public Limits limits(String time, String memory, String instructions) {
    try {
      Limits limits = Limits.DEFAULT;
      long room = Runtime.getRuntime().maxMemory() / 10 * SHARE_OF_TEN;
      if (limits.memoryBytes() > room) {
        limits = limits.withMemoryBytes(room); // So that it is the script that runs out of it.
      }
      if (time != null) {
        limits = limits.withTimeMillis(Quantity.DURATION.parse("LUAKIT_TIMEOUT", time));
      }
      if (memory != null) {
        limits = limits.withMemoryBytes(Quantity.MEMORY.parse("LUAKIT_MAX_MEMORY", memory));
      }
      if (instructions != null) {
        long count = Quantity.COUNT.parse("LUAKIT_MAX_INSTRUCTIONS", instructions);
        limits = limits.withInstructions(count);
      }
      return limits;
    } catch (UsageException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
