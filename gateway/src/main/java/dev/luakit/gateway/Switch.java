package dev.luakit.gateway;

/** Options that are on or off. */
final class Switch {
  private Switch() {}

  /**
   * Reads one, as BuildKit does.
   *
   * @param name the option's name, for the error
   * @param otherwise what an empty value means
   * @throws FrontendException if it is neither
   */
  static boolean isOn(String name, String value, boolean otherwise) {
    return switch (value) {
      case "" -> otherwise;
      case "1", "t", "T", "true", "TRUE", "True" -> true;
      case "0", "f", "F", "false", "FALSE", "False" -> false;
      default ->
          throw new FrontendException(name + ": \"" + value + "\" is neither true nor false");
    };
  }
}
