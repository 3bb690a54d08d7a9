package dev.luakit.cli;

import dev.luakit.gateway.Manners;
import dev.luakit.llb.ScriptException;
import dev.luakit.vm.Limits;
import java.util.Map;

/** How the frontend does what the command line does too. */
final class GatewayManners implements Manners {
  private static final String RAISE_LIMIT =
      "a script that needs more can be given more, by the build arguments LUAKIT_TIMEOUT,"
          + " LUAKIT_MAX_MEMORY, LUAKIT_MAX_INSTRUCTIONS, LUAKIT_MAX_NESTING, …";

  /** How much of Java's memory a script gets; the rest is for the frontend itself. */
  private static final int SHARE_OF_TEN = 6;

  @Override
  public String describe(ScriptException error) {
    return ErrorReport.withoutLabel(error, RAISE_LIMIT, Colors.OFF).stripTrailing();
  }

  @Override
  public String visible(String text) {
    return Visible.lines(text);
  }

  @Override
  public Limits limits(Map<String, String> given) {
    try {
      Limits limits = Limits.DEFAULT;
      long room = Runtime.getRuntime().maxMemory() / 10 * SHARE_OF_TEN;
      if (limits.memoryBytes() > room) {
        limits = limits.withMemoryBytes(room); // So that it is the script that runs out of it.
      }
      for (Map.Entry<String, String> argument : given.entrySet()) {
        NamedLimit limit = limit(argument.getKey());
        if (limit != null) {
          limits = limit.set(limits, "LUAKIT_" + argument.getKey(), argument.getValue());
        }
      }
      return limits;
    } catch (UsageException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static NamedLimit limit(String name) {
    return switch (name) {
      case "TIMEOUT" -> NamedLimit.TIMEOUT;
      case "MAX_MEMORY" -> NamedLimit.MEMORY;
      case "MAX_INSTRUCTIONS" -> NamedLimit.INSTRUCTIONS;
      case "MAX_CALL_DEPTH" -> NamedLimit.CALL_DEPTH;
      case "MAX_STRING" -> NamedLimit.STRING;
      case "MAX_PATTERN_STEPS" -> NamedLimit.PATTERN_STEPS;
      case "MAX_NESTING" -> NamedLimit.NESTING;
      case "MAX_SOURCE" -> NamedLimit.SOURCE;
      case "MAX_OPS" -> NamedLimit.OPERATIONS;
      case "MAX_DEFINITION" -> NamedLimit.DEFINITION;
      default -> null;
    };
  }
}
