package dev.luakit.grammar.format;

import dev.luakit.grammar.LuaLexer;
import dev.luakit.grammar.LuaParser;
import dev.luakit.grammar.OperatorPriority;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Expressions: where they don't fit into a line, operators begin the next ones. */
final class Expressions {
  private final Tokens tokens;
  private final Blocks blocks;
  private final Tables tables;
  private final Chains chains;

  Expressions(Tokens tokens, Blocks blocks) {
    this.tokens = tokens;
    this.blocks = blocks;
    this.tables = new Tables(tokens, this, blocks);
    this.chains = new Chains(tokens, this, tables);
  }

  /** An expression, which is indented where it takes several lines. */
  Doc of(LuaParser.ExpressionContext expression) {
    return new Operation(expression).layout(true);
  }

  /** An expression in parentheses or the like, which are on other lines if it takes several. */
  private Doc enclosed(LuaParser.ExpressionContext expression) {
    return new Operation(expression).layout(false);
  }

  /** Whether an expression has operators between operands, before which a line may end. */
  private static boolean isOperation(LuaParser.ExpressionContext expression) {
    return expression.simpleExpression().size() > 1;
  }

  /** What is between the keywords that begin a statement with a condition. */
  Doc condition(TerminalNode open, LuaParser.ExpressionContext expression, TerminalNode close) {
    if (!isOperation(expression)) {
      return Doc.sequence(
          tokens.of(open), Doc.SPACE, enclosed(expression), Doc.SPACE, tokens.of(close));
    }
    Doc before = tokens.of(open);
    Doc content = enclosed(expression);
    boolean broken = content instanceof Doc.Group group && group.broken();
    return Doc.group(
        Doc.sequence(before, Doc.indent(Doc.LINE, content), Doc.LINE, tokens.of(close)), broken);
  }

  /** Expressions behind a keyword or an equals sign, with the space before them. */
  Doc behind(LuaParser.ExpressionListContext list) {
    Token start = list.getStart();
    for (Comment comment : tokens.comments().before(start)) {
      if (comment.lastOnLine()) {
        return Doc.indent(Doc.HARD_LINE, tokens.before(start), list(list));
      }
    }
    boolean several = list.expression().size() > 1;
    boolean returned = list.getParent() instanceof LuaParser.LastStatementContext;
    return several && !returned || isWord(list)
        ? Doc.group(Doc.indent(Doc.LINE, list(list)))
        : Doc.sequence(Doc.SPACE, list(list));
  }

  private static boolean isWord(LuaParser.ExpressionListContext list) {
    Token start = list.getStart();
    return start == list.getStop() && start.getType() != LuaLexer.LEFT_BRACE;
  }

  private Doc list(LuaParser.ExpressionListContext list) {
    if (list.expression().size() == 1) {
      return of(list.expression(0));
    }
    List<Doc> parts = new ArrayList<>();
    for (int i = 0; i < list.expression().size(); i++) {
      if (i > 0) {
        parts.add(tokens.of(list.COMMA(i - 1)));
        parts.add(Doc.LINE);
      }
      parts.add(of(list.expression(i)));
    }
    boolean returned = list.getParent() instanceof LuaParser.LastStatementContext;
    Doc content = Doc.sequence(parts);
    return Doc.group(returned ? Doc.indent(content) : content);
  }

  /** The operands of an expression and the operators between them. */
  private final class Operation {
    private final List<Doc> operands = new ArrayList<>();
    private final List<Token> operators = new ArrayList<>();
    private final List<Doc> signs = new ArrayList<>();

    Operation(LuaParser.ExpressionContext expression) {
      List<Doc> operand = new ArrayList<>();
      for (int i = 0; i < expression.getChildCount(); i++) {
        ParseTree child = expression.getChild(i);
        if (child instanceof LuaParser.SimpleExpressionContext simple) {
          operand.add(simple(simple));
          operands.add(Doc.sequence(operand));
          operand.clear();
        } else {
          Token operator = ((TerminalNode) child).getSymbol();
          if (operands.size() > operators.size()) {
            Doc ends = tokens.behindLine(operator);
            operands.add(Doc.sequence(operands.removeLast(), ends));
            operators.add(operator);
            signs.add(tokens.of(operator));
          } else {
            operand.add(tokens.of(operator));
            if (operator.getType() == LuaLexer.NOT) {
              operand.add(Doc.SPACE);
            }
          }
        }
      }
    }

