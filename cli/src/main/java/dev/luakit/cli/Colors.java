package dev.luakit.cli;

/**
 * How what luakit says about errors is set off: with the colours of a terminal, or not at all. Text
 * that comes from a script is {@linkplain Visible made visible} before it is coloured, so the only
 * escape sequences are those of this class.
 */
enum Colors {
  OFF(false),
  ON(true);

  private static final String RESET = "\033[0m";
  private static final String BOLD = "\033[1m";
  private static final String RED = "\033[1;31m";
  private static final String GREEN = "\033[32m";
  private static final String YELLOW = "\033[1;33m";
  private static final String BLUE = "\033[34m";
  private static final String CYAN = "\033[36m";

  private final boolean on;

  Colors(boolean on) {
    this.on = on;
  }

  /** The word that says that something has failed, and the mark under what was wrong. */
  String error(String text) {
    return in(RED, text);
  }

  String warning(String text) {
    return in(YELLOW, text);
  }

  /** The word that says that something has gone well. */
  String success(String text) {
    return in(GREEN, text);
  }

  /** What happened. */
  String message(String text) {
    return in(BOLD, text);
  }

  /** What frames an excerpt. */
  String frame(String text) {
    return in(BLUE, text);
  }

  String hint(String text) {
    return in(CYAN, text);
  }

  private String in(String color, String text) {
    return on && !text.isEmpty() ? color + text + RESET : text;
  }
}
