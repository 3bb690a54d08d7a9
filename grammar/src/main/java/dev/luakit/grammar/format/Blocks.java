package dev.luakit.grammar.format;

import dev.luakit.grammar.LuaLexer;
import dev.luakit.grammar.LuaParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Statements: each on lines of its own, those within others indented. */
final class Blocks {
  private final Tokens tokens;
  private final Expressions expressions;

  Blocks(Tokens tokens) {
    this.tokens = tokens;
    this.expressions = new Expressions(tokens, this);
  }

  Doc chunk(LuaParser.ChunkContext chunk) {
    boolean blank = tokens.comments().startsBlank(chunk.getStart());
    Doc content = content(chunk.block(), chunk.EOF().getSymbol());
    return blank ? Doc.sequence(Doc.BLANK_LINE, content) : content;
  }

  /**
   * A block and what ends it.
   *
   * @param close the keyword behind the block
   */
  Doc closed(LuaParser.BlockContext block, TerminalNode close) {
    return isEmpty(block, close)
        ? Doc.sequence(Doc.SPACE, tokens.of(close))
        : Doc.sequence(body(block, close), Doc.HARD_LINE, tokens.of(close));
  }

  private boolean isEmpty(LuaParser.BlockContext block, TerminalNode close) {
    return block.getChildCount() == 0 && tokens.comments().before(close.getSymbol()).isEmpty();
  }

  private Doc body(LuaParser.BlockContext block, TerminalNode close) {
    return isEmpty(block, close)
        ? Doc.EMPTY
        : Doc.indent(Doc.HARD_LINE, content(block, close.getSymbol()));
  }

  /** The statements of a block, and the comments before what closes it. */
  private Doc content(LuaParser.BlockContext block, Token close) {
    List<Doc> parts = new ArrayList<>();
    int children = block.getChildCount();
    for (int i = 0; i < children; i++) {
      ParseTree child = block.getChild(i);
      if (child instanceof TerminalNode semicolon) {
        boolean needed =
            i + 1 < children && startsWithParenthesis((ParserRuleContext) block.getChild(i + 1));
        parts.add(needed ? tokens.of(semicolon) : tokens.of(semicolon.getSymbol(), Doc.EMPTY));
        continue;
      }
      ParserRuleContext statement = (ParserRuleContext) child;
      Token start = statement.getStart();
      boolean ended = i + 1 < children && block.getChild(i + 1) instanceof TerminalNode;
      moveComment(
          statement,
          ended ? ((TerminalNode) block.getChild(i + 1)).getSymbol() : statement.getStop());
      if (!parts.isEmpty()) {
        parts.add(tokens.lineBefore(start));
      }
      parts.add(tokens.before(start));
      parts.add(
          statement instanceof LuaParser.LastStatementContext last
              ? lastStatement(last)
              : statement((ParserRuleContext) statement.getChild(0)));
    }
    for (Comment comment : tokens.comments().takeBefore(close)) {
      boolean blank = !parts.isEmpty() && comment.blankBefore();
      parts.add(new Doc.CommentLine(comment.text(), blank));
    }
    return Doc.sequence(parts);
  }

  /**
   * A comment behind the line that a statement or a field is on goes behind the beginning of the
   * first block that gets lines of its own: behind {@code end} it would be far from what it is
   * about.
   *
   * @param end the last token of the statement or field, or what separates it from the next one
   */
  void moveComment(ParserRuleContext tree, Token end) {
    if (tokens.comments().behind(end).isEmpty()) {
      return;
    }
    LuaParser.BlockContext block = firstBlock(tree);
    if (block != null) {
      tokens.comments().moveToHead(tree.getStart(), end, block.getStart());
    }
  }

