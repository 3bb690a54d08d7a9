package dev.luakit.grammar;

import java.util.Arrays;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The rules of Lua's syntax that are not context-free; each is checked where Lua checks it. */
abstract class LuaSyntax extends Parser {
  /** LUAI_MAXCCALLS of the reference implementation: levels of nested syntax. */
  static final int USUAL_LEVELS = 200;

  private int mostLevels = USUAL_LEVELS;
  private int level;

  /** At the level of an operator's right operand that operator's priority, elsewhere 0. */
  private byte[] operators = new byte[USUAL_LEVELS + 1];

  /** Loops around the current statement, within the current function. */
  private int loops;

  /** Whether the current function takes variable arguments; a chunk does. */
  private boolean vararg = true;

  private OuterFunction outer;

  /** What {@link #leaveFunction} restores. */
  private record OuterFunction(int loops, boolean vararg, OuterFunction outer) {}

  protected LuaSyntax(TokenStream input) {
    super(input);
  }

  /** Sets how many levels of syntax may be within each other. */
  final void setMostLevels(int most) {
    mostLevels = most;
  }

  protected final void enterLevel() {
    enterLevel(0);
  }

  private void enterLevel(int operator) {
    if (++level > mostLevels) {
      Token token = _input.LT(1);
      String tooMany = mostLevels == USUAL_LEVELS ? "too many" : "more than " + mostLevels;
      throw new LuaSyntaxException(
          "chunk has " + tooMany + " syntax levels",
          token.getLine(),
          token.getCharPositionInLine() + 1);
    }
    if (level == operators.length) {
      operators = Arrays.copyOf(operators, 2 * level);
    }
    operators[level] = (byte) operator;
  }

  protected final void enterUnaryOperand() {
    enterLevel(OperatorPriority.UNARY);
  }

  /** After a binary operator, which ends the operands of those before it that bind tighter. */
  protected final void enterRightOperand() {
    int operator = _input.LA(-1);
    while (operators[level] >= OperatorPriority.left(operator)) {
      level--;
    }
    enterLevel(OperatorPriority.right(operator));
  }

  protected final void leaveExpression() {
    while (operators[level] > 0) {
      level--;
    }
    level--;
  }

  protected final void leaveLevel() {
    level--;
  }

  protected final void enterLoop() {
    loops++;
  }

  protected final void leaveLoop() {
    loops--;
  }

  protected final void enterFunction(ParserRuleContext function) {
    outer = new OuterFunction(loops, vararg, outer);
    loops = 0;
    LuaParser.ParametersContext parameters =
        ((LuaParser.FunctionBodyContext) function).parameters();
    vararg =
        parameters != null
            && parameters.parameter(parameters.parameter().size() - 1).ELLIPSIS() != null;
  }

  protected final void leaveFunction() {
    loops = outer.loops();
    vararg = outer.vararg();
    outer = outer.outer();
  }

  protected final void checkBreak() {
    if (loops == 0) {
      throw error("no loop to break", _input.LT(1));
    }
  }

  /** What follows a return is its values, or the end of the block. */
  protected final void checkReturn() {
    switch (_input.LA(1)) {
      case Token.EOF,
          LuaLexer.SEMICOLON,
          LuaLexer.ELSE,
          LuaLexer.ELSEIF,
          LuaLexer.END,
          LuaLexer.UNTIL -> {}
      default -> {
        if (!startsExpression(_input.LA(1))) {
          throw error("unexpected symbol", _input.LT(1));
        }
      }
    }
  }

  private static boolean startsExpression(int token) {
    return switch (token) {
      case LuaLexer.NAME,
          LuaLexer.NUMBER,
          LuaLexer.STRING,
          LuaLexer.NIL,
          LuaLexer.TRUE,
          LuaLexer.FALSE,
          LuaLexer.ELLIPSIS,
          LuaLexer.FUNCTION,
          LuaLexer.LEFT_BRACE,
          LuaLexer.LEFT_PAREN,
          LuaLexer.NOT,
          LuaLexer.HASH,
          LuaLexer.MINUS ->
          true;
      default -> false;
    };
  }

  protected final void checkVararg() {
    if (!vararg) {
      throw error("cannot use '...' outside a vararg function", _input.LT(-1));
    }
  }

  protected final void checkLastParameter() {
    if (_input.LA(1) == LuaLexer.COMMA) {
      throw error("')' expected", _input.LT(1));
    }
  }

