package dev.luakit.grammar;

/** Those of the reference implementation. */
final class UsualLimits implements ParseLimits {
  @Override
  public int nesting() {
    return LuaSyntax.USUAL_LEVELS;
  }

  @Override
  public void tokens(int count) {
    // As many as there are.
  }
}
