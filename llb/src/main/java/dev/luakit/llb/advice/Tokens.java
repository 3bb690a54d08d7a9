package dev.luakit.llb.advice;

import dev.luakit.vm.ByteStrings;
import java.util.ArrayList;
import java.util.List;

/** A script as a row of tokens. */
final class Tokens {
  private static final Token NOTHING = new Token(Token.Kind.END, "", 0, 0);

  private final List<Token> all;

  private Tokens(List<Token> all) {
    this.all = all;
  }

  /** The tokens of a script, a byte string. */
  static Tokens of(String source) {
    return new Tokens(TokenReader.read(source));
  }

  /** How many there are, without the one that stands for the end. */
  int count() {
    return all.size() - 1;
  }

  /** A token; outside of the script one that is nothing. */
  Token get(int i) {
    return i < 0 || i >= all.size() ? NOTHING : all.get(i);
  }

  /** The index of the token at a place, or of the first one behind it. */
  int at(int line, int column) {
    int from = 0;
    int to = count();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (isBefore(all.get(middle), line, column)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  private static boolean isBefore(Token token, int line, int column) {
    return token.line() < line || token.line() == line && token.endColumn() <= column;
  }

  /** Whether a token is the first on its line. */
  boolean beginsLine(int i) {
    return get(i - 1).line() < get(i).line();
  }

  /** The index of the first token on the line of another one. */
  int lineStart(int i) {
    int first = i;
    while (!beginsLine(first)) {
      first--;
    }
    return first;
  }

  /** Whether a short string ends just where a token begins. */
  boolean isStringUpTo(int i) {
    Token string = get(i - 1);
    return string.kind() == Token.Kind.STRING
        && !string.text().startsWith("[")
        && string.line() == get(i).line()
        && string.endColumn() == get(i).column();
  }

  /** The bracket that closes the one at {@code open}, or -1. */
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < count(); i++) {
      Token token = all.get(i);
      if (opens(token)) {
        depth++;
      } else if (closes(token)) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The bracket that opens the one that closes at {@code close}, or -1. */
  int opening(int close) {
    int depth = 0;
    for (int i = close; i >= 0; i--) {
      Token token = all.get(i);
      if (closes(token)) {
        depth++;
      } else if (opens(token)) {
        depth--;
        if (depth == 0) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The bracket that a token is in, or -1. */
  int enclosing(int inner) {
    int i = inner - 1;
    while (i >= 0) {
      Token token = all.get(i);
      if (opens(token)) {
        return i;
      }
      i = closes(token) ? opening(i) - 1 : i - 1;
    }
    return -1;
  }

  private static boolean opens(Token token) {
    return token.is("(") || token.is("{") || token.is("[");
  }

  private static boolean closes(Token token) {
    return token.is(")") || token.is("}") || token.is("]");
  }

  /**
   * The arguments of a call, each from its first token to behind its last.
   *
   * @param open the parenthesis, or the one string or table that is given without any
   */
  List<int[]> arguments(int open) {
    if (!get(open).is("(")) {
      List<int[]> single = new ArrayList<>();
      single.add(new int[] {open, open + 1});
      return single;
    }
    return parts(open);
  }

  /**
   * What stands between commas within a bracket, each from its first token to behind its last.
   *
   * @param open the bracket that opens
   */
  List<int[]> parts(int open) {
    List<int[]> arguments = new ArrayList<>();
    int close = closing(open);
    int from = open + 1;
    int depth = 0;
    for (int i = from; i < close; i++) {
      Token token = all.get(i);
      if (opens(token) || token.is("function")) {
        depth++;
      } else if (closes(token) || token.is("end")) {
        depth--;
      } else if (depth == 0 && token.is(",")) {
        arguments.add(new int[] {from, i});
        from = i + 1;
      }
    }
    if (from < close) {
      arguments.add(new int[] {from, close});
    }
    return arguments;
  }

  /** Tokens as they are written, as text. */
  String text(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      Token before = get(i - 1);
      Token token = get(i);
      boolean apart = before.line() != token.line() || before.endColumn() != token.column();
      if (i > from && apart) {
        text.append(' ');
      }
      text.append(token.text());
    }
    return ByteStrings.toText(text.toString());
  }
}
