package dev.luakit.vm;

/**
 * Rounds numbers to decimal digits as C's {@code printf} does: by their exact value, a tie to the
 * even digit. It is done in double arithmetic, where that can tell the exact result, which is
 * nearly always; the caller has another way for the rest.
 */
public final class DecimalRounding {
  /** The digits that {@link #exponent} can tell at most: one more are still below 2^52. */
  public static final int MAX_DIGITS = 14;

  /** Below 2^52 a product has at least one bit behind the point, so that a tie can be seen. */
  private static final double MAX_PRODUCT = 0x1p52;

  /** From here on no rounding error of a product is too small for a double. */
  private static final double MIN_NUMBER = 1e-200;

  /** The powers of ten that a double holds exactly. */
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private DecimalRounding() {}

  /** A power of ten that a double holds exactly: 0 to 22. */
  static double power(int exponent) {
    return POWERS[exponent];
  }

  /**
   * {@code number * 10^power}, rounded to an integer.
   *
   * @param number finite and not negative
   * @return -1 where double arithmetic cannot tell
   */
  public static long scale(double number, int power) {
    if (Math.abs(power) >= POWERS.length || (number < MIN_NUMBER && number != 0)) {
      return -1;
    }
    double factor = POWERS[Math.abs(power)];
    double scaled;
    double error;
    // The exact result is the scaled number and something of the error's sign, less than a half
    // of the scaled number's last bit.
    if (power >= 0) {
      scaled = number * factor;
      error = Math.fma(number, factor, -scaled);
    } else {
      scaled = number / factor;
      error = Math.fma(-scaled, factor, number);
    }
    if (scaled >= MAX_PRODUCT) {
      return -1;
    }
    long integer = (long) scaled;
    double beyondHalf = scaled - integer - 0.5;
    boolean up =
        beyondHalf > 0 || (beyondHalf == 0 && (error > 0 || (error == 0 && (integer & 1) != 0)));
    return up ? integer + 1 : integer;
  }

  /**
   * The power of ten of the first of the {@code count} digits that a number rounds to; those digits
   * are {@code scale(number, count - 1 - exponent)}.
   *
   * @param number finite and positive
   * @param count from 1 to {@link #MAX_DIGITS}
   * @return {@link Integer#MIN_VALUE} where double arithmetic cannot tell
   */
  public static int exponent(double number, int count) {
    // log10(2) lies between 77 and 78 parts of 256, so the estimate is never too high. From above,
    // a number that is rounded up could not be told from the power of ten that it becomes.
    int binary = Math.getExponent(number);
    int exponent = binary * (binary < 0 ? 78 : 77) >> 8;
    while (true) {
      long digits = scale(number, count - 1 - exponent);
      if (digits < 0) {
        return Integer.MIN_VALUE;
      }
      if (digits < POWERS[count]) {
        return exponent;
      }
      exponent++;
    }
  }
}
