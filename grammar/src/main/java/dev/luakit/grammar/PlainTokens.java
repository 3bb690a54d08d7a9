package dev.luakit.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenFactory;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenFactory;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.misc.Pair;

/**
 * The tokens of a source as {@link LuaLexer} has them, without its comments. What is written
 * plainly is read here: the lexer's tables take longer to build than most scripts take to read.
 * Whatever is out of the ordinary, such as a carriage return, a numeric escape or an error, is left
 * to a lexer that is made when the first of it comes.
 */
final class PlainTokens implements TokenSource {
  /** What is no token here, but may be one to the lexer. */
  private static final int NOT_PLAIN = Integer.MIN_VALUE;

  private final String source;
  private final CharStream input;
  private final Pair<TokenSource, CharStream> origin;

  /** Reads what is not plain; null until something is not. */
  private LuaLexer lexer;

  /** Where the next token is looked for. */
  private int position;

  /** The line of that place, from 1, and where the line begins. */
  private int line;

  private int lineStart;

  /** Where the token that {@link #read} has found ends. */
  private int end;

  /**
   * The tokens from some place on.
   *
   * @param source the bytes of the chunk, one char each
   * @param input the same as ANTLR takes it
   * @param position the place, at the beginning of a line
   * @param line the number of that line, from 1
   */
  PlainTokens(String source, CharStream input, int position, int line) {
    this.source = source;
    this.input = input;
    this.origin = new Pair<>(this, input);
    this.position = position;
    this.line = line;
    this.lineStart = position;
  }

  @Override
  public Token nextToken() {
    int type = skipSpace() ? read() : NOT_PLAIN;
    if (type == NOT_PLAIN) {
      return notPlain();
    }
    CommonToken token = new CommonToken(origin, type, Token.DEFAULT_CHANNEL, position, end - 1);
    token.setLine(line);
    token.setCharPositionInLine(position - lineStart);
    if (type == LuaLexer.STRING) {
      countLines();
    }
    position = end;
    return token;
  }

  /** The next token that is no comment, by the lexer. */
  private Token notPlain() {
    if (lexer == null) {
      lexer = LuaSource.lexer(input);
    }
    input.seek(position);
    lexer.setLine(line);
    lexer.setCharPositionInLine(position - lineStart);
    Token token = lexer.nextToken();
    while (token.getChannel() != Token.DEFAULT_CHANNEL) {
      token = lexer.nextToken();
    }
    position = input.index();
    line = lexer.getLine();
    lineStart = position - lexer.getCharPositionInLine();
    return token;
  }

  /** Goes on to what is neither space nor comment; false at something that is not plain. */
  private boolean skipSpace() {
    while (true) {
      switch (at(position)) {
        case ' ', '\t', '\u000B', '\f' -> position++;
        case '\n' -> {
          if (at(position + 1) == '\r') {
            return false; // They are one line break.
          }
          position++;
          line++;
          lineStart = position;
        }
        case '-' -> {
          if (at(position + 1) != '-') {
            return true;
          }
          if (!skipComment()) {
            return false;
          }
        }
        default -> {
          return true;
        }
      }
    }
  }

  private boolean skipComment() {
    int level = longBracket(position + 2);
    if (level < 0) {
      do {
        position++;
      } while (position < source.length() && at(position) != '\n' && at(position) != '\r');
      return true;
    }
    if (!findEnd(position + 2, level)) {
      return false;
    }
    countLines();
    position = end;
    return true;
  }

  /** Counts the line breaks up to the end that was found. */
  private void countLines() {
    int at = source.indexOf('\n', position, end);
    while (at >= 0) {
      line++;
      lineStart = at + 1;
      at = source.indexOf('\n', at + 1, end);
    }
  }

  /** The type of the token here, whose end it finds; or {@link #NOT_PLAIN}. */
  private int read() {
    if (position == source.length()) {
      end = position;
      return Token.EOF;
    }
    int c = at(position);
    if (isLetter(c)) {
      return name();
    }
    if (isDigit(c)) {
      return number();
    }
    return switch (c) {
      case '"', '\'' -> shortString(c);
      case '[' -> bracket();
      case '.' -> dots();
      case '=' -> orEqual(LuaLexer.ASSIGN, LuaLexer.EQUAL);
      case '<' -> orEqual(LuaLexer.LESS, LuaLexer.LESS_EQUAL);
      case '>' -> orEqual(LuaLexer.GREATER, LuaLexer.GREATER_EQUAL);
      case '~' -> orEqual(NOT_PLAIN, LuaLexer.NOT_EQUAL);
      case '(' -> of(1, LuaLexer.LEFT_PAREN);
      case ')' -> of(1, LuaLexer.RIGHT_PAREN);
      case '{' -> of(1, LuaLexer.LEFT_BRACE);
      case '}' -> of(1, LuaLexer.RIGHT_BRACE);
      case ']' -> of(1, LuaLexer.RIGHT_BRACKET);
      case ',' -> of(1, LuaLexer.COMMA);
      case ':' -> of(1, LuaLexer.COLON);
      case ';' -> of(1, LuaLexer.SEMICOLON);
      case '+' -> of(1, LuaLexer.PLUS);
      case '-' -> of(1, LuaLexer.MINUS);
      case '*' -> of(1, LuaLexer.STAR);
      case '/' -> of(1, LuaLexer.SLASH);
      case '%' -> of(1, LuaLexer.PERCENT);
      case '^' -> of(1, LuaLexer.CARET);
      case '#' -> of(1, LuaLexer.HASH);
      default -> NOT_PLAIN;
    };
  }

