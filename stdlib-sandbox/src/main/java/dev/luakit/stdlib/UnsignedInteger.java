package dev.luakit.stdlib;

import java.math.BigInteger;

/** Whole numbers in a base other than ten, read as C's {@code strtoul} does. */
final class UnsignedInteger {
  private UnsignedInteger() {}

  /**
   * Reads a number of 64 bits: white space, a sign, {@code 0x} before hexadecimal digits; a
   * negative number wraps around, and one that is too big becomes the biggest.
   *
   * @return {@code null} where the text is not a number
   */
  static Double parse(String text, int base) {
    // To C a string ends at its first zero byte.
    int zero = text.indexOf('\0');
    int end = zero < 0 ? text.length() : zero;
    int at = skipSpace(text, 0, end);
    boolean negative = false;
    if (at < end && (text.charAt(at) == '-' || text.charAt(at) == '+')) {
      negative = text.charAt(at) == '-';
      at++;
    }
    if (base == 16
        && at + 2 < end
        && text.charAt(at) == '0'
        && (text.charAt(at + 1) | 0x20) == 'x'
        && digit(text.charAt(at + 2)) < 16) {
      at += 2;
    }
    int digits = at;
    long value = 0;
    boolean overflow = false;
    while (at < end && digit(text.charAt(at)) < base) {
      int digit = digit(text.charAt(at));
      if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, base)) > 0) {
        overflow = true;
      }
      value = value * base + digit;
      at++;
    }
    if (at == digits || skipSpace(text, at, end) < end) {
      return null;
    }
    if (overflow) {
      value = -1L;
    } else if (negative) {
      value = -value;
    }
    return toDouble(value);
  }

  private static int skipSpace(String text, int from, int end) {
    int at = from;
    while (at < end && CharacterClass.isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The value of a digit, beyond all bases where the character is none. */
  private static int digit(char c) {
    if (c >= '0' && c <= '9') {
      return c - '0';
    }
    int letter = c | 0x20;
    return letter >= 'a' && letter <= 'z' ? letter - 'a' + 10 : Integer.MAX_VALUE;
  }

  private static double toDouble(long unsigned) {
    return unsigned >= 0 ? unsigned : new BigInteger(Long.toUnsignedString(unsigned)).doubleValue();
  }
}
