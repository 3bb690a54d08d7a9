package dev.luakit.cli.man;

/**
 * Text in roff, with the macros of {@code man}. Whatever is given as text is shown as it is: no
 * character of it is roff's.
 */
final class Roff {
  private final StringBuilder out = new StringBuilder();

  /**
   * What a page begins with.
   *
   * @param date as {@code 2026-01-31}, which is not text here
   */
  Roff title(String name, String section, String date, String source) {
    String start = ".TH " + escaped(name) + " " + section + " " + date;
    out.append(start).append(" \"").append(escaped(source)).append("\"\n");
    return this;
  }

  /** A macro, each argument of which is one word to roff. */
  Roff macro(String name, String... arguments) {
    out.append('.').append(name);
    for (String argument : arguments) {
      out.append(" \"").append(escaped(argument)).append('"');
    }
    out.append('\n');
    return this;
  }

  /** A line that is filled with its neighbours to a paragraph. */
  Roff text(String text) {
    return line(escaped(text));
  }

  /** A line of which parts are {@linkplain #bold bold} or {@linkplain #italic italic}. */
  Roff line(String roff) {
    out.append(roff.startsWith(".") ? "\\&" : "").append(roff).append('\n');
    return this;
  }

  /** Lines that stay as they are. */
  Roff verbatim(Iterable<String> lines) {
    macro("RS", "4").macro("nf");
    lines.forEach(this::text);
    return macro("fi").macro("RE");
  }

  static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> escaped.append("\\e");
        case '-' -> escaped.append("\\-");
        case '\'' -> escaped.append("\\(aq");
        case '"' -> escaped.append("\\(dq");
        case '`' -> escaped.append("\\(ga");
        case '^' -> escaped.append("\\(ha");
        case '~' -> escaped.append("\\(ti");
        default -> {
          if (c < 0x7f) {
            escaped.append(c);
          } else {
            escaped.append("\\[u%04X]".formatted((int) c));
          }
        }
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
