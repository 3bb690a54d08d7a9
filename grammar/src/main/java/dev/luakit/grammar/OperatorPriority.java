package dev.luakit.grammar;

/** How tightly operators bind: those with a higher number first. */
public final class OperatorPriority {
  /** Of the operators that stand before their operand. */
  public static final int UNARY = 8;

  private OperatorPriority() {}

  /**
   * The priority of a binary operator towards what stands to its left.
   *
   * @param operator the type of its token
   */
  public static int left(int operator) {
    return switch (operator) {
      case LuaLexer.OR -> 1;
      case LuaLexer.AND -> 2;
      case LuaLexer.LESS,
          LuaLexer.GREATER,
          LuaLexer.LESS_EQUAL,
          LuaLexer.GREATER_EQUAL,
          LuaLexer.NOT_EQUAL,
          LuaLexer.EQUAL ->
          3;
      case LuaLexer.CONCAT -> 5;
      case LuaLexer.PLUS, LuaLexer.MINUS -> 6;
      case LuaLexer.STAR, LuaLexer.SLASH, LuaLexer.PERCENT -> 7;
      case LuaLexer.CARET -> 10;
      default -> throw new IllegalArgumentException(LuaLexer.VOCABULARY.getDisplayName(operator));
    };
  }

  /** The priority towards what stands to its right: a lower one makes it right associative. */
  public static int right(int operator) {
    boolean rightAssociative = operator == LuaLexer.CONCAT || operator == LuaLexer.CARET;
    return left(operator) - (rightAssociative ? 1 : 0);
  }
}
