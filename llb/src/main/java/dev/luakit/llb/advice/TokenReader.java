package dev.luakit.llb.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes a script apart, however wrong it is: unlike the compiler it never stops at an error, and
 * knows symbols of other languages, none of which Lua can have in a right script.
 */
final class TokenReader {
  static final Set<String> KEYWORDS =
      Set.of(
          "and",
          "break",
          "do",
          "else",
          "elseif",
          "end",
          "false",
          "for",
          "function",
          "if",
          "in",
          "local",
          "nil",
          "not",
          "or",
          "repeat",
          "return",
          "then",
          "true",
          "until",
          "while");

  /** The longer ones first. */
  private static final String[] SYMBOLS = {
    "...", "..=", "===", "!==", "..", "==", "~=", "<=", ">=", "!=", "+=", "-=", "*=", "/=", "%=",
    "++", "&&", "||", "//", "/*", "**", "<<", ">>", "=>", "->", "?.", "::"
  };

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int line = 1;
  private int lineStart;

  private TokenReader(String source) {
    this.source = source;
  }

  /**
   * Reads a script.
   *
   * @param source a byte string
   * @return its tokens, and one for the end
   */
  static List<Token> read(String source) {
    TokenReader reader = new TokenReader(source);
    reader.skipFirstLine();
    reader.readAll();
    return reader.tokens;
  }

  /** What a file may begin with that the compiler passes over. */
  private void skipFirstLine() {
    if (source.startsWith("\u00EF\u00BB\u00BF")) {
      at = 3;
    }
    if (source.startsWith("#", at)) {
      skipLine();
    }
  }

  private void readAll() {
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c == '\n') {
        newLine();
      } else if (c <= ' ') {
        at++;
      } else if (source.startsWith("--", at)) {
        skipComment();
      } else {
        readToken(c);
      }
    }
    tokens.add(new Token(Token.Kind.END, "", line, at - lineStart + 1));
  }

  private void newLine() {
    at++;
    line++;
    lineStart = at;
  }

  private void skipLine() {
    while (at < source.length() && source.charAt(at) != '\n') {
      at++;
    }
  }

  private void skipComment() {
    int start = at;
    int startLine = line;
    int startColumn = at - lineStart + 1;
    at += 2;
    int level = longBracket();
    if (level < 0) {
      skipLine();
    } else if (!skipLongText(level)) {
      add(Token.Kind.UNFINISHED, source.substring(start, start + 4), startLine, startColumn);
    }
  }

  /** How many equals signs there are in the bracket that opens here, -1 where none does. */
  private int longBracket() {
    int i = at + 1;
    while (i < source.length() && source.charAt(i) == '=') {
      i++;
    }
    boolean opens = source.startsWith("[", at) && source.startsWith("[", i);
    return opens ? i - at - 1 : -1;
  }

  /** Goes behind the bracket that closes; false if there is none. */
  private boolean skipLongText(int level) {
    String close = "]" + "=".repeat(level) + "]";
    int end = source.indexOf(close, at);
    int stop = end < 0 ? source.length() : end + close.length();
    while (at < stop) {
      if (source.charAt(at) == '\n') {
        newLine();
      } else {
        at++;
      }
    }
    return end >= 0;
  }

  private void readToken(char c) {
    int start = at;
    int startLine = line;
    int column = at - lineStart + 1;
    int level = c == '[' ? longBracket() : -1;
    Token.Kind kind;
    if (isLetter(c)) {
      while (at < source.length() && isWord(source.charAt(at))) {
        at++;
      }
      String word = source.substring(start, at);
      kind = KEYWORDS.contains(word) ? Token.Kind.KEYWORD : Token.Kind.NAME;
    } else if (isDigit(c) || c == '.' && isDigit(peek(1))) {
      skipNumber();
      kind = Token.Kind.NUMBER;
    } else if (c == '"' || c == '\'') {
      kind = skipString(c) ? Token.Kind.STRING : Token.Kind.UNFINISHED;
    } else if (level >= 0) {
      boolean closed = skipLongText(level);
      String text = source.substring(start, closed ? at : start + level + 2);
      add(closed ? Token.Kind.STRING : Token.Kind.UNFINISHED, text, startLine, column);
      return;
    } else {
      at += symbolLength();
      kind = c < 0x80 ? Token.Kind.SYMBOL : Token.Kind.OTHER;
    }
    add(kind, source.substring(start, at), startLine, column);
  }

  private void add(Token.Kind kind, String text, int startLine, int column) {
    tokens.add(new Token(kind, text, startLine, column));
  }

  private char peek(int distance) {
    return at + distance < source.length() ? source.charAt(at + distance) : 0;
  }

  /** What the compiler takes for one number, well formed or not. */
  private void skipNumber() {
    while (at < source.length() && (isWord(source.charAt(at)) || source.charAt(at) == '.')) {
      if (source.startsWith("..", at)) {
        return;
      }
      at++;
    }
  }

  /** Goes to the quote that closes or to the end of the line. */
  private boolean skipString(char quote) {
    for (at++; at < source.length(); at++) {
      char c = source.charAt(at);
      if (c == quote) {
        at++;
        return true;
      }
      if (c == '\n') {
        return false;
      }
      if (c == '\\' && peek(1) == '\n') {
        at++;
        line++;
        lineStart = at + 1;
      } else if (c == '\\') {
        at++;
      }
    }
    at = source.length();
    return false;
  }

  private int symbolLength() {
    for (String symbol : SYMBOLS) {
      if (source.startsWith(symbol, at)) {
        return symbol.length();
      }
    }
    char c = source.charAt(at);
    int length = c < 0xC0 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    return Math.min(length, source.length() - at);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWord(char c) {
    return isLetter(c) || isDigit(c);
  }
}
