package dev.luakit.vm;

import dev.luakit.grammar.NumberLiteral;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;

/** Numbers as text and text as numbers, the way the reference implementation does it. */
public final class Numbers {
  /** Significant digits of {@code %.14g}. */
  private static final int DIGITS = 14;

  /** Characters of the longest number: a sign, 14 digits with their point, and {@code e-308}. */
  private static final int MAX_LENGTH = 1 + DIGITS + 1 + 5;

  /** Any integer of so many digits is exact in a double. */
  private static final int MAX_EXACT_DIGITS = 15;

  private static final MathContext ROUNDING = new MathContext(DIGITS, RoundingMode.HALF_EVEN);

  private Numbers() {}

  /** The number as {@code tostring} gives it, {@code %.14g} in C's terms. */
  public static String toString(double number) {
    long integer = (long) number;
    if (integer == number && Math.abs(number) < 1e14) {
      return integer == 0 && 1 / number < 0 ? "-0" : Long.toString(integer);
    }
    if (Double.isNaN(number)) {
      // The NaN that x86 processors make of 0/0 has its sign bit set, and C prints the sign.
      return "-nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(number);
    int exponent = DecimalRounding.exponent(size, DIGITS);
    if (exponent != Integer.MIN_VALUE) {
      long digits = DecimalRounding.scale(size, DIGITS - 1 - exponent);
      return layOut(number < 0, digits, exponent);
    }
    BigDecimal rounded = new BigDecimal(size).round(ROUNDING);
    exponent = rounded.precision() - 1 - rounded.scale();
    long digits = rounded.movePointRight(DIGITS - 1 - exponent).longValueExact();
    return layOut(number < 0, digits, exponent);
  }

  /**
   * Writes a number, from its last character to its first.
   *
   * @param number its {@link #DIGITS} digits
   * @param exponent the power of ten of the first of them
   */
  private static String layOut(boolean negative, long number, int exponent) {
    boolean scientific = exponent < -4 || exponent >= DIGITS;
    byte[] text = new byte[MAX_LENGTH];
    int at = text.length;
    if (scientific) {
      int size = Math.abs(exponent);
      do {
        text[--at] = (byte) ('0' + size % 10);
        size /= 10;
      } while (size > 0 || at > text.length - 2);
      text[--at] = (byte) (exponent < 0 ? '-' : '+');
      text[--at] = 'e';
    }
    long digits = number;
    int fraction = DIGITS - 1 - (scientific ? 0 : exponent);
    while (fraction > 0 && digits % 10 == 0) {
      digits /= 10;
      fraction--;
    }
    if (fraction > 0) {
      for (int i = 0; i < fraction; i++) {
        text[--at] = (byte) ('0' + digits % 10);
        digits /= 10;
      }
      text[--at] = '.';
    }
    do {
      text[--at] = (byte) ('0' + digits % 10);
      digits /= 10;
    } while (digits > 0);
    if (negative) {
      text[--at] = '-';
    }
    return new String(text, at, text.length - at, StandardCharsets.ISO_8859_1);
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
    double plain = parsePlain(text);
    if (!Double.isNaN(plain)) {
      return plain;
    }
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

  /**
   * Reads what most numerals are: digits, perhaps a sign before them and a point among them. As
   * both the digits and the power of ten are exact, so is the rounding of their quotient.
   *
   * @return NaN where the text is something else
   */
  private static double parsePlain(String text) {
    int length = text.length();
    int at = length > 0 && text.charAt(0) == '-' ? 1 : 0;
    boolean negative = at > 0;
    long digits = 0;
    int count = 0;
    int point = -1;
    for (; at < length; at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        digits = digits * 10 + c - '0';
        count++;
      } else if (c == '.' && point < 0) {
        point = at;
      } else {
        return Double.NaN;
      }
    }
    if (count == 0 || count > MAX_EXACT_DIGITS) {
      return Double.NaN;
    }
    double value = digits;
    if (point >= 0) {
      value /= DecimalRounding.power(length - point - 1);
    }
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
