package dev.luakit.llb.bk;

/** Text in lines of a limited width. */
final class Wrapping {
  /** A space that does not stand between two backquotes. */
  private static final String BREAK = " (?=[^`]*(?:`[^`]*`[^`]*)*$)";

  private Wrapping() {}

  /** The text in lines of at most {@code width} characters, each behind {@code prefix}. */
  static String wrap(String text, String prefix, int width) {
    StringBuilder out = new StringBuilder();
    for (String paragraph : text.split("\n\n")) {
      if (!out.isEmpty()) {
        out.append(prefix.stripTrailing()).append('\n');
      }
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.split(BREAK)) {
        if (!line.isEmpty() && prefix.length() + line.length() + 1 + word.length() > width) {
          out.append(prefix).append(line).append('\n');
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
      }
      out.append(prefix).append(line).append('\n');
    }
    return out.toString();
  }
}
