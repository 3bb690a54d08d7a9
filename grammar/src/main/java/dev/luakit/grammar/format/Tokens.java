package dev.luakit.grammar.format;

import dev.luakit.grammar.LuaLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Tokens as they are written, with the comments around them. */
final class Tokens {
  private final Comments comments;

  Tokens(Comments comments) {
    this.comments = comments;
  }

  Comments comments() {
    return comments;
  }

  Doc of(TerminalNode node) {
    return of(node.getSymbol());
  }

  Doc of(Token token) {
    String text = token.getText();
    return of(token, Doc.text(token.getType() == LuaLexer.STRING ? Quotes.normalize(text) : text));
  }

  /** The comments of a token around something that stands for it. */
  Doc of(Token token, Doc text) {
    return Doc.sequence(before(token), text, behind(token));
  }

  /** The comments before a token, which then are not written with it. */
  Doc before(Token token) {
    List<Comment> list = comments.takeBefore(token);
    if (list.isEmpty()) {
      return Doc.EMPTY;
    }
    List<Doc> parts = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Comment comment = list.get(i);
      boolean blank = i > 0 && comment.blankBefore();
      if (comment.lastOnLine() && (comment.ownLine() || i > 0)) {
        parts.add(new Doc.CommentLine(comment.text(), blank));
      } else {
        if (blank) {
          parts.add(Doc.BLANK_LINE);
        }
        parts.add(new Doc.InlineComment(comment.text()));
        parts.add(Doc.SPACE);
      }
    }
    if (list.getLast().lastOnLine() && comments.isBlankBefore(token)) {
      parts.add(Doc.BLANK_LINE);
    }
    return Doc.sequence(parts);
  }

  /** The comments behind a token. */
  Doc behind(Token token) {
    return behind(comments.behind(token));
  }

  /** The comments at the end of a line that ends with an operator. */
  Doc behindLine(Token operator) {
    return behind(comments.takeBehindLine(operator));
  }

  private static Doc behind(List<Comment> list) {
    if (list.isEmpty()) {
      return Doc.EMPTY;
    }
    List<Doc> parts = new ArrayList<>();
    for (Comment comment : list) {
      if (comment.line()) {
        parts.add(new Doc.EndComment(comment.text()));
      } else {
        parts.add(Doc.SPACE);
        parts.add(new Doc.InlineComment(comment.text()));
      }
    }
    return Doc.sequence(parts);
  }

  /** The end of the line before something that begins with a token, and an empty line if one is. */
  Doc lineBefore(Token token) {
    return comments.startsBlank(token) ? Doc.BLANK_LINE : Doc.HARD_LINE;
  }

  /** Whether nothing but spaces is between two tokens. */
  boolean isEmptyBetween(Token open, Token close) {
    return comments.behind(open).isEmpty() && comments.before(close).isEmpty();
  }
}
