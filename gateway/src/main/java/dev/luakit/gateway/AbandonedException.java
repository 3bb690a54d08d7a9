package dev.luakit.gateway;

/** Nobody waits for the build any more: the daemon is gone, or the build has failed elsewhere. */
final class AbandonedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AbandonedException(Throwable cause) {
    super("the build was abandoned", cause);
  }
}