  /** What follows a separator is a field, or the end of the constructor. */
  protected final void checkField() {
    switch (_input.LA(1)) {
      case LuaLexer.LEFT_BRACKET, LuaLexer.RIGHT_BRACE -> {}
      default -> {
        if (!startsExpression(_input.LA(1))) {
          throw error("unexpected symbol", _input.LT(1));
        }
      }
    }
  }

  protected final void checkFieldName(ParserRuleContext field) {
    ParseTree key = field.getChild(0);
    while (key.getChildCount() == 1) {
      key = key.getChild(0);
    }
    if (!isToken(key, LuaLexer.NAME)) {
      Token open = field.getParent().getStart();
      throw error(closing("'}'", "'{'", open, _input.LT(1)), _input.LT(1));
    }
  }

  /** A call whose parenthesis is on a new line may be meant as a statement of its own. */
  protected final void checkCall() {
    Token previous = _input.LT(-1);
    if (lastLine(previous) != _input.LT(1).getLine() && !beginsField(previous)) {
      throw error("ambiguous syntax (function call x new statement)", _input.LT(1));
    }
  }

  /**
   * Whether a token is the first one of a constructor's field. If it is a name, Lua has looked at
   * the token behind it, which may be {@code =}, and takes both to be on one line.
   */
  private boolean beginsField(Token token) {
    ParserRuleContext context = _ctx;
    while (context != null && !(context instanceof LuaParser.FieldContext)) {
      context = context.getParent();
    }
    return context != null && context.getStart() == token;
  }

  /** After the first operand of a statement: a call ends it, anything else must be assigned to. */
  protected final void checkStatement(ParserRuleContext statement) {
    int next = _input.LA(1);
    boolean assigned = next == LuaLexer.ASSIGN || next == LuaLexer.COMMA;
    if (isCall(statement.getChild(0))) {
      if (assigned) {
        throw error("unexpected symbol", _input.LT(1));
      }
      return;
    }
    checkTarget(statement);
    if (!assigned) {
      throw error("'=' expected", _input.LT(1));
    }
  }

  /** The operand that was just read must be a variable or an indexed value. */
  protected final void checkTarget(ParserRuleContext statement) {
    ParseTree target = statement.getChild(statement.getChildCount() - 1);
    boolean parenthesized =
        target.getChildCount() == 3 && isToken(target.getChild(0), LuaLexer.LEFT_PAREN);
    if (parenthesized || isCall(target)) {
      throw error("syntax error", _input.LT(1));
    }
  }

  private static boolean isCall(ParseTree suffixed) {
    ParseTree last = suffixed.getChild(suffixed.getChildCount() - 1);
    return last instanceof LuaParser.SuffixContext suffix && suffix.arguments() != null;
  }

  private static boolean isToken(ParseTree tree, int type) {
    return tree instanceof TerminalNode terminal && terminal.getSymbol().getType() == type;
  }

  /** What Lua says where {@code open} is not closed; it names the line if that is another one. */
  static String closing(String close, String opening, Token open, Token found) {
    return open.getLine() == found.getLine()
        ? close + " expected"
        : close + " expected (to close " + opening + " at line " + open.getLine() + ")";
  }

  static LuaSyntaxException error(String message, Token near) {
    int line = lastLine(near);
    int column = line == near.getLine() ? near.getCharPositionInLine() + 1 : 1;
    return new LuaSyntaxException(message + near(near), line, column);
  }

  private static String near(Token token) {
    String text = token.getText();
    return switch (token.getType()) {
      case Token.EOF -> " near '<eof>'";
      case LuaLexer.STRING -> " near '" + StringLiteral.asRead(text) + "'";
      case LuaLexer.OTHER -> {
        char c = text.charAt(0);
        if (c == 0) {
          // To C there is no text.
          yield "";
        }
        yield c < ' ' || c == 0x7F ? " near 'char(" + (int) c + ")'" : " near '" + c + "'";
      }
      default -> " near '" + text + "'";
    };
  }

  /** The line that a token ends on: only strings span several. */
  private static int lastLine(Token token) {
    int line = token.getLine();
    if (token.getType() == LuaLexer.STRING) {
      String text = token.getText();
      for (int i = 0; i < text.length(); i += Math.max(1, StringLiteral.lineBreak(text, i))) {
        if (StringLiteral.lineBreak(text, i) > 0) {
          line++;
        }
      }
    }
    return line;
  }
}
