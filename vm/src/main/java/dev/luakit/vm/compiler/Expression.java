package dev.luakit.vm.compiler;

import dev.luakit.grammar.LuaParser.FunctionBodyContext;
import dev.luakit.grammar.LuaParser.SuffixedExpressionContext;
import dev.luakit.grammar.LuaParser.TableConstructorContext;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** An expression with its operators' precedence resolved; see {@link Precedence}. */
sealed interface Expression {
  /** nil, a boolean, a number or a string. */
  record Constant(Object value) implements Expression {}

  /** {@code ...}. */
  record Vararg(Token token) implements Expression {}

  /** An anonymous function. */
  record Function(FunctionBodyContext body) implements Expression {}

  /** A table constructor. */
  record Table(TableConstructorContext constructor) implements Expression {}

  /**
   * A name or a parenthesized expression, and the first {@code suffixes} of the indexes and calls
   * behind it.
   */
  record Suffixed(SuffixedExpressionContext tree, int suffixes) implements Expression {}

  /** {@code not}, {@code -} or {@code #}. */
  record Unary(Token operator, Expression operand, Token end) implements Expression {}

  /** Two or more operands joined by {@code and}, or by {@code or}. */
  record Logic(boolean and, List<Expression> operands) implements Expression {}

  /** A binary operation; in a chain of the same precedence the left operand is the longer one. */
  record Binary(Token operator, Expression left, Expression right, Token end)
      implements Expression {}

  /** Two or more operands joined by {@code ..}. */
  record Concat(List<Expression> operands, Token end) implements Expression {}
}
