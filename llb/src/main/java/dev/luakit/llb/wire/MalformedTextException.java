package dev.luakit.llb.wire;

/** A protobuf {@code string} that its readers would reject, since it is not valid UTF-8. */
public final class MalformedTextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MalformedTextException(String field) {
    super(field + " is not valid UTF-8");
  }
}
