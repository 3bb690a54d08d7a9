package dev.luakit.cli.registry;

/** An image could not be looked up at a server. */
final class RegistryFailure extends Exception {
  private static final long serialVersionUID = 1;

  /** Why. */
  enum Kind {
    /** Nobody answers, or not with what a registry answers. */
    UNREACHABLE,
    /** The registry wants other credentials, or any. */
    REFUSED,
    /** The registry does not have the image. */
    MISSING,
    /** The image is not made for the platform. */
    OTHER_PLATFORM,
    /** What the registry has is not what it should be, or no image. */
    MALFORMED
  }

  private final Kind kind;
  private final String hint;

  /**
   * A failure.
   *
   * @param message of a server that can't be reached: why, in a few words; else what it says of the
   *     image, as a sentence goes on behind the image's name
   * @param hint what to do, or null
   */
  RegistryFailure(Kind kind, String message, String hint) {
    super(message, null, false, false);
    this.kind = kind;
    this.hint = hint;
  }

  static RegistryFailure malformed(String message) {
    return new RegistryFailure(Kind.MALFORMED, message, null);
  }

  Kind kind() {
    return kind;
  }

  String hint() {
    return hint;
  }
}
