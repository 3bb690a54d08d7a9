package dev.luakit.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Lexer;

/** The tokens that regular expressions can't describe: strings, long brackets, numbers' errors. */
abstract class LuaScanner extends Lexer {
  protected LuaScanner(CharStream input) {
    super(input);
  }

  private int peek() {
    return _input.LA(1);
  }

  private void take() {
    getInterpreter().consume(_input);
  }

  /** Reads the rest of a short string, whose opening quote was matched. */
  protected final void shortString() {
    int quote = _input.LA(-1);
    while (peek() != quote) {
      switch (peek()) {
        case IntStream.EOF -> throw error("unfinished string", "<eof>");
        case '\n', '\r' -> throw error("unfinished string", StringLiteral.asRead(getText()));
        case '\\' -> {
          take();
          escape();
        }
        default -> take();
      }
    }
    take();
  }

  /** Reads what follows a backslash. */
  private void escape() {
    int c = peek();
    if (c == IntStream.EOF) {
      throw error("unfinished string", "<eof>");
    }
    if (c < '0' || c > '9') {
      take();
      int next = peek();
      if ((c == '\n' || c == '\r') && (next == '\n' || next == '\r') && next != c) {
        take();
      }
      return;
    }
    int value = 0;
    int digits = 0;
    while (digits < 3 && peek() >= '0' && peek() <= '9') {
      value = 10 * value + peek() - '0';
      take();
      digits++;
    }
    if (value > 255) {
      String text = getText();
      String before = text.substring(0, text.length() - digits - 1);
      throw error("escape sequence too large", StringLiteral.asRead(before));
    }
  }

  /** Reads the rest of a long string, whose opening bracket was matched. */
  protected final void longString() {
    int level = getText().length() - 2;
    if (!skipLongBracket(level)) {
      throw error("unfinished long string", "<eof>");
    }
  }

  protected final void badLongString() {
    throw error("invalid long string delimiter", getText());
  }

  /** Reads the rest of a comment, whose dashes were matched. */
  protected final void comment() {
    if (peek() == '[') {
      int equals = 0;
      while (_input.LA(2 + equals) == '=') {
        equals++;
      }
      if (_input.LA(2 + equals) == '[') {
        for (int i = 0; i < equals + 2; i++) {
          take();
        }
        if (!skipLongBracket(equals)) {
          throw error("unfinished long comment", "<eof>");
        }
        return;
      }
    }
    while (peek() != '\n' && peek() != '\r' && peek() != IntStream.EOF) {
      take();
    }
  }

  /** Reads on to behind the closing bracket of that level; false where there is none. */
  private boolean skipLongBracket(int level) {
    while (true) {
      int c = peek();
      if (c == IntStream.EOF) {
        return false;
      }
      take();
      if (c == '[' && level == 0 && peek() == '[') {
        // Lua 5.1 forbids what an older Lua took for a string within a string.
        throw error("nesting of [[...]] is deprecated", "[");
      }
      if (c != ']') {
        continue;
      }
      int equals = 0;
      while (equals < level && peek() == '=') {
        take();
        equals++;
      }
      if (equals == level && peek() == ']') {
        take();
        return true;
      }
    }
  }

  /** Refuses what looks like a number but is none, such as {@code 3x} or {@code 1..2}. */
  protected final void checkNumber() {
    String text = getText();
    if (!NumberLiteral.isValid(text)) {
      throw error("malformed number", text);
    }
  }

  private LuaSyntaxException error(String message, String near) {
    // Lua reports the line that it has read up to, which for an unfinished token is its last.
    boolean sameLine = getLine() == _tokenStartLine;
    return new LuaSyntaxException(
        message + " near '" + near + "'",
        getLine(),
        (sameLine ? _tokenStartCharPositionInLine : getCharPositionInLine()) + 1);
  }
}
