package dev.luakit.cli;

import dev.luakit.vm.Limits;

/** A limit that is set by a text: an option of the command line, an argument of the frontend's. */
enum NamedLimit {
  TIMEOUT(Quantity.DURATION),
  MEMORY(Quantity.MEMORY),
  INSTRUCTIONS(Quantity.COUNT),
  CALL_DEPTH(Quantity.COUNT),
  STRING(Quantity.MEMORY),
  PATTERN_STEPS(Quantity.COUNT),
  NESTING(Quantity.COUNT),
  SOURCE(Quantity.MEMORY),
  OPERATIONS(Quantity.COUNT),
  DEFINITION(Quantity.MEMORY);

  private final Quantity quantity;

  NamedLimit(Quantity quantity) {
    this.quantity = quantity;
  }

  /**
   * Sets the limit.
   *
   * @param name what the user calls it, for the message
   * @param text the amount, or null to leave the limit as it is
   * @throws UsageException if the text is no amount
   */
  Limits set(Limits limits, String name, String text) {
    if (text == null) {
      return limits;
    }
    long amount = quantity.parse(name, text);
    return switch (this) {
      case TIMEOUT -> limits.withTimeMillis(amount);
      case MEMORY -> limits.withMemoryBytes(amount);
      case INSTRUCTIONS -> limits.withInstructions(amount);
      case CALL_DEPTH -> limits.withCallDepth(small(name, amount));
      case STRING -> limits.withStringBytes(amount);
      case PATTERN_STEPS -> limits.withPatternSteps(amount);
      case NESTING -> limits.withNesting(small(name, amount));
      case SOURCE -> limits.withSourceBytes(small(name, amount));
      case OPERATIONS -> limits.withOperations(amount);
      case DEFINITION -> limits.withResultBytes(amount);
    };
  }

  private static int small(String name, long amount) {
    if (amount > Integer.MAX_VALUE / 2) {
      throw new UsageException(name + ": that is too much");
    }
    return (int) amount;
  }
}
