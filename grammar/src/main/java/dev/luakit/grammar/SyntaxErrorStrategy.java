package dev.luakit.grammar;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Stops at the first error and words it as Lua does. */
final class SyntaxErrorStrategy extends DefaultErrorStrategy {
  /** A loop that does not go on is left to the token that must follow it. */
  @Override
  public void sync(Parser parser) {}

  /** One token was expected and another one found. */
  @Override
  public Token recoverInline(Parser parser) {
    throw explain(parser, parser.getContext(), parser.getCurrentToken());
  }

  /** None of a rule's alternatives begins with the token. */
  @Override
  public void reportError(Parser parser, RecognitionException e) {
    throw explain(parser, (ParserRuleContext) e.getCtx(), e.getOffendingToken());
  }

  private static LuaSyntaxException explain(Parser parser, ParserRuleContext rule, Token found) {
    return LuaSyntax.error(message(parser, rule, found), found);
  }

  private static String message(Parser parser, ParserRuleContext rule, Token found) {
    boolean begun = rule.getChildCount() > 0;
    switch (rule.getRuleIndex()) {
      case LuaParser.RULE_statement,
          LuaParser.RULE_simpleExpression,
          LuaParser.RULE_expression,
          LuaParser.RULE_lastStatement -> {
        return "unexpected symbol";
      }
      case LuaParser.RULE_suffixedExpression -> {
        if (!begun) {
          return "unexpected symbol";
        }
      }
      case LuaParser.RULE_arguments -> {
        if (!begun) {
          return "function arguments expected";
        }
        if (rule.getChildCount() == 1) {
          return "unexpected symbol";
        }
      }
      case LuaParser.RULE_tableConstructor -> {
        if (rule.getChildCount() == 1) {
          return "unexpected symbol";
        }
      }
      case LuaParser.RULE_functionBody -> {
        if (rule.getChildCount() == 1) {
          return "<name> or '...' expected";
        }
      }
      case LuaParser.RULE_parameter -> {
        return "<name> or '...' expected";
      }
      case LuaParser.RULE_forStatement -> {
        if (rule.getChildCount() == 2) {
          return "'=' or 'in' expected";
        }
      }
      case LuaParser.RULE_localStatement -> {
        return "'<name>' expected";
      }
      default -> {}
    }
    int expected = expectedToken(parser, rule);
    String name = expected == LuaLexer.NAME ? "'<name>'" : quoted(expected);
    switch (expected) {
      case Token.EOF, LuaLexer.END, LuaLexer.UNTIL -> {
        if (startsStatement(rule, found)) {
          return "unexpected symbol";
        }
        if (expected == Token.EOF) {
          return "'<eof>' expected";
        }
        Token open = opening(rule);
        return LuaSyntax.closing(name, quoted(open.getType()), open, found);
      }
      case LuaLexer.RIGHT_PAREN -> {
        if (rule.getRuleIndex() != LuaParser.RULE_functionBody) {
          return LuaSyntax.closing(name, "'('", rule.getStart(), found);
        }
      }
      case LuaLexer.RIGHT_BRACE -> {
        return LuaSyntax.closing(name, "'{'", rule.getStart(), found);
      }
      default -> {}
    }
    return name + " expected";
  }

  /**
   * The token to name where several could follow: the one that Lua asks for, which is the one that
   * ends the construct.
   */
  private static int expectedToken(Parser parser, ParserRuleContext rule) {
    var expected = parser.getExpectedTokens();
    int[] closers = {
      LuaLexer.END, LuaLexer.UNTIL, LuaLexer.RIGHT_PAREN, LuaLexer.RIGHT_BRACE, LuaLexer.THEN,
      LuaLexer.DO, LuaLexer.RIGHT_BRACKET, LuaLexer.IN, LuaLexer.ASSIGN, LuaLexer.LEFT_PAREN
    };
    if (rule instanceof LuaParser.ChunkContext) {
      return Token.EOF;
    }
    for (int closer : closers) {
      if (expected.contains(closer)) {
        return closer;
      }
    }
    return expected.getMinElement();
  }

  /**
   * Whether Lua would read the token as the beginning of a statement: it does so inside a block
   * unless a return or break ended the block, or the token is one that ends blocks.
   */
  private static boolean startsStatement(ParserRuleContext rule, Token found) {
    switch (found.getType()) {
      case Token.EOF, LuaLexer.ELSE, LuaLexer.ELSEIF, LuaLexer.END, LuaLexer.UNTIL -> {
        return false;
      }
      default -> {}
    }
    ParserRuleContext last = null;
    for (int i = 0; i < rule.getChildCount(); i++) {
      if (rule.getChild(i) instanceof ParserRuleContext context) {
        last = context;
      }
    }
    if (last instanceof LuaParser.LoopBodyContext body) {
      last = body.block();
    }
    if (last instanceof LuaParser.ElseIfContext elseIf) {
      last = elseIf.block();
    }
    return !(last instanceof LuaParser.BlockContext block) || block.lastStatement() == null;
  }

  /** The keyword that the block of {@code rule} began with. */
  private static Token opening(ParserRuleContext rule) {
    if (rule instanceof LuaParser.FunctionBodyContext) {
      ParserRuleContext parent = rule.getParent();
      for (int i = 0; i < parent.getChildCount(); i++) {
        if (parent.getChild(i) instanceof TerminalNode terminal
            && terminal.getSymbol().getType() == LuaLexer.FUNCTION) {
          return terminal.getSymbol();
        }
      }
    }
    return rule.getStart();
  }

  private static String quoted(int token) {
    String literal = LuaLexer.VOCABULARY.getLiteralName(token);
    return literal != null ? literal : LuaLexer.VOCABULARY.getDisplayName(token);
  }
}
