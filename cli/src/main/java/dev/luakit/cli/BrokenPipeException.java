package dev.luakit.cli;

/** Nobody reads the output any more: whoever did has ended, and has said why if there is a why. */
final class BrokenPipeException extends RuntimeException {
  private static final long serialVersionUID = 1;

  BrokenPipeException() {
    super(null, null, false, false);
  }
}
