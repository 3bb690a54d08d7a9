package dev.luakit.vm;

import dev.luakit.grammar.NumberLiteral;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text and text as numbers, the way the reference implementation does it. */
public final class Numbers {
  /** Significant digits of {@code %.14g}. */
  private static final int DIGITS = 14;

  private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /** The number as {@code tostring} gives it, {@code %.14g} in C's terms. */
  public static String toString(double number) {
    long integer = (long) number;
    if (integer == number && Math.abs(integer) < 100_000_000_000_000L) {
      return integer == 0 && 1 / number < 0 ? "-0" : Long.toString(integer);
    }
    if (Double.isNaN(number)) {
      // The NaN that x86 processors make of 0/0 has its sign bit set, and C prints the sign.
      return "-nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return general(number);
  }

  private static String general(double number) {
    // The shortest digits that identify the number round to the same 14 digits as the number's
    // exact value does, except that 15 digits ending in 5 hide on which side of the tie it is, and
    // that subnormal numbers are identified by fewer digits than they have.
    String shortest = Double.toString(Math.abs(number));
    int e = shortest.indexOf('E');
    int exponent = e < 0 ? 0 : Integer.parseInt(shortest.substring(e + 1));
    String mantissa = e < 0 ? shortest : shortest.substring(0, e);
    int point = mantissa.indexOf('.');
    StringBuilder digits = new StringBuilder(20);
    digits.append(mantissa, 0, point).append(mantissa, point + 1, mantissa.length());
    exponent += point - 1;
    int leading = 0;
    while (digits.charAt(leading) == '0') {
      leading++;
    }
    digits.delete(0, leading);
    exponent -= leading;
    dropTrailingZeros(digits);
    boolean subnormal = Math.abs(number) < Double.MIN_NORMAL;
    if (digits.length() > DIGITS || subnormal) {
      boolean tie = digits.length() == DIGITS + 1 && digits.charAt(DIGITS) == '5';
      BigDecimal value =
          tie || subnormal
              ? new BigDecimal(Math.abs(number))
              : new BigDecimal(digits.toString()).movePointRight(exponent - digits.length() + 1);
      BigDecimal rounded = value.round(ROUNDING);
      digits = new StringBuilder(rounded.unscaledValue().toString());
      exponent = digits.length() - 1 - rounded.scale();
      dropTrailingZeros(digits);
    }
    return (number < 0 ? "-" : "") + layOut(digits, exponent);
  }

  private static void dropTrailingZeros(StringBuilder digits) {
    int length = digits.length();
    while (length > 1 && digits.charAt(length - 1) == '0') {
      length--;
    }
    digits.setLength(length);
  }

  /** Places the point: {@code exponent} is the power of ten of the first digit. */
  private static String layOut(StringBuilder digits, int exponent) {
    if (exponent < -4 || exponent >= DIGITS) {
      if (digits.length() > 1) {
        digits.insert(1, '.');
      }
      int size = Math.abs(exponent);
      digits.append('e').append(exponent < 0 ? '-' : '+');
      if (size < 10) {
        digits.append('0');
      }
      return digits.append(size).toString();
    }
    if (exponent < 0) {
      return "0." + "000".substring(0, -exponent - 1) + digits;
    }
    while (digits.length() <= exponent) {
      digits.append('0');
    }
    if (digits.length() > exponent + 1) {
      digits.insert(exponent + 1, '.');
    }
    return digits.toString();
  }

  /**
   * The operator {@code ^}, the same on every machine: {@link Math#pow} may differ in the last
   * digit. Where the base is 1 or -1, C's {@code pow} knows results that Java's does not.
   */
  public static double power(double base, double exponent) {
    if (exponent == 2) {
      return base * base;
    }
    if (base == 1 || (base == -1 && Double.isInfinite(exponent))) {
      return 1;
    }
    return StrictMath.pow(base, exponent);
  }

  /**
   * Reads a number as {@code tonumber} does: decimal or hexadecimal, with white space around it.
   *
   * @return {@code null} where the text is not a number
   */
  public static Double parse(String text) {
    // To C a string ends at its first zero byte.
    int zero = text.indexOf('\0');
    int start = 0;
    int end = zero < 0 ? text.length() : zero;
    while (start < end && isSpace(text.charAt(start))) {
      start++;
    }
    while (end > start && isSpace(text.charAt(end - 1))) {
      end--;
    }
    int digits = start;
    if (digits < end && (text.charAt(digits) == '-' || text.charAt(digits) == '+')) {
      digits++;
    }
    if (digits == end) {
      return null;
    }
    boolean negative = text.charAt(start) == '-';
    String numeral = text.substring(digits, end);
    if (numeral.charAt(0) > '9') {
      return parseName(numeral, negative);
    }
    if (!NumberLiteral.isValid(numeral)) {
      return null;
    }
    // Java wants an exponent behind each hexadecimal numeral.
    boolean bare =
        NumberLiteral.isHexadecimal(numeral)
            && numeral.indexOf('p') < 0
            && numeral.indexOf('P') < 0;
    double value = Double.parseDouble(bare ? numeral + "p0" : numeral);
    return negative ? -value : value;
  }

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** C's {@code strtod} also knows infinity and NaN by name. */
  private static Double parseName(String name, boolean negative) {
    if (name.equalsIgnoreCase("inf") || name.equalsIgnoreCase("infinity")) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    return name.equalsIgnoreCase("nan") ? Double.NaN : null;
  }
}
