package dev.luakit.grammar;

/** What may be parsed. */
public interface ParseLimits {
  /** Levels of syntax as in the reference implementation, and any number of tokens. */
  ParseLimits USUAL = new UsualLimits();

  /** How many levels of syntax may be within each other. */
  int nesting();

  /**
   * Takes note of tokens that have been read, and of the tree that they are about to become. What
   * it throws ends the parsing.
   *
   * @param count how many there are since the last call; the last few are never told
   */
  void tokens(int count);
}
