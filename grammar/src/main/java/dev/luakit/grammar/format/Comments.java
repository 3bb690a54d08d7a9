package dev.luakit.grammar.format;

import dev.luakit.grammar.LuaLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * The comments of a chunk, each given to the token that it is written with: to the one before it
 * where it is on that one's line, else to the one behind it.
 */
final class Comments {
  private final List<List<Comment>> before;
  private final List<List<Comment>> behind;
  private final boolean[] blankBefore;
  private final boolean[] startsLine;

  /**
   * @param tokens all tokens of the chunk and its comments, up to the end of the file; those of the
   *     parser are the same without comments, and have their indexes among these
   * @param lines how many lines are before the first token that don't belong to the program
   */
  Comments(List<? extends Token> tokens, int lines) {
    int count = 0;
    for (Token token : tokens) {
      count += token.getType() == LuaLexer.COMMENT ? 0 : 1;
    }
    before = new ArrayList<>(count);
    behind = new ArrayList<>(count);
    blankBefore = new boolean[count];
    startsLine = new boolean[count];
    int lastLine = lines;
    Token owner = null;
    List<Comment> pending = new ArrayList<>();
    List<Comment> trailing = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean first = owner == null && pending.isEmpty() && lines == 0;
      boolean blank = !first && token.getLine() - lastLine > 1;
      boolean ownLine = token.getLine() > lastLine;
      lastLine = endLine(token);
      if (token.getType() == LuaLexer.COMMENT) {
        boolean lastOnLine = isLastOnLine(tokens, i);
        Comment comment = comment(token, ownLine, lastOnLine, blank);
        boolean trails = owner != null && !ownLine && pending.isEmpty();
        if (comment.line() && !ownLine && tokens.get(i - 1).getType() == LuaLexer.COMMENT) {
          List<Comment> list = pending.isEmpty() ? trailing : pending;
          boolean touches = token.getStartIndex() == tokens.get(i - 1).getStopIndex() + 1;
          list.add(list.removeLast().with(comment, touches));
        } else if (trails && (endsLine(tokens, i) || closes(next(tokens, i)))) {
          trailing.add(comment);
        } else {
          pending.add(comment);
        }
      } else {
        int index = before.size();
        if (owner != null) {
          behind.add(List.copyOf(trailing));
        }
        before.add(List.copyOf(pending));
        blankBefore[index] = blank;
        startsLine[index] = owner == null || token.getLine() > endLine(owner);
        trailing.clear();
        pending.clear();
        owner = token;
      }
    }
    behind.add(List.of());
  }

  private static boolean isLastOnLine(List<? extends Token> tokens, int index) {
    Token next = tokens.get(index + 1);
    return next.getType() == Token.EOF || next.getLine() > endLine(tokens.get(index));
  }

  /** Whether only comments are between a comment and the end of its line. */
  private static boolean endsLine(List<? extends Token> tokens, int comment) {
    int i = comment;
    while (tokens.get(i).getType() == LuaLexer.COMMENT) {
      if (isLastOnLine(tokens, i)) {
        return true;
      }
      i++;
    }
    return false;
  }

  private static Token next(List<? extends Token> tokens, int index) {
    int i = index;
    while (tokens.get(i).getType() == LuaLexer.COMMENT) {
      i++;
    }
    return tokens.get(i);
  }

  /** Whether a comment before a token is rather about what is before the comment. */
  private static boolean closes(Token token) {
    return switch (token.getType()) {
      case LuaLexer.COMMA,
          LuaLexer.SEMICOLON,
          LuaLexer.RIGHT_PAREN,
          LuaLexer.RIGHT_BRACE,
          LuaLexer.RIGHT_BRACKET,
          LuaLexer.LEFT_PAREN,
          LuaLexer.DOT,
          LuaLexer.COLON ->
          true;
      default -> false;
    };
  }

  private static Comment comment(
      Token token, boolean ownLine, boolean lastOnLine, boolean blankBefore) {
    String text = token.getText();
    boolean line = !isBracketed(text);
    return new Comment(
        line ? text.stripTrailing() : text,
        line,
        ownLine,
        lastOnLine,
        blankBefore,
        token.getCharPositionInLine());
  }

  /** Whether a comment is in long brackets, which may have equals signs between them. */
  private static boolean isBracketed(String comment) {
    int i = 3;
    while (i < comment.length() && comment.charAt(i) == '=') {
      i++;
    }
    return comment.startsWith("--[") && i < comment.length() && comment.charAt(i) == '[';
  }

  private static int endLine(Token token) {
    int line = token.getLine();
    if (token.getType() == LuaLexer.COMMENT || token.getType() == LuaLexer.STRING) {
      String text = token.getText();
      for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
        line++;
      }
    }
    return line;
  }

  /** The comments to write before a token; no second call returns them again. */
  List<Comment> takeBefore(Token token) {
    return before.set(token.getTokenIndex(), List.of());
  }

  /** The comments to write before a token. */
  List<Comment> before(Token token) {
    return before.get(token.getTokenIndex());
  }

  /** The comments to write behind a token. */
  List<Comment> behind(Token token) {
    return behind.get(token.getTokenIndex());
  }

  /**
   * The last comments before a keyword that begin in its column, as those about it do; no other
   * call returns them again.
   */
  List<Comment> takeAligned(Token keyword) {
    List<Comment> all = before(keyword);
    int first = all.size();
    while (first > 0 && isAligned(all.get(first - 1), keyword)) {
      first--;
    }
    before.set(keyword.getTokenIndex(), all.subList(0, first));
    return all.subList(first, all.size());
  }

  private static boolean isAligned(Comment comment, Token token) {
    return comment.ownLine()
        && comment.lastOnLine()
        && comment.column() == token.getCharPositionInLine();
  }

  /**
   * Gives the comments behind a line to what begins a block in it, where the line ends from now on.
   *
   * @param first the line's first token
   * @param last its last one
   * @param block the first token of the block
   */
  void moveToHead(Token first, Token last, Token block) {
    int head = block.getTokenIndex() - 1;
    if (first.getLine() == endLine(last) && isFree(head, last.getTokenIndex())) {
      behind.set(head, behind(last));
      behind.set(last.getTokenIndex(), List.of());
    }
  }

  /** Whether no comment is between two tokens, and would come to stand behind one that follows. */
  private boolean isFree(int first, int last) {
    for (int i = first; i < last; i++) {
      if (!behind.get(i).isEmpty() || !before.get(i + 1).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * The comments at the end of a line that ends with an operator: they are about the operand, and
   * stay on its line, though operators begin lines. No other call returns them again; empty where
   * others are before the operator, which they must not pass.
   */
  List<Comment> takeBehindLine(Token operator) {
    List<Comment> comments = behind(operator);
    if (comments.isEmpty() || !comments.getLast().lastOnLine() || !before(operator).isEmpty()) {
      return List.of();
    }
    behind.set(operator.getTokenIndex(), List.of());
    return comments;
  }

  /** Whether an empty line is before a token, behind the comments before it. */
  boolean isBlankBefore(Token token) {
    return blankBefore[token.getTokenIndex()];
  }

  /** Whether a token is on another line than the token before it. */
  boolean startsLine(Token token) {
    return startsLine[token.getTokenIndex()];
  }

  /** Whether an empty line is before a token with its comments. */
  boolean startsBlank(Token token) {
    List<Comment> comments = before(token);
    return comments.isEmpty() ? isBlankBefore(token) : comments.getFirst().blankBefore();
  }
}
