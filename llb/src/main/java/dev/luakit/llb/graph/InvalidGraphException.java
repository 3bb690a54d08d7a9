package dev.luakit.llb.graph;

import dev.luakit.llb.wire.Utf8;

/**
 * A value that no build graph can hold: a mode that is none, a reference that names no image, text
 * that is not UTF-8. The message is one sentence, for the author of the script.
 */
public final class InvalidGraphException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidGraphException(String message) {
    super(message);
  }

  /** Fails unless text is UTF-8. */
  static void checkText(String what, String text) {
    if (!Utf8.isWellFormed(text)) {
      throw new InvalidGraphException(what + " is not valid UTF-8");
    }
  }
}
