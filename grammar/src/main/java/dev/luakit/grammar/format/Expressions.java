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
  private final Values values;

  Expressions(Tokens tokens, Blocks blocks) {
    this.tokens = tokens;
    this.blocks = blocks;
    this.tables = new Tables(tokens, this, blocks);
    this.chains = new Chains(tokens, this, tables);
    this.values = new Values(tokens, this);
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
  static boolean isOperation(LuaParser.ExpressionContext expression) {
    return expression.simpleExpression().size() > 1;
  }

  /** What is between the keywords that begin a statement with a condition. */
  Doc condition(TerminalNode open, LuaParser.ExpressionContext expression, TerminalNode close) {
    Doc before = tokens.of(open);
    Doc content = enclosed(expression);
    boolean hanging = content.traits().hanging();
    if (!isOperation(expression) && !hanging) {
      return Doc.sequence(before, Doc.SPACE, content, Doc.SPACE, tokens.of(close));
    }
    Doc inner = Doc.indentBroken(Doc.sequence(Doc.LINE, content));
    return Doc.group(Doc.sequence(before, inner, Doc.LINE, tokens.of(close)), hanging);
  }

  /** Expressions behind a keyword or an equals sign, with the space before them. */
  Doc behind(LuaParser.ExpressionListContext list) {
    return values.of(list);
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
      Doc rest = Doc.sequence(parts);
      return Doc.operation(Doc.sequence(head, indented ? Doc.indentBroken(rest) : rest));
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
    boolean hanging = content.traits().hanging();
    if (!isOperation(inner) && !hanging && !content.traits().open()) {
      return Doc.sequence(before, content, tokens.of(close));
    }
    Doc lines = Doc.indentBroken(Doc.sequence(Doc.SOFT_LINE, content));
    return Doc.group(Doc.sequence(before, lines, Doc.SOFT_LINE, tokens.of(close)), hanging);
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
    LuaParser.ParametersContext parameters = function.parameters();
    if (parameters == null && tokens.comments().before(close.getSymbol()).isEmpty()) {
      return Doc.sequence(before, tokens.of(close));
    }
    parts.add(Doc.SOFT_LINE);
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
