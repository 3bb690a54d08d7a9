package dev.luakit.stdlib;

/** The classes of characters that {@code %a} and its like stand for, in the C locale. */
final class CharacterClass {
  private CharacterClass() {}

  static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLetter(int c) {
    return isLower(c | 0x20);
  }

  private static boolean isControl(int c) {
    return c < ' ' || c == 0x7f;
  }

  private static boolean isPunctuation(int c) {
    return c > ' ' && c < 0x7f && !isLetter(c) && !isDigit(c);
  }

  private static boolean isHexadecimal(int c) {
    return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
  }

  /**
   * Whether {@code c} is in the class that {@code %name} stands for. A letter in upper case stands
   * for the complement; what names no class stands for itself.
   */
  static boolean matches(int c, char name) {
    boolean in;
    switch (name | 0x20) {
      case 'a' -> in = isLetter(c);
      case 'c' -> in = isControl(c);
      case 'd' -> in = isDigit(c);
      case 'l' -> in = isLower(c);
      case 'p' -> in = isPunctuation(c);
      case 's' -> in = isSpace(c);
      case 'u' -> in = isUpper(c);
      case 'w' -> in = isLetter(c) || isDigit(c);
      case 'x' -> in = isHexadecimal(c);
      case 'z' -> in = c == 0;
      default -> {
        return c == name;
      }
    }
    // Setting bit 5 makes letters lower case, and other characters into letters never.
    return isUpper(name) != in;
  }
}
