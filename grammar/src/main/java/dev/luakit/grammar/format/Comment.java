package dev.luakit.grammar.format;

/**
 * A comment and where it stands.
 *
 * @param text its text, without spaces at the end of a line comment
 * @param line whether it goes to the end of its line
 * @param ownLine whether nothing but spaces is before it on its line
 * @param lastOnLine whether nothing is behind it on the line that it ends on
 * @param blankBefore whether an empty line is before it
 * @param column how many characters are before it on its line
 */
record Comment(
    String text,
    boolean line,
    boolean ownLine,
    boolean lastOnLine,
    boolean blankBefore,
    int column) {
  /**
   * This one, in brackets, and one behind it that goes to the end of the line, as in {@code ]]--}:
   * they stay on one line.
   *
   * @param touches whether nothing is between them
   */
  Comment with(Comment end, boolean touches) {
    String both = text + (touches ? "" : " ") + end.text;
    return new Comment(both, true, ownLine, true, blankBefore, column);
  }
}
