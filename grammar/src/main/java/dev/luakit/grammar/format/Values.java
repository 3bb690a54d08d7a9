package dev.luakit.grammar.format;

import dev.luakit.grammar.LuaParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;

/** The values behind an equals sign or a keyword, with the space before them. */
final class Values {
  private final Tokens tokens;
  private final Expressions expressions;

  Values(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  Doc of(LuaParser.ExpressionListContext list) {
    Token start = list.getStart();
    for (Comment comment : tokens.comments().before(start)) {
      if (comment.lastOnLine()) {
        Doc comments = tokens.before(start);
        return Doc.indent(Doc.HARD_LINE, comments, new Several(list).lines(false));
      }
    }
    ParserRuleContext statement = list.getParent();
    if (list.expression().size() > 1) {
      boolean returned = statement instanceof LuaParser.LastStatementContext;
      return new Several(list).layout(returned);
    }
    boolean assigned =
        statement instanceof LuaParser.LocalStatementContext
            || statement instanceof LuaParser.ExpressionStatementContext;
    Doc value = expressions.of(list.expression(0));
    return assigned && isUnbreakable(list)
        ? Doc.group(Doc.indent(Doc.LINE, value))
        : Doc.sequence(Doc.SPACE, value);
  }

  /** Values with commas between them. */
  private final class Several {
    private final List<Doc> values = new ArrayList<>();
    private final List<Doc> commas = new ArrayList<>();
    private final boolean isFirstOperation;
    private final Doc.Traits traits;

    Several(LuaParser.ExpressionListContext list) {
      List<Doc> all = new ArrayList<>();
      for (int i = 0; i < list.expression().size(); i++) {
        if (i > 0) {
          commas.add(tokens.of(list.COMMA(i - 1)));
          all.add(commas.getLast());
        }
        values.add(expressions.of(list.expression(i)));
        all.add(values.getLast());
      }
      isFirstOperation = Expressions.isOperation(list.expression(0));
      traits = Doc.Traits.of(all);
    }

    Doc layout(boolean returned) {
      boolean hanging = traits.hanging();
      if (traits.multiline() && !hanging && !traits.broken()) {
        // Tables and functions show where they end, and so the others may stand beside them.
        return Doc.sequence(Doc.SPACE, separated(Doc.SPACE, 0));
      }
      return returned
          ? Doc.sequence(Doc.SPACE, returned(hanging))
          : Doc.group(Doc.indent(Doc.LINE, lines(hanging)), hanging);
    }

    /** All on one line, or each on its own. */
    Doc lines(boolean broken) {
      return Doc.group(separated(Doc.LINE, 0), broken);
    }

    /** The first value is on the line of the keyword; where it goes on, that is indented more. */
    private Doc returned(boolean broken) {
      Doc first = values.getFirst();
      boolean goesOn = isFirstOperation || first.traits().hanging();
      Doc rest = Doc.indent(separated(Doc.LINE, 1));
      return Doc.group(Doc.sequence(goesOn ? Doc.indent(first) : first, rest), broken);
    }

    private Doc separated(Doc separator, int from) {
      List<Doc> parts = new ArrayList<>();
      for (int i = from; i < values.size(); i++) {
        if (i > 0) {
          parts.add(commas.get(i - 1));
          parts.add(separator);
        }
        parts.add(values.get(i));
      }
      return Doc.sequence(parts);
    }
  }

  /** Whether no line may end inside, so that one has to before it. */
  private static boolean isUnbreakable(ParseTree tree) {
    switch (tree) {
      case LuaParser.TableConstructorContext _, LuaParser.FunctionBodyContext _ -> {
        return false;
      }
      case LuaParser.ExpressionContext it when Expressions.isOperation(it) -> {
        return false;
      }
      case LuaParser.ArgumentsContext it when !isString(it) -> {
        return false;
      }
      case LuaParser.SuffixedExpressionContext it when calls(it) > 1 -> {
        return false;
      }
      default -> {}
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      if (!isUnbreakable(tree.getChild(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether arguments are none, or one string. */
  private static boolean isString(LuaParser.ArgumentsContext arguments) {
    LuaParser.ExpressionListContext list = arguments.expressionList();
    return list == null
        ? arguments.tableConstructor() == null
        : list.expression().size() == 1 && Arguments.isString(list.expression(0));
  }

  private static int calls(LuaParser.SuffixedExpressionContext chain) {
    int calls = 0;
    for (LuaParser.SuffixContext suffix : chain.suffix()) {
      calls += suffix.arguments() == null ? 0 : 1;
    }
    return calls;
  }
}
