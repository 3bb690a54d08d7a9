package dev.luakit.cli;

import java.util.List;

/** Whether registries are asked what the names of images stand for. */
enum Resolve {
  /** What a registry doesn't tell ends the build. */
  ALWAYS,
  /** The build goes on without what a registry doesn't tell, with a warning. */
  AUTO,
  NEVER;

  private static final List<String> NAMES = List.of("always", "auto", "never");

  /**
   * Reads the option's value.
   *
   * @throws UsageException if it is none of the names
   */
  static Resolve parse(String text) {
    int which = NAMES.indexOf(text);
    if (which < 0) {
      throw new UsageException(
          "--resolve: '"
              + text
              + "' is not one of "
              + String.join(", ", NAMES)
              + Suggestion.among(text, NAMES));
    }
    return values()[which];
  }
}
