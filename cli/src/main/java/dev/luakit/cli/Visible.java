package dev.luakit.cli;

/**
 * Text as a terminal may get it. What a script says is shown, never obeyed: control characters,
 * escape sequences and characters that turn the direction of writing become visible.
 */
public final class Visible {
  private Visible() {}

  /** The text on one line. */
  public static String line(String text) {
    return escape(text, "");
  }

  /** The text with its line ends and tabs. */
  static String lines(String text) {
    return escape(text, "\n\t");
  }

  private static String escape(String text, String kept) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean plain = isPlain(c) || kept.indexOf(c) >= 0;
      if (out == null && !plain) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out != null) {
        if (plain) {
          out.appendCodePoint(c);
        } else {
          append(out, c);
        }
      }
      i = next;
    }
    return out == null ? text : out.toString();
  }

  /** Whether a character shows as itself. */
  public static boolean isPlain(int c) {
    if (c >= ' ' && c <= '~') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /** Appends a character so that it can be seen. */
  static void append(StringBuilder out, int c) {
    if (isPlain(c)) {
      out.appendCodePoint(c);
    } else if (c == '\n') {
      out.append("\\n");
    } else if (c == '\r') {
      out.append("\\r");
    } else if (c == '\t') {
      out.append("\\t");
    } else if (c <= 0xFF) {
      out.append("\\x").append(hex(c >> 4)).append(hex(c));
    } else {
      out.append("\\u{");
      for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) {
        out.append(hex(c >> shift));
      }
      out.append('}');
    }
  }

  private static char hex(int value) {
    return "0123456789ABCDEF".charAt(value & 15);
  }
}
