package dev.luakit.llb.graph;

/**
 * A value that no build graph can hold: a mode that is none, a reference that names no image, text
 * that is not UTF-8. The message is one sentence, for the author of the script.
 */
public final class InvalidGraphException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidGraphException(String message) {
    super(message);
  }
}
