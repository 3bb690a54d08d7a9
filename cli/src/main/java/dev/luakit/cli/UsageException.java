package dev.luakit.cli;

/**
 * What the command line asks for is not there or can't be done. Mostly the command line is at fault
 * for that; where a script makes too much of something for it, that is a limit.
 */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode code;
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
    this(ExitCode.USAGE, message, hint);
  }

  private UsageException(ExitCode code, String message, String hint) {
    super(message, null, false, false);
    this.code = code;
    this.hint = hint;
  }

  /** What is asked for is too much, of this script. */
  static UsageException limit(String message, String hint) {
    return new UsageException(ExitCode.LIMIT, message, hint);
  }

  ExitCode code() {
    return code;
  }

  String hint() {
    return hint;
  }
}
