package dev.luakit.gateway;

import dev.luakit.proto.ops.Range;
import dev.luakit.proto.ops.SourceInfo;

/** The build can't go on; the message says why, in one sentence. */
final class FrontendException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient SourceInfo source;
  private final transient Range range;

  FrontendException(String message) {
    this(message, null, null);
  }

  /**
   * @param source the file that is at fault, or null
   * @param range where in it, or null
   */
  FrontendException(String message, SourceInfo source, Range range) {
    super(message);
    this.source = source;
    this.range = range;
  }

  SourceInfo source() {
    return source;
  }

  Range range() {
    return range;
  }
}
