package dev.luakit.grammar;

/** The form of a numeral: decimal or hexadecimal, either with a fraction and an exponent. */
public final class NumberLiteral {
  private NumberLiteral() {}

  /** Whether the numeral is written in hexadecimal, well or not. */
  public static boolean isHexadecimal(String text) {
    return text.length() > 1 && text.charAt(0) == '0' && (text.charAt(1) | 0x20) == 'x';
  }

  /** Whether the whole text, which has no sign, is a numeral. */
  public static boolean isValid(String text) {
    boolean hexadecimal = isHexadecimal(text);
    int radix = hexadecimal ? 16 : 10;
    int start = hexadecimal ? 2 : 0;
    int i = skipDigits(text, start, radix);
    int digits = i - start;
    if (i < text.length() && text.charAt(i) == '.') {
      int fraction = i + 1;
      i = skipDigits(text, fraction, radix);
      digits += i - fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (i < text.length() && (text.charAt(i) | 0x20) == (hexadecimal ? 'p' : 'e')) {
      i++;
      if (i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-')) {
        i++;
      }
      int exponent = i;
      i = skipDigits(text, i, 10);
      if (i == exponent) {
        return false;
      }
    }
    return i == text.length();
  }

  private static int skipDigits(String text, int from, int radix) {
    int i = from;
    while (i < text.length() && Character.digit(text.charAt(i), radix) >= 0) {
      i++;
    }
    return i;
  }
}
