package dev.luakit.cli;

/**
 * A line of a script with a caret under one of its characters, as wide as a terminal takes it:
 *
 * <pre>
 *   3 | local y = x.foo
 *     |           ^
 * </pre>
 */
final class Excerpt {
  /** Most columns of the line that are shown, and how many of them before the caret. */
  private static final int WIDTH = 112;

  private static final int BEFORE = 72;

  private static final String TAB = "    ";

  private final String line;

  /** The index in the line of the character with the caret. */
  private final int at;

  private Excerpt(String line, int at) {
    this.line = line;
    this.at = at;
  }

  /**
   * Appends the excerpt.
   *
   * @param line the line's text
   * @param number its number, from 1
   * @param column the caret's place, from 1, in bytes of the line; 0 for no caret
   */
  static void append(StringBuilder out, String line, int number, int column, Colors colors) {
    Excerpt excerpt = new Excerpt(line, column == 0 ? 0 : index(line, column));
    int from = excerpt.start();
    int end = excerpt.end(from);
    String gutter = "  " + number + " | ";
    out.append(colors.frame(gutter));
    int indent = excerpt.show(out, from, end);
    out.append('\n');
    if (column > 0) {
      out.append(colors.frame(" ".repeat(gutter.length() - 2) + "| "));
      out.repeat(' ', indent).append(colors.error("^")).append('\n');
    }
  }

  /** Where in the text a byte of its UTF-8 form is; its end where that is shorter. */
  private static int index(String line, int column) {
    int bytes = 1;
    int i = 0;
    while (i < line.length() && bytes < column) {
      int c = line.codePointAt(i);
      bytes += utf8Length(c);
      i += Character.charCount(c);
    }
    return i;
  }

  private static int utf8Length(int c) {
    if (c < 0x80 || c == 0xFFFD) {
      return 1; // U+FFFD stands for a byte that is not UTF-8
    }
    if (c < 0x800) {
      return 2;
    }
    return c < 0x10000 ? 3 : 4;
  }

  /** The first character that is shown. */
  private int start() {
    int from = at;
    int width = 0;
    while (from > 0 && at - from < Columns.MOST_CHARS * BEFORE) {
      int c = line.codePointBefore(from);
      width += width(c);
      if (width > BEFORE) {
        break;
      }
      from -= Character.charCount(c);
    }
    return from;
  }

  /** Behind the last character that is shown. */
  private int end(int from) {
    int end = from;
    int width = 0;
    while (end < line.length() && end - from < Columns.MOST_CHARS * WIDTH) {
      int c = line.codePointAt(end);
      width += width(c);
      if (width > WIDTH) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  /** Appends a part of the line; returns the column of the caret in it, from 0. */
  private int show(StringBuilder out, int from, int end) {
    int caret = 0;
    int width = 0;
    if (from > 0) {
      out.append('…');
      width++;
    }
    for (int i = from; i < end; ) {
      if (i == at) {
        caret = width;
      }
      int c = line.codePointAt(i);
      if (c == '\t') {
        out.append(TAB);
      } else {
        Visible.append(out, c);
      }
      width += width(c);
      i += Character.charCount(c);
    }
    if (end < line.length()) {
      out.append('…');
    }
    return at >= end ? width : caret;
  }

  /** How many columns a character takes. */
  private static int width(int c) {
    return c == '\t' ? TAB.length() : Columns.of(c);
  }
}
