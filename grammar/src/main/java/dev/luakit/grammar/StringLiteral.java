package dev.luakit.grammar;

/** The bytes that a string literal stands for. */
public final class StringLiteral {
  private StringLiteral() {}

  /**
   * @param literal the token's text with its quotes or brackets, which the scanner has checked
   */
  public static String decode(String literal) {
    int length = literal.length();
    if (literal.charAt(0) != '[') {
      return decodeShort(literal, 1, length - 1);
    }
    int bracket = literal.indexOf('[', 1) + 1;
    return decodeLong(literal, bracket, length - bracket);
  }

  /**
   * A string as Lua's scanner has read it: its escapes decoded, its quotes or brackets kept. It
   * ends at a zero byte, as it does to C.
   *
   * @param literal the token's text, of which the end may be missing
   */
  static String asRead(String literal) {
    boolean isLong = literal.charAt(0) == '[';
    int start = isLong ? literal.indexOf('[', 1) + 1 : 1;
    String text =
        isLong
            ? decodeLong(literal, start, literal.length())
            : decodeShort(literal, start, literal.length());
    int zero = text.indexOf('\0');
    return literal.substring(0, start) + (zero < 0 ? text : text.substring(0, zero));
  }

  private static String decodeLong(String literal, int from, int end) {
    // A line break right after the opening bracket does not count.
    int start = from + lineBreak(literal, from);
    if (literal.indexOf('\r') < 0) {
      return literal.substring(start, end);
    }
    StringBuilder text = new StringBuilder(end - start);
    for (int i = start; i < end; ) {
      int lineBreak = lineBreak(literal, i);
      text.append(lineBreak > 0 ? '\n' : literal.charAt(i));
      i += Math.max(1, lineBreak);
    }
    return text.toString();
  }

  /** Length of the line break at {@code i}: 0, 1, or 2 where two different characters make one. */
  static int lineBreak(String text, int i) {
    char first = i < text.length() ? text.charAt(i) : 0;
    if (first != '\n' && first != '\r') {
      return 0;
    }
    char second = i + 1 < text.length() ? text.charAt(i + 1) : 0;
    return (second == '\n' || second == '\r') && second != first ? 2 : 1;
  }

  private static String decodeShort(String literal, int start, int end) {
    if (literal.indexOf('\\') < 0) {
      return literal.substring(start, end);
    }
    StringBuilder text = new StringBuilder(end);
    for (int i = start; i < end; i++) {
      char c = literal.charAt(i);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      c = literal.charAt(++i);
      switch (c) {
        case 'a' -> text.append('\u0007');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'n' -> text.append('\n');
        case 'r' -> text.append('\r');
        case 't' -> text.append('\t');
        case 'v' -> text.append('\u000B');
        case '\n', '\r' -> {
          text.append('\n');
          i += lineBreak(literal, i) - 1;
        }
        default -> {
          if (c < '0' || c > '9') {
            text.append(c);
            break;
          }
          int value = 0;
          int digits = 0;
          while (digits < 3 && i < end && literal.charAt(i) >= '0' && literal.charAt(i) <= '9') {
            value = 10 * value + literal.charAt(i++) - '0';
            digits++;
          }
          i--;
          text.append((char) value);
        }
      }
    }
    return text.toString();
  }
}
