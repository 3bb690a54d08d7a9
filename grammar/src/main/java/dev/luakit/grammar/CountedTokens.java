package dev.luakit.grammar;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.TokenSource;

/** The tokens of a chunk, told to {@link ParseLimits} as they are read. */
final class CountedTokens extends CommonTokenStream {
  /** Tokens that are told of at once. */
  private static final int BATCH = 256;

  private final ParseLimits limits;
  private int untold;

  CountedTokens(TokenSource source, ParseLimits limits) {
    super(source);
    this.limits = limits;
  }

  @Override
  protected int fetch(int count) {
    int fetched = super.fetch(count);
    untold += fetched;
    if (untold >= BATCH) {
      limits.tokens(untold);
      untold = 0;
    }
    return fetched;
  }
}
