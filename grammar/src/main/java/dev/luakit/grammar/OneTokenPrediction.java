package dev.luakit.grammar;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.atn.ParserATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.PredictionMode;

/**
 * Decides the one thing that the grammar's next token leaves open: whether a parenthesis behind an
 * expression calls it, or begins the next statement. It calls, as in Lua itself, so that the
 * parser's tables for looking further ahead are not even built.
 */
final class OneTokenPrediction extends ParserATNSimulator {
  private boolean lookedAhead;

  OneTokenPrediction(LuaParser parser, PredictionMode mode) {
    super(
        parser,
        parser.getATN(),
        parser.getInterpreter().decisionToDFA,
        new PredictionContextCache());
    setPredictionMode(mode);
  }

  /** Whether any other decision needed more than one token. */
  boolean lookedAhead() {
    return lookedAhead;
  }

  @Override
  public int adaptivePredict(TokenStream input, int decision, ParserRuleContext outer) {
    if (atn.getDecisionState(decision).ruleIndex != LuaParser.RULE_suffixedExpression) {
      lookedAhead = true;
      return super.adaptivePredict(input, decision, outer);
    }
    return switch (input.LA(1)) {
      case LuaLexer.DOT,
          LuaLexer.LEFT_BRACKET,
          LuaLexer.COLON,
          LuaLexer.LEFT_PAREN,
          LuaLexer.LEFT_BRACE,
          LuaLexer.STRING ->
          1;
      default -> 2;
    };
  }
}
