package dev.luakit.llb.graph;

/**
 * The permissions of a file, as {@code chmod} takes them.
 *
 * @param bits the mode's bits, 0 to octal 7777; 0 where it is symbolic
 * @param symbolic changes such as {@code u+x,go=r}, or empty
 */
public record FileMode(int bits, String symbolic) {
  private static final int MOST = 07777;

  public FileMode {
    if (bits < 0 || bits > MOST) {
      throw new InvalidGraphException("a file mode has at most the bits 7777 (octal)");
    }
  }

  /** A mode of the given bits, 0 to octal 7777. */
  public static FileMode of(int bits) {
    return new FileMode(bits, "");
  }

  /**
   * Reads octal digits such as {@code "0755"} or {@code "755"}.
   *
   * @throws InvalidGraphException if the text is anything else, or more than 7777
   */
  public static FileMode octal(String text) {
    int bits = 0;
    boolean valid = !text.isEmpty();
    for (int i = 0; valid && i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      bits = bits << 3 | digit;
      valid = digit >= 0 && digit <= 7 && bits <= MOST;
    }
    if (!valid) {
      throw new InvalidGraphException(
          "mode \"" + text + "\" is not octal digits from 0 to 7777, such as \"0755\"");
    }
    return of(bits);
  }

  /**
   * Reads a number by its decimal digits, as {@code chmod} reads its argument: 755 is rwxr-xr-x.
   *
   * @throws InvalidGraphException if the number is negative, a fraction, has a digit 8 or 9, or is
   *     more than 7777
   */
  public static FileMode ofDigits(double number) {
    int digits = (int) number;
    if (digits != number || digits < 0 || digits > 7777) {
      throw wrong(number);
    }
    int bits = 0;
    int shift = 0;
    for (int rest = digits; rest > 0; rest /= 10) {
      int digit = rest % 10;
      if (digit > 7) {
        throw wrong(number);
      }
      bits |= digit << shift;
      shift += 3;
    }
    return of(bits);
  }

  private static InvalidGraphException wrong(double number) {
    long whole = (long) number;
    String text = whole == number ? Long.toString(whole) : Double.toString(number);
    return new InvalidGraphException(
        "mode "
            + text
            + " is not octal digits from 0 to 7777; write the mode as a string, such as \"0755\"");
  }

  /**
   * Reads what {@code chmod} takes: octal digits, or changes such as {@code "u+x"}, {@code
   * "go=rX,u+w"}.
   *
   * @throws InvalidGraphException if the text is neither
   */
  public static FileMode parse(String text) {
    if (text.isEmpty() || text.charAt(0) >= '0' && text.charAt(0) <= '9') {
      return octal(text);
    }
    if (!isSymbolic(text)) {
      throw new InvalidGraphException(
          "mode \"" + text + "\" is neither octal digits (\"0755\") nor changes (\"u+x,go=r\")");
    }
    return new FileMode(0, text);
  }

  /** {@code [ugoa]*([-+=][rwxXstugo]*)+}, and more such after commas. */
  private static boolean isSymbolic(String text) {
    int length = text.length();
    int at = 0;
    while (true) {
      while (at < length && "ugoa".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at == length || "+-=".indexOf(text.charAt(at)) < 0) {
        return false;
      }
      while (at < length && "+-=rwxXstugo".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at == length) {
        return true;
      }
      if (text.charAt(at++) != ',') {
        return false;
      }
    }
  }

  /** Fails where the mode is changes, which only a copy can apply. */
  void checkBits(String what) {
    if (isSymbolic()) {
      throw new InvalidGraphException(
          "the mode of "
              + what
              + " must be octal digits, such as \"0755\", not \""
              + symbolic
              + "\"");
    }
  }

  /** Whether the mode is changes to what a file has, rather than bits. */
  boolean isSymbolic() {
    return !symbolic.isEmpty();
  }

  /** The mode as a zero and its octal digits, or its changes. */
  String format() {
    return isSymbolic() ? symbolic : "0" + Integer.toOctalString(bits);
  }
}
