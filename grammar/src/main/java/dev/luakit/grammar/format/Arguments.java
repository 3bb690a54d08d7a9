package dev.luakit.grammar.format;

import dev.luakit.grammar.LuaParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The arguments of calls. */
final class Arguments {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Tables tables;

  Arguments(Tokens tokens, Expressions expressions, Tables tables) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.tables = tables;
  }

  /**
   * The ways to lay out arguments.
   *
   * @param flat on one line, except for functions and tables that take several in any case
   * @param hugging the same with one table, which begins on the call's line, taking several; null
   *     where there is none
   * @param any the best of all that fit
   */
  record Layouts(Doc flat, Doc hugging, Doc any) {}

  Layouts of(LuaParser.ArgumentsContext arguments) {
    if (arguments.STRING() != null) {
      Doc string = Doc.sequence(Doc.SPACE, tokens.of(arguments.STRING()));
      return new Layouts(string, null, string);
    }
    if (arguments.tableConstructor() != null) {
      Doc.Group table = tables.of(arguments.tableConstructor());
      Doc flat = Doc.sequence(Doc.SPACE, table);
      return new Layouts(flat, Doc.sequence(Doc.SPACE, table.opened()), flat);
    }
    return new Parenthesized(arguments).layouts();
  }

  /** Arguments in parentheses. */
  private final class Parenthesized {
    private final List<LuaParser.ExpressionContext> list;
    private final List<Doc> values = new ArrayList<>();

    /** The values that are tables with fields; null for the others. */
    private final List<Doc.Group> tableValues = new ArrayList<>();

    private final List<Doc> commas = new ArrayList<>();
    private final Doc open;
    private final Doc comments;
    private final Doc close;

    Parenthesized(LuaParser.ArgumentsContext arguments) {
      open = tokens.of(arguments.LEFT_PAREN());
      LuaParser.ExpressionListContext expressionList = arguments.expressionList();
      list = expressionList == null ? List.of() : expressionList.expression();
      for (int i = 0; i < list.size(); i++) {
        if (i > 0) {
          commas.add(comma(expressionList.COMMA(i - 1)));
        }
        Doc.Group table = table(list.get(i));
        tableValues.add(table);
        values.add(table == null ? expressions.of(list.get(i)) : table);
      }
      Token end = arguments.RIGHT_PAREN().getSymbol();
      comments = tokens.before(end);
      close = tokens.of(end);
    }

    /** The comments around a comma are written behind it. */
    private Doc comma(TerminalNode comma) {
      Token token = comma.getSymbol();
      return Doc.sequence(Doc.text(","), tokens.before(token), tokens.behind(token));
    }

    Layouts layouts() {
      Doc content = flat(-1);
      if (content.traits().broken() || content.traits().hanging() || isMixed(-1)) {
        Doc expanded = Doc.lines(expanded());
        return new Layouts(expanded, null, expanded);
      }
      Doc flat = Doc.group(content);
      if (isNamedFunction()) {
        return new Layouts(flat, null, flat);
      }
      int hugged = hugged();
      Doc hugging = hugged < 0 || isMixed(hugged) ? null : flat(hugged);
      List<Doc> layouts = new ArrayList<>();
      layouts.add(flat);
      if (hugging != null) {
        layouts.add(hugging);
      }
      if (list.size() > 1 || list.size() == 1 && isWorthALine(list.getFirst())) {
        layouts.add(expanded());
      }
      return new Layouts(flat, hugging, Doc.choice(layouts));
    }

    /**
     * Whether arguments that take several lines would be hard to tell from the others, if each
     * began where the one before it ends. Tables and functions are not, one behind the other; nor
     * is what else takes several, if it is the last.
     *
     * @param hugged an argument that takes several lines in any case, or -1
     */
    private boolean isMixed(int hugged) {
      boolean seen = false;
      boolean parted = false;
      for (int i = 0; i < values.size(); i++) {
        if (i != hugged && !values.get(i).traits().multiline()) {
          parted = seen;
          continue;
        }
        boolean block = tableValues.get(i) != null || isFunction(list.get(i));
        if (parted || !block && (seen || i < values.size() - 1)) {
          return true;
        }
        seen = true;
      }
      return false;
    }

    /**
     * Whether this is what a function is for and the function: that stays a line, if a long one.
     */
    private boolean isNamedFunction() {
      return list.size() == 2
          && isString(list.getFirst())
          && isFunction(list.getLast())
          && list.getLast().simpleExpression(0).functionBody().parameters() == null;
    }

    /**
     * @param hugged the argument that takes several lines, or -1
     */
    private Doc flat(int hugged) {
      List<Doc> parts = new ArrayList<>();
      parts.add(open);
      for (int i = 0; i < values.size(); i++) {
        if (i > 0) {
          parts.add(commas.get(i - 1));
          parts.add(Doc.SPACE);
        }
        parts.add(i == hugged ? tableValues.get(i).opened() : values.get(i));
      }
      parts.add(comments);
      parts.add(close);
      return Doc.sequence(parts);
    }

    private Doc expanded() {
      List<Doc> parts = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        parts.add(Doc.HARD_LINE);
        parts.add(values.get(i));
        if (i < commas.size()) {
          parts.add(commas.get(i));
        }
      }
      if (values.isEmpty()) {
        parts.add(Doc.HARD_LINE);
      }
      parts.add(comments);
      return Doc.sequence(open, Doc.indent(Doc.sequence(parts)), Doc.HARD_LINE, close);
    }

    /** The last argument if it is a table, else the first of two if that is one, else -1. */
    private int hugged() {
      int last = values.size() - 1;
      if (last >= 0 && tableValues.get(last) != null) {
        return last;
      }
      return last == 1 && tableValues.getFirst() != null ? 0 : -1;
    }
  }

  /** The table that an argument is, if it has fields; null if it is something else. */
  private Doc.Group table(LuaParser.ExpressionContext argument) {
    LuaParser.TableConstructorContext table =
        argument.getChildCount() == 1 ? argument.simpleExpression(0).tableConstructor() : null;
    return table == null || table.field().isEmpty() ? null : tables.of(table);
  }

  /** Whether an argument gains from a line of its own where it is the only one. */
  private static boolean isWorthALine(LuaParser.ExpressionContext argument) {
    LuaParser.SimpleExpressionContext simple = argument.simpleExpression(0);
    return argument.getChildCount() > 1
        || simple.STRING() == null
            && simple.tableConstructor() == null
            && simple.FUNCTION() == null;
  }

  private static boolean isFunction(LuaParser.ExpressionContext argument) {
    return argument.getChildCount() == 1 && argument.simpleExpression(0).FUNCTION() != null;
  }

  static boolean isString(LuaParser.ExpressionContext argument) {
    return argument.getChildCount() == 1 && argument.simpleExpression(0).STRING() != null;
  }
}
