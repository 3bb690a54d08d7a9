package dev.luakit.llb.wire;

/** A message that does not fit into the room that there is for it. */
public final class MessageTooLongException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MessageTooLongException() {
    super("a message is too long", null, false, false);
  }
}
