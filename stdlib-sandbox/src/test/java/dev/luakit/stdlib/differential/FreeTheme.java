package dev.luakit.stdlib.differential;

/** Statements of all sorts, as they come. */
final class FreeTheme implements Theme {
  @Override
  public String snippet(Choice choice) {
    return Statements.block(choice, Scope.ofChunk());
  }
}