    Doc layout(boolean indented) {
      return operators.isEmpty() ? operands.getFirst() : layout(0, operands.size() - 1, indented);
    }

    /** Some of the operands: lines end before the operators that bind them least. */
    private Doc layout(int first, int last, boolean indented) {
      if (first == last) {
        return operands.get(first);
      }
      int weakest = Integer.MAX_VALUE;
      for (int i = first; i < last; i++) {
        weakest = Math.min(weakest, OperatorPriority.left(operators.get(i).getType()));
      }
      List<Doc> parts = new ArrayList<>();
      Doc head = null;
      int start = first;
      for (int i = first; i <= last; i++) {
        if (i < last && OperatorPriority.left(operators.get(i).getType()) > weakest) {
          continue;
        }
        Doc part = layout(start, i, true);
        if (head == null) {
          head = part;
        } else {
          parts.add(part);
        }
        if (i < last) {
          parts.add(Doc.LINE);
          parts.add(signs.get(i));
          parts.add(Doc.SPACE);
        }
        start = i + 1;
      }
      Doc rest = indented ? Doc.indent(Doc.sequence(parts)) : Doc.sequence(parts);
      return Doc.group(Doc.sequence(head, rest));
    }
  }

  private Doc simple(LuaParser.SimpleExpressionContext simple) {
    if (simple.suffixedExpression() != null) {
      return suffixed(simple.suffixedExpression());
    }
    if (simple.tableConstructor() != null) {
      return tables.of(simple.tableConstructor());
    }
    if (simple.FUNCTION() != null) {
      return Doc.lines(
          Doc.sequence(tokens.of(simple.FUNCTION()), functionBody(simple.functionBody())));
    }
    return tokens.of((TerminalNode) simple.getChild(0));
  }

  Doc suffixed(LuaParser.SuffixedExpressionContext suffixed) {
    return chains.of(suffixed);
  }

  /** An expression in parentheses. */
  Doc parenthesized(TerminalNode open, LuaParser.ExpressionContext inner, TerminalNode close) {
    Doc before = tokens.of(open);
    Doc content = Doc.sequence(enclosed(inner), tokens.before(close.getSymbol()));
    return isOperation(inner) || content.traits().open()
        ? Doc.group(
            Doc.sequence(
                before, Doc.indent(Doc.SOFT_LINE, content), Doc.SOFT_LINE, tokens.of(close)))
        : Doc.sequence(before, content, tokens.of(close));
  }

  /** An expression in brackets, whose text must not begin another kind of bracket with them. */
  Doc bracketed(TerminalNode open, LuaParser.ExpressionContext inner, TerminalNode close) {
    boolean apart = inner.getStart().getText().startsWith("[");
    Doc space = apart ? Doc.SPACE : Doc.EMPTY;
    return Doc.sequence(tokens.of(open), space, of(inner), space, tokens.of(close));
  }

  /** A function's parameters, its statements, and its end. */
  Doc functionBody(LuaParser.FunctionBodyContext function) {
    Doc parameters = parameters(function);
    return Doc.lines(Doc.sequence(parameters, blocks.closed(function.block(), function.END())));
  }

  private Doc parameters(LuaParser.FunctionBodyContext function) {
    TerminalNode open = function.LEFT_PAREN();
    TerminalNode close = function.RIGHT_PAREN();
    List<Doc> parts = new ArrayList<>();
    Doc before = tokens.of(open);
    parts.add(Doc.SOFT_LINE);
    LuaParser.ParametersContext parameters = function.parameters();
    if (parameters != null) {
      for (int i = 0; i < parameters.parameter().size(); i++) {
        if (i > 0) {
          parts.add(tokens.of(parameters.COMMA(i - 1)));
          parts.add(Doc.LINE);
        }
        parts.add(tokens.of((TerminalNode) parameters.parameter(i).getChild(0)));
      }
    }
    parts.add(tokens.before(close.getSymbol()));
    return Doc.group(
        Doc.sequence(before, Doc.indent(Doc.sequence(parts)), Doc.SOFT_LINE, tokens.of(close)));
  }
}
