package dev.luakit.cli;

/** A build has failed, and whoever wants to know has been told why. */
final class ReportedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ReportedException() {
    super("the build has failed", null, false, false);
  }
}
