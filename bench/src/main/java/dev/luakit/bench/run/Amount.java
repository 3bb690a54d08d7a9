package dev.luakit.bench.run;

import java.util.Locale;

/** A number with its unit, as people read it: with three digits that count. */
final class Amount {
  private Amount() {}

  /** Microseconds are told in the unit that fits. */
  static String of(double value, String unit) {
    if (!unit.equals("us")) {
      return digits(value) + " " + unit;
    }
    if (value < 1000) {
      return digits(value) + " µs";
    }
    return value < 1e6 ? digits(value / 1000) + " ms" : digits(value / 1e6) + " s";
  }

  /** A number alone. */
  static String digits(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
