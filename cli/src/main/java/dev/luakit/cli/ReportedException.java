package dev.luakit.cli;

/** The run has failed, and whoever wants to know has been told why. */
final class ReportedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ExitCode code;

  /** A failure that a script is at fault for. */
  ReportedException() {
    this(ExitCode.SCRIPT);
  }

  ReportedException(ExitCode code) {
    super("the run has failed", null, false, false);
    this.code = code;
  }

  ExitCode code() {
    return code;
  }
}
