package dev.luakit.stdlib.differential;

/** Random numbers of all sizes. */
final class Doubles {
  private Doubles() {}

  /** A finite number, with as many digits as it takes. */
  static String any(Choice choice) {
    double number = Double.longBitsToDouble(choice.bits());
    if (choice.percent(50)) {
      // All exponents are alike in the bits, which makes numbers of everyday size rare.
      number =
          Math.scalb(
              Math.getExponent(number) > 1023 ? 1 : mantissa(number), choice.between(-70, 70));
    }
    // A negative zero would be taken for the constant 0 by the reference implementation.
    return Double.isFinite(number) && number != 0 ? Double.toString(number) : "1";
  }

  private static double mantissa(double number) {
    return Math.scalb(number, -Math.getExponent(number));
  }
}