  private int of(int length, int type) {
    end = position + length;
    return type;
  }

  private int orEqual(int alone, int withEqual) {
    return at(position + 1) == '=' ? of(2, withEqual) : of(1, alone);
  }

  private int dots() {
    if (at(position + 1) == '.') {
      return at(position + 2) == '.' ? of(3, LuaLexer.ELLIPSIS) : of(2, LuaLexer.CONCAT);
    }
    return isDigit(at(position + 1)) ? NOT_PLAIN : of(1, LuaLexer.DOT);
  }

  /** A whole number in decimal. */
  private int number() {
    int at = position + 1;
    while (isDigit(at(at))) {
      at++;
    }
    end = at;
    return at(at) == '.' || isLetter(at(at)) ? NOT_PLAIN : LuaLexer.NUMBER;
  }

  private int name() {
    int at = position + 1;
    while (isLetter(at(at)) || isDigit(at(at))) {
      at++;
    }
    end = at;
    return switch (source.substring(position, end)) {
      case "and" -> LuaLexer.AND;
      case "break" -> LuaLexer.BREAK;
      case "do" -> LuaLexer.DO;
      case "else" -> LuaLexer.ELSE;
      case "elseif" -> LuaLexer.ELSEIF;
      case "end" -> LuaLexer.END;
      case "false" -> LuaLexer.FALSE;
      case "for" -> LuaLexer.FOR;
      case "function" -> LuaLexer.FUNCTION;
      case "if" -> LuaLexer.IF;
      case "in" -> LuaLexer.IN;
      case "local" -> LuaLexer.LOCAL;
      case "nil" -> LuaLexer.NIL;
      case "not" -> LuaLexer.NOT;
      case "or" -> LuaLexer.OR;
      case "repeat" -> LuaLexer.REPEAT;
      case "return" -> LuaLexer.RETURN;
      case "then" -> LuaLexer.THEN;
      case "true" -> LuaLexer.TRUE;
      case "until" -> LuaLexer.UNTIL;
      case "while" -> LuaLexer.WHILE;
      default -> LuaLexer.NAME;
    };
  }

  /** A string on one line, whose escapes are letters and quotes. */
  private int shortString(int quote) {
    int at = position + 1;
    while (at(at) != quote) {
      if (at(at) == '\\') {
        at++;
        if (isDigit(at(at))) {
          return NOT_PLAIN;
        }
      }
      switch (at(at)) {
        case -1, '\n', '\r' -> {
          return NOT_PLAIN;
        }
        default -> at++;
      }
    }
    end = at + 1;
    return LuaLexer.STRING;
  }

  private int bracket() {
    int level = longBracket(position);
    if (level >= 0) {
      return findEnd(position, level) ? LuaLexer.STRING : NOT_PLAIN;
    }
    return at(position + 1) == '=' ? NOT_PLAIN : of(1, LuaLexer.LEFT_BRACKET);
  }

  /** The level of the long bracket that opens there, or -1 if none does. */
  private int longBracket(int start) {
    if (at(start) != '[') {
      return -1;
    }
    int at = start + 1;
    while (at(at) == '=') {
      at++;
    }
    return at(at) == '[' ? at - start - 1 : -1;
  }

  /** Finds the end of the long bracket that opens there; false if what is in it is not plain. */
  private boolean findEnd(int start, int level) {
    int first = start + level + 2;
    String closing = "]" + "=".repeat(level) + "]";
    int last = source.indexOf(closing, first);
    if (last < 0
        || source.indexOf('\r', first, last) >= 0
        || (level == 0 && source.indexOf("[[", first, last) >= 0)) {
      return false;
    }
    end = last + closing.length();
    return true;
  }

  /** The byte there, or -1 behind the end. */
  private int at(int index) {
    return index < source.length() ? source.charAt(index) : -1;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Whether all that was read so far was plain. */
  boolean isPlain() {
    return lexer == null;
  }

  @Override
  public int getLine() {
    return line;
  }

  @Override
  public int getCharPositionInLine() {
    return position - lineStart;
  }

  @Override
  public CharStream getInputStream() {
    return input;
  }

  @Override
  public String getSourceName() {
    return input.getSourceName();
  }

  @Override
  public TokenFactory<?> getTokenFactory() {
    return CommonTokenFactory.DEFAULT;
  }

  @Override
  public void setTokenFactory(TokenFactory<?> factory) {
    throw new UnsupportedOperationException("tokens are plain ones");
  }
}
