package dev.luakit.grammar.format;

import dev.luakit.grammar.LuaParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Table constructors: on one line, or with a line for each field. The latter where they don't fit,
 * where they were so (the first field was on another line than the brace), and where a separator
 * behind the last field asks for it.
 */
final class Tables {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Blocks blocks;

  Tables(Tokens tokens, Expressions expressions, Blocks blocks) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.blocks = blocks;
  }

  Doc.Group of(LuaParser.TableConstructorContext table) {
    Token close = table.RIGHT_BRACE().getSymbol();
    boolean empty = table.field().isEmpty();
    if (empty && tokens.isEmptyBetween(table.LEFT_BRACE().getSymbol(), close)) {
      Doc open = tokens.of(table.LEFT_BRACE());
      return Doc.group(Doc.sequence(open, tokens.of(table.RIGHT_BRACE())));
    }
    Doc open = tokens.of(table.LEFT_BRACE());
    List<Doc> parts = new ArrayList<>();
    boolean opened = !empty && tokens.comments().startsLine(table.field(0).getStart());
    int last = table.getChildCount() - 1;
    for (int i = 1; i < last; i++) {
      ParseTree child = table.getChild(i);
      if (child instanceof TerminalNode separator) {
        opened |= i == last - 1;
        parts.add(separator(separator.getSymbol(), i == last - 1));
      } else {
        LuaParser.FieldContext field = (LuaParser.FieldContext) child;
        blocks.moveComment(
            field,
            i + 1 < last ? ((TerminalNode) table.getChild(i + 1)).getSymbol() : field.getStop());
        boolean blank = i > 1 && tokens.comments().startsBlank(field.getStart());
        parts.add(new Doc.Break(Doc.Break.Kind.SPACE, blank));
        parts.add(tokens.before(field.getStart()));
        parts.add(field(field));
        if (i == last - 1) {
          parts.add(new Doc.IfBroken(","));
        }
      }
    }
    parts.add(comments(close, !empty));
    Doc content =
        Doc.sequence(
            open, Doc.indent(Doc.sequence(parts)), Doc.LINE, tokens.of(table.RIGHT_BRACE()));
    return Doc.group(content, opened || content.traits().multiline());
  }

  /** A comma; the comments around a separator are written behind it. */
  private Doc separator(Token separator, boolean last) {
    Doc comma = last ? new Doc.IfBroken(",") : Doc.text(",");
    return Doc.sequence(comma, tokens.before(separator), tokens.behind(separator));
  }

  /** The comments before the closing brace. */
  private Doc comments(Token close, boolean fields) {
    if (tokens.comments().before(close).isEmpty()) {
      return Doc.EMPTY;
    }
    List<Doc> parts = new ArrayList<>();
    for (Comment comment : tokens.comments().takeBefore(close)) {
      boolean blank = (fields || !parts.isEmpty()) && comment.blankBefore();
      parts.add(new Doc.CommentLine(comment.text(), blank));
    }
    return Doc.sequence(parts);
  }

  private Doc field(LuaParser.FieldContext field) {
    if (field.ASSIGN() == null) {
      return expressions.of(field.expression(0));
    }
    boolean bracketed = field.LEFT_BRACKET() != null;
    Doc key =
        bracketed
            ? expressions.bracketed(
                field.LEFT_BRACKET(), field.expression(0), field.RIGHT_BRACKET())
            : expressions.of(field.expression(0));
    return Doc.sequence(
        key, Doc.SPACE, tokens.of(field.ASSIGN()), Doc.SPACE, expressions.of(field.expression(1)));
  }
}
