package dev.luakit.grammar.format;

import dev.luakit.grammar.LuaLexer;
import dev.luakit.grammar.LuaParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Table constructors: on one line, or with a line for each field. The latter where they don't fit,
 * and where they were so: the first field was on another line than the brace, or each row of a
 * matrix on its own. A list of words, as of numbers, keeps several on a line where they were so.
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
    List<LuaParser.FieldContext> fields = table.field();
    boolean empty = fields.isEmpty();
    if (empty && tokens.isEmptyBetween(table.LEFT_BRACE().getSymbol(), close)) {
      Doc open = tokens.of(table.LEFT_BRACE());
      return Doc.group(Doc.sequence(open, tokens.of(table.RIGHT_BRACE())));
    }
    Doc open = tokens.of(table.LEFT_BRACE());
    List<Doc> parts = new ArrayList<>();
    boolean opened = !empty && startsLine(fields.getFirst()) || isMatrix(fields);
    boolean rows = opened && hasRows(fields);
    List<Doc> row = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      LuaParser.FieldContext field = fields.get(i);
      Token separator = separator(table, i);
      blocks.moveComment(field, separator == null ? field.getStop() : separator);
      if (rows && !startsLine(field)) {
        row.add(Doc.LINE);
      } else {
        boolean blank = i > 0 && tokens.comments().startsBlank(field.getStart());
        parts.add(new Doc.Break(Doc.Break.Kind.SPACE, blank));
        parts.add(tokens.before(field.getStart()));
      }
      row.add(field(field));
      boolean last = i == fields.size() - 1;
      if (!last) {
        row.add(separated(Doc.text(","), separator));
      }
      if (last || !rows || startsLine(fields.get(i + 1))) {
        Doc content = Doc.sequence(row);
        parts.add(rows ? Doc.group(content) : content);
        row.clear();
      }
      if (last) {
        parts.add(separated(new Doc.IfBroken(","), separator));
      }
    }
    parts.add(comments(close, !empty));
    Doc content =
        Doc.sequence(
            open, Doc.indent(Doc.sequence(parts)), Doc.LINE, tokens.of(table.RIGHT_BRACE()));
    return Doc.group(content, opened || content.traits().multiline());
  }

  /** What stands behind a field, or null. */
  private static Token separator(LuaParser.TableConstructorContext table, int field) {
    int behind = 2 * field + 2;
    boolean brace = behind == table.getChildCount() - 1;
    return brace ? null : ((TerminalNode) table.getChild(behind)).getSymbol();
  }

  private boolean startsLine(LuaParser.FieldContext field) {
    return tokens.comments().startsLine(field.getStart());
  }

  /** Whether all fields are tables, and each but the first begins a line. */
  private boolean isMatrix(List<LuaParser.FieldContext> fields) {
    for (int i = 0; i < fields.size(); i++) {
      LuaParser.FieldContext field = fields.get(i);
      boolean isTable = field.ASSIGN() == null && field.getStart().getType() == LuaLexer.LEFT_BRACE;
      if (!isTable || i > 0 && !startsLine(field)) {
        return false;
      }
    }
    return fields.size() > 1;
  }

  /** Whether a table is a list of words that has several lines, and several words on some. */
  private boolean hasRows(List<LuaParser.FieldContext> fields) {
    int rows = 0;
    for (LuaParser.FieldContext field : fields) {
      int tokens = field.getStop().getTokenIndex() - field.getStart().getTokenIndex();
      if (field.ASSIGN() != null || tokens > 1) { // two for a number with its sign
        return false;
      }
      rows += startsLine(field) ? 1 : 0;
    }
    return rows > 1 && rows < fields.size();
  }

  /** A comma; the comments around what it stands for are written behind it. */
  private Doc separated(Doc comma, Token separator) {
    return separator == null
        ? comma
        : Doc.sequence(comma, tokens.before(separator), tokens.behind(separator));
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
