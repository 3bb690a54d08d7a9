package dev.luakit.cli;

import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import picocli.CommandLine.Option;

/** The options of every command that evaluates a script for what it may use. */
final class LimitArguments {
  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Most time for the script: 30s (the default), 2m, 500ms.")
  private String timeout;

  @Option(
      names = "--max-memory",
      paramLabel = "BYTES",
      description = "Most memory for the script: 256m, 1g (the default).")
  private String memory;

  @Option(
      names = "--max-instructions",
      paramLabel = "COUNT",
      description = "Most instructions for the script: 500k, 20m, 10g (the default).")
  private String instructions;

  @Option(
      names = "--max-call-depth",
      paramLabel = "COUNT",
      description = "Most calls within each other: 20k (the default).")
  private String callDepth;

  @Option(
      names = "--max-string",
      paramLabel = "BYTES",
      description = "Longest string: 256m (the default).")
  private String string;

  @Option(
      names = "--max-pattern-steps",
      paramLabel = "COUNT",
      description = "Most steps in which a pattern is matched: 1g (the default).")
  private String patternSteps;

  @Option(
      names = "--max-nesting",
      paramLabel = "COUNT",
      description = "Most levels of syntax within each other: 200 (the default).")
  private String nesting;

  @Option(
      names = "--max-source",
      paramLabel = "BYTES",
      description = "Longest script or module: 16m (the default).")
  private String source;

  @Option(
      names = "--max-ops",
      paramLabel = "COUNT",
      description = "Most operations of the graph: 1m (the default).")
  private String operations;

  @Option(
      names = "--max-definition",
      paramLabel = "BYTES",
      description = "Largest definition: 512m (the default).")
  private String definition;

  /**
   * The limits.
   *
   * @throws UsageException if one is no amount
   */
  Limits limits() {
    Limits limits = Limits.DEFAULT;
    limits = NamedLimit.TIMEOUT.set(limits, "--timeout", timeout);
    limits = NamedLimit.MEMORY.set(limits, "--max-memory", memory);
    limits = NamedLimit.INSTRUCTIONS.set(limits, "--max-instructions", instructions);
    limits = NamedLimit.CALL_DEPTH.set(limits, "--max-call-depth", callDepth);
    limits = NamedLimit.STRING.set(limits, "--max-string", string);
    limits = NamedLimit.PATTERN_STEPS.set(limits, "--max-pattern-steps", patternSteps);
    limits = NamedLimit.NESTING.set(limits, "--max-nesting", nesting);
    limits = NamedLimit.SOURCE.set(limits, "--max-source", source);
    limits = NamedLimit.OPERATIONS.set(limits, "--max-ops", operations);
    return NamedLimit.DEFINITION.set(limits, "--max-definition", definition);
  }

  /**
   * What to do where an error of the script comes from a limit, as it does in the reference
   * implementation; null where it does not.
   */
  static String wayOut(String message) {
    if (message.startsWith("chunk has ") && message.endsWith(" syntax levels")) {
      return "to allow more than the " + Limits.DEFAULT.nesting() + " of Lua: --max-nesting COUNT";
    }
    if (message.equals("stack overflow")) {
      return "to allow more than "
          + Limits.DEFAULT.callDepth()
          + " calls within each other: --max-call-depth COUNT";
    }
    return null;
  }

  /** What to do where a limit was reached. */
  static String wayOut(LimitExceeded.Kind limit) {
    return switch (limit) {
      case INSTRUCTIONS -> "to let it run on: --max-instructions COUNT";
      case MEMORY -> "to give it more: --max-memory BYTES";
      case TIME -> "to give it more: --timeout TIME";
      case STRING -> "to allow longer ones: --max-string BYTES";
      case PATTERN -> "to allow more: --max-pattern-steps COUNT";
      case SOURCE -> "to allow it: --max-source BYTES";
      case OPERATIONS -> "to allow more: --max-ops COUNT";
      case RESULT -> "to allow it: --max-definition BYTES";
      case HEAP -> MemoryShortage.hint();
      case STACK ->
          "call less deeply; --max-call-depth COUNT makes it an error of the script's own";
      case INTERRUPTED -> null;
    };
  }
}
