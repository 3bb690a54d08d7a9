package dev.luakit.cli;

/** The command line is at fault: it asks for something that is not there or can't be done. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String hint;

  UsageException(String message) {
    this(message, null);
  }

  /**
   * Says what is wrong.
   *
   * @param hint the way out, or null where the message tells it
   */
  UsageException(String message, String hint) {
    super(message, null, false, false);
    this.hint = hint;
  }

  String hint() {
    return hint;
  }
}
