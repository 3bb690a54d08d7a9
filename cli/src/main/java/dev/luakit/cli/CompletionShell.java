package dev.luakit.cli;

import java.util.List;

/** A shell for which there is a completion. */
enum CompletionShell {
  BASH,
  ZSH,
  FISH;

  private static final List<String> NAMES = List.of("bash", "zsh", "fish");

  /**
   * Reads a shell's name.
   *
   * @throws UsageException if there is no completion for it
   */
  static CompletionShell parse(String text) {
    int which = NAMES.indexOf(text);
    if (which < 0) {
      throw new UsageException(
          "'"
              + text
              + "' is not one of "
              + String.join(", ", NAMES)
              + Suggestion.among(text, NAMES),
          "for the shell you are in: luakit completion ${SHELL##*/}");
    }
    return values()[which];
  }
}
