package dev.luakit.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;

/**
 * Counts lines the way Lua does: a line ends with a line feed, a carriage return, or one of each in
 * either order.
 */
final class LineCounter extends LexerATNSimulator {
  /** Where a line ended with a single character so far, or -2. */
  private int lastBreak = -2;

  LineCounter(LuaLexer lexer) {
    super(
        lexer, lexer.getATN(), lexer.getInterpreter().decisionToDFA, new PredictionContextCache());
  }

  @Override
  public void consume(CharStream input) {
    int c = input.LA(1);
    if (c == '\n' || c == '\r') {
      int at = input.index();
      if (lastBreak == at - 1 && input.LA(-1) != c) {
        lastBreak = -2;
      } else {
        lastBreak = at;
        line++;
      }
      charPositionInLine = 0;
    } else {
      charPositionInLine++;
    }
    input.consume();
  }
}
