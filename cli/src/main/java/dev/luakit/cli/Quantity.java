package dev.luakit.cli;

import java.util.List;

/** Amounts on the command line: a whole number, and maybe a unit. */
enum Quantity {
  /** In milliseconds. */
  DURATION(
      "a duration, such as 30s, 2m or 500ms",
      1000,
      List.of(new Unit("ms", 1), new Unit("s", 1000), new Unit("m", 60_000))),

  /** In bytes. */
  MEMORY(
      "an amount of memory, such as 256m, 1g or a number of bytes",
      1,
      List.of(new Unit("k", 1L << 10), new Unit("m", 1L << 20), new Unit("g", 1L << 30))),

  /** In ones. */
  COUNT(
      "a count, such as 500k, 20m or 2g",
      1,
      List.of(new Unit("k", 1000), new Unit("m", 1_000_000), new Unit("g", 1_000_000_000)));

  /** More than anyone means, and far from where a long ends. */
  private static final long MOST = 1L << 50;

  private record Unit(String name, long size) {}

  private final String description;
  private final long plain;
  private final List<Unit> units;

  Quantity(String description, long plain, List<Unit> units) {
    this.description = description;
    this.plain = plain;
    this.units = units;
  }

  /**
   * Reads an option's value.
   *
   * @throws UsageException if it is no amount, or not at least 1
   */
  long parse(String option, String text) {
    int digits = 0;
    long number = 0;
    while (digits < text.length() && text.charAt(digits) >= '0' && text.charAt(digits) <= '9') {
      number = Math.min(number * 10 + text.charAt(digits) - '0', MOST);
      digits++;
    }
    long size = size(text.substring(digits));
    if (digits == 0 || size == 0) {
      throw new UsageException(option + ": '" + text + "' is not " + description);
    }
    if (number == 0) {
      throw new UsageException(option + ": '" + text + "' is nothing: it must be at least 1");
    }
    if (number > MOST / size) {
      throw new UsageException(option + ": '" + text + "' is too much");
    }
    return number * size;
  }

  /** What a unit counts for, 0 where there is none of this name. */
  private long size(String name) {
    if (name.isEmpty()) {
      return plain;
    }
    for (Unit unit : units) {
      if (unit.name.equalsIgnoreCase(name)) {
        return unit.size;
      }
    }
    return 0;
  }
}
