package dev.luakit.cli;

/** How wide text is where every character takes one column or two, as in a terminal. */
public final class Columns {
  /** Chars that a column has at the most: any number of marks may stand on one letter. */
  static final int MOST_CHARS = 4;

  private Columns() {}

  /** How many columns a character takes as {@link Visible} shows it, near enough. */
  static int of(int c) {
    if (!Visible.isPlain(c)) {
      StringBuilder escaped = new StringBuilder();
      Visible.append(escaped, c);
      return escaped.length();
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** How many columns a text takes as {@link Visible#line} shows it, near enough. */
  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      width += of(c);
      i += Character.charCount(c);
    }
    return width;
  }

  /**
   * A text on one line as {@link Visible#line} shows it, with an ellipsis for its middle where it
   * is too wide. Reads no more of the text than it shows.
   *
   * @param most the most columns, at least 3
   */
  public static String fit(String text, int most) {
    int end = prefix(text, 0, most);
    if (end == text.length()) {
      return Visible.line(text);
    }
    // Of a command, or a path, the beginning says more than the end.
    int tail = (most - 1) / 3;
    int head = prefix(text, 0, most - 1 - tail);
    return Visible.line(text.substring(0, head)) + "…" + Visible.line(suffix(text, tail));
  }

  /** The end of the longest part of a text from an index on that is no wider than this. */
  public static int prefix(String text, int from, int most) {
    int width = 0;
    int i = from;
    while (i < text.length() && i - from < MOST_CHARS * most) {
      int c = text.codePointAt(i);
      width += of(c);
      if (width > most) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  private static String suffix(String text, int most) {
    int width = 0;
    int i = text.length();
    while (i > 0 && text.length() - i < MOST_CHARS * most) {
      int c = text.codePointBefore(i);
      width += of(c);
      if (width > most) {
        break;
      }
      i -= Character.charCount(c);
    }
    return text.substring(i);
  }

  /** Whether a character is one of East Asia's wide ones, or an emoji. */
  private static boolean isWide(int c) {
    return c >= 0x1100
        && (c <= 0x115F
            || c >= 0x2E80 && c <= 0xA4CF && c != 0x303F
            || c >= 0xAC00 && c <= 0xD7A3
            || c >= 0xF900 && c <= 0xFAFF
            || c >= 0xFE30 && c <= 0xFE6F
            || c >= 0xFF00 && c <= 0xFF60
            || c >= 0xFFE0 && c <= 0xFFE6
            || c >= 0x1F300 && c <= 0x1F64F
            || c >= 0x1F680 && c <= 0x1F6FF
            || c >= 0x1F900 && c <= 0x1F9FF
            || c >= 0x20000 && c <= 0x3FFFD);
  }
}
