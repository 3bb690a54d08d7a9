package dev.luakit.llb.advice;

/**
 * A word of a script, of Lua or not.
 *
 * @param text as it is written, as a byte string; empty at the end
 * @param line from 1
 * @param column from 1, in bytes
 */
record Token(Kind kind, String text, int line, int column) {
  /** What a token is. */
  enum Kind {
    NAME,
    KEYWORD,
    NUMBER,
    STRING,
    /** A string or a long bracket that is not closed. */
    UNFINISHED,
    /** Of Lua or of another language. */
    SYMBOL,
    /** A character that no language's symbol begins with. */
    OTHER,
    END
  }

  boolean is(String text) {
    return this.text.equals(text) && kind != Kind.STRING;
  }

  boolean isName() {
    return kind == Kind.NAME;
  }

  /** Whether a value can end here: what follows can't be its operand. */
  boolean endsValue() {
    return switch (kind) {
      case NAME, NUMBER, STRING -> true;
      case KEYWORD -> is("end") || is("nil") || is("true") || is("false");
      case SYMBOL -> is(")") || is("]") || is("}") || is("...");
      default -> false;
    };
  }

  /** Whether a value can begin here. */
  boolean beginsValue() {
    return switch (kind) {
      case NAME, NUMBER, STRING -> true;
      case KEYWORD -> is("function") || is("not") || is("nil") || is("true") || is("false");
      case SYMBOL -> is("(") || is("{") || is("...") || is("#") || is("-");
      default -> false;
    };
  }

  /** Behind the last column, for a token that is on one line. */
  int endColumn() {
    return column + text.length();
  }
}
