package dev.luakit.llb.image;

/** A lock file that can't be read. */
public final class MalformedLockException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final int line;

  MalformedLockException(String message, int line) {
    super(message);
    this.line = line;
  }

  /** The line, from 1; 0 where that is not known. */
  public int line() {
    return line;
  }
}
