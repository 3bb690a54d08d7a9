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
    if (timeout != null) {
      limits = limits.withTimeMillis(Quantity.DURATION.parse("--timeout", timeout));
    }
    if (memory != null) {
      limits = limits.withMemoryBytes(Quantity.MEMORY.parse("--max-memory", memory));
    }
    if (instructions != null) {
      limits = limits.withInstructions(Quantity.COUNT.parse("--max-instructions", instructions));
    }
    if (callDepth != null) {
      limits =
          limits.withCallDepth(
              small("--max-call-depth", Quantity.COUNT.parse("--max-call-depth", callDepth)));
    }
    if (string != null) {
      limits = limits.withStringBytes(Quantity.MEMORY.parse("--max-string", string));
    }
    if (patternSteps != null) {
      limits = limits.withPatternSteps(Quantity.COUNT.parse("--max-pattern-steps", patternSteps));
    }
    if (nesting != null) {
      limits =
          limits.withNesting(
              small("--max-nesting", Quantity.COUNT.parse("--max-nesting", nesting)));
    }
    if (source != null) {
      limits =
          limits.withSourceBytes(
              small("--max-source", Quantity.MEMORY.parse("--max-source", source)));
    }
    if (operations != null) {
      limits = limits.withOperations(Quantity.COUNT.parse("--max-ops", operations));
    }
    if (definition != null) {
      limits = limits.withResultBytes(Quantity.MEMORY.parse("--max-definition", definition));
    }
    return limits;
  }

  private static int small(String option, long amount) {
    if (amount > Integer.MAX_VALUE / 2) {
      throw new UsageException(option + ": that is too much");
    }
    return (int) amount;
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
