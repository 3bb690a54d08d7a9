package dev.luakit.vm.compiler;

import dev.luakit.grammar.LuaLexer;
import dev.luakit.grammar.LuaParser.ExpressionContext;
import dev.luakit.grammar.LuaParser.SimpleExpressionContext;
import dev.luakit.grammar.LuaParser.SuffixedExpressionContext;
import dev.luakit.grammar.OperatorPriority;
import dev.luakit.grammar.StringLiteral;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Gives the flat list of operands and operators that the grammar reads its structure. */
final class Precedence {
  private final ExpressionContext tree;
  private int position;

  private Precedence(ExpressionContext tree) {
    this.tree = tree;
  }

  static Expression resolve(ExpressionContext tree) {
    return tree.getChildCount() == 1
        ? simple((SimpleExpressionContext) tree.getChild(0))
        : new Precedence(tree).binary(0);
  }

  /** An operand and all operators that bind tighter than {@code limit}. */
  private Expression binary(int limit) {
    Expression left = unary();
    while (position < tree.getChildCount()) {
      Token operator = token(position);
      int priority = OperatorPriority.left(operator.getType());
      if (priority <= limit) {
        break;
      }
      left =
          switch (operator.getType()) {
            case LuaLexer.AND, LuaLexer.OR, LuaLexer.CONCAT -> list(left, operator, priority);
            default -> operation(left, operator);
          };
    }
    return left;
  }

  private Expression operation(Expression left, Token operator) {
    position++;
    Expression right = binary(OperatorPriority.right(operator.getType()));
    return new Expression.Binary(operator, left, right, lastToken());
  }

  /** Operands joined by one operator, which need no order among themselves. */
  private Expression list(Expression first, Token operator, int priority) {
    List<Expression> operands = new ArrayList<>();
    operands.add(first);
    while (position < tree.getChildCount() && token(position).getType() == operator.getType()) {
      position++;
      operands.add(binary(priority));
    }
    return operator.getType() == LuaLexer.CONCAT
        ? new Expression.Concat(operands, lastToken())
        : new Expression.Logic(operator.getType() == LuaLexer.AND, operands);
  }

  private Expression unary() {
    if (!(tree.getChild(position) instanceof TerminalNode)) {
      return simple((SimpleExpressionContext) tree.getChild(position++));
    }
    Token operator = token(position++);
    Expression operand = binary(OperatorPriority.UNARY);
    Expression bare = withoutParentheses(operand);
    if (operator.getType() == LuaLexer.MINUS
        && bare instanceof Expression.Constant(Double number)) {
      return new Expression.Constant(-number);
    }
    if (operator.getType() == LuaLexer.NOT && bare instanceof Expression.Constant(Object value)) {
      return new Expression.Constant(!LuaState.isTrue(value));
    }
    return new Expression.Unary(operator, operand, lastToken());
  }

  private static Expression withoutParentheses(Expression expression) {
    return expression instanceof Expression.Suffixed(SuffixedExpressionContext tree, int suffixes)
            && suffixes == 0
            && tree.expression() != null
        ? withoutParentheses(resolve(tree.expression()))
        : expression;
  }

  private Token token(int child) {
    return ((TerminalNode) tree.getChild(child)).getSymbol();
  }

  private Token lastToken() {
    return ((SimpleExpressionContext) tree.getChild(position - 1)).getStop();
  }

  private static Expression simple(SimpleExpressionContext tree) {
    Token token = tree.getStart();
    return switch (token.getType()) {
      case LuaLexer.NUMBER -> new Expression.Constant(Numbers.parse(token.getText()));
      case LuaLexer.STRING ->
          new Expression.Constant(StringLiteral.decode(token.getText()).intern());
      case LuaLexer.NIL -> new Expression.Constant(null);
      case LuaLexer.TRUE -> new Expression.Constant(Boolean.TRUE);
      case LuaLexer.FALSE -> new Expression.Constant(Boolean.FALSE);
      case LuaLexer.ELLIPSIS -> new Expression.Vararg(token);
      case LuaLexer.FUNCTION -> new Expression.Function(tree.functionBody());
      case LuaLexer.LEFT_BRACE -> new Expression.Table(tree.tableConstructor());
      default ->
          new Expression.Suffixed(
              tree.suffixedExpression(), tree.suffixedExpression().suffix().size());
    };
  }
}