  /** The first block with statements, null if there is none. */
  private static LuaParser.BlockContext firstBlock(ParseTree tree) {
    if (tree instanceof LuaParser.BlockContext block && block.getChildCount() > 0) {
      return block;
    }
    for (int i = 0; i < tree.getChildCount(); i++) {
      LuaParser.BlockContext found = firstBlock(tree.getChild(i));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Such a statement would be taken for the arguments of what is before it. */
  private static boolean startsWithParenthesis(ParserRuleContext statement) {
    return statement.getStart().getType() == LuaLexer.LEFT_PAREN;
  }

  private Doc lastStatement(LuaParser.LastStatementContext last) {
    if (last.BREAK() != null) {
      return tokens.of(last.BREAK());
    }
    return last.expressionList() == null
        ? tokens.of(last.RETURN())
        : Doc.sequence(tokens.of(last.RETURN()), expressions.behind(last.expressionList()));
  }

  private Doc statement(ParserRuleContext statement) {
    return switch (statement) {
      case LuaParser.DoStatementContext it ->
          Doc.sequence(tokens.of(it.DO()), closed(it.block(), it.END()));
      case LuaParser.WhileStatementContext it ->
          Doc.sequence(
              expressions.condition(it.WHILE(), it.expression(), it.DO()),
              closed(it.loopBody().block(), it.END()));
      case LuaParser.RepeatStatementContext it ->
          Doc.sequence(
              tokens.of(it.REPEAT()),
              closed(it.loopBody().block(), it.UNTIL()),
              Doc.SPACE,
              expressions.of(it.expression()));
      case LuaParser.IfStatementContext it -> ifStatement(it);
      case LuaParser.ForStatementContext it -> forStatement(it);
      case LuaParser.FunctionStatementContext it -> functionStatement(it);
      case LuaParser.LocalStatementContext it -> localStatement(it);
      case LuaParser.ExpressionStatementContext it -> expressionStatement(it);
      default -> throw new AssertionError(statement);
    };
  }

  private Doc ifStatement(LuaParser.IfStatementContext it) {
    List<Doc> parts = new ArrayList<>();
    parts.add(expressions.condition(it.IF(), it.expression(), it.THEN()));
    LuaParser.BlockContext block = it.block(0);
    for (LuaParser.ElseIfContext branch : it.elseIf()) {
      parts.add(branch(block, branch.ELSEIF()));
      parts.add(expressions.condition(branch.ELSEIF(), branch.expression(), branch.THEN()));
      block = branch.block();
    }
    if (it.ELSE() == null && it.elseIf().isEmpty()) {
      parts.add(closed(block, it.END()));
      return Doc.sequence(parts);
    }
    if (it.ELSE() != null) {
      parts.add(branch(block, it.ELSE()));
      parts.add(tokens.of(it.ELSE()));
      block = it.block(1);
    }
    parts.add(body(block, it.END()));
    parts.add(Doc.HARD_LINE);
    parts.add(tokens.of(it.END()));
    return Doc.sequence(parts);
  }

  /** What is done in one case, up to the line with the keyword that begins the next one. */
  private Doc branch(LuaParser.BlockContext block, TerminalNode next) {
    List<Comment> about =
        block.getChildCount() == 0 ? List.of() : tokens.comments().takeAligned(next.getSymbol());
    List<Doc> parts = new ArrayList<>();
    parts.add(body(block, next));
    for (Comment comment : about) {
      parts.add(new Doc.CommentLine(comment.text(), comment.blankBefore()));
    }
    parts.add(Doc.HARD_LINE);
    return Doc.sequence(parts);
  }

  private Doc forStatement(LuaParser.ForStatementContext it) {
    List<Doc> parts = new ArrayList<>();
    parts.add(tokens.of(it.FOR()));
    parts.add(Doc.SPACE);
    LuaParser.NumericRangeContext range = it.numericRange();
    Doc last = Doc.SPACE;
    if (range != null) {
      parts.add(tokens.of(it.NAME(0)));
      parts.add(Doc.SPACE);
      parts.add(tokens.of(range.ASSIGN()));
      for (int i = 0; i < range.expression().size(); i++) {
        if (i > 0) {
          parts.add(tokens.of(range.COMMA(i - 1)));
        }
        parts.add(Doc.SPACE);
        parts.add(expressions.of(range.expression(i)));
      }
    } else {
      parts.add(names(it.NAME(), it.COMMA()));
      parts.add(Doc.SPACE);
      parts.add(tokens.of(it.IN()));
      Doc values = expressions.behind(it.expressionList());
      parts.add(values);
      last = values.traits().hanging() ? Doc.HARD_LINE : Doc.SPACE;
    }
    parts.add(last);
    parts.add(tokens.of(it.DO()));
    parts.add(closed(it.loopBody().block(), it.END()));
    return Doc.sequence(parts);
  }

  private Doc names(List<TerminalNode> names, List<TerminalNode> commas) {
    List<Doc> others = new ArrayList<>();
    Doc first = tokens.of(names.getFirst());
    for (int i = 1; i < names.size(); i++) {
      others.add(tokens.of(commas.get(i - 1)));
      others.add(Doc.LINE);
      others.add(tokens.of(names.get(i)));
    }
    return Doc.group(Doc.sequence(first, Doc.indent(Doc.sequence(others))));
  }

  private Doc functionStatement(LuaParser.FunctionStatementContext it) {
    List<Doc> parts = new ArrayList<>();
    parts.add(tokens.of(it.FUNCTION()));
    parts.add(Doc.SPACE);
    for (int i = 1; i < it.getChildCount() - 1; i++) {
      parts.add(tokens.of((TerminalNode) it.getChild(i)));
    }
    parts.add(expressions.functionBody(it.functionBody()));
    return Doc.sequence(parts);
  }

  private Doc localStatement(LuaParser.LocalStatementContext it) {
    Doc local = Doc.sequence(tokens.of(it.LOCAL()), Doc.SPACE);
    if (it.FUNCTION() != null) {
      return Doc.sequence(
          local,
          tokens.of(it.FUNCTION()),
          Doc.SPACE,
          tokens.of(it.NAME(0)),
          expressions.functionBody(it.functionBody()));
    }
    Doc names = names(it.NAME(), it.COMMA());
    return it.ASSIGN() == null
        ? Doc.sequence(local, names)
        : Doc.sequence(local, names, assigned(it.ASSIGN(), it.expressionList()));
  }

  private Doc expressionStatement(LuaParser.ExpressionStatementContext it) {
    List<Doc> parts = new ArrayList<>();
    for (int i = 0; i < it.suffixedExpression().size(); i++) {
      if (i > 0) {
        parts.add(tokens.of(it.COMMA(i - 1)));
        parts.add(Doc.SPACE);
      }
      parts.add(expressions.suffixed(it.suffixedExpression(i)));
    }
    if (it.ASSIGN() != null) {
      parts.add(assigned(it.ASSIGN(), it.expressionList()));
    }
    return Doc.sequence(parts);
  }

  private Doc assigned(TerminalNode assign, LuaParser.ExpressionListContext values) {
    return Doc.sequence(Doc.SPACE, tokens.of(assign), expressions.behind(values));
  }
}
