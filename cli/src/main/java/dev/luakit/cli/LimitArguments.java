package dev.luakit.cli;

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
    return limits;
  }
}
