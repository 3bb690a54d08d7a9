package dev.luakit.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Parses chunks. */
public final class LuaSource {
  private LuaSource() {}

  /**
   * The tree of a chunk.
   *
   * @param source the bytes of the chunk, one char each
   * @param file whether the chunk is a file: then a byte order mark and leading lines that begin
   *     with {@code #} are not part of the program
   * @throws LuaSyntaxException if it is not Lua
   */
  public static LuaParser.ChunkContext parse(String source, boolean file) {
    LuaParser parser = parser(source, file, PredictionMode.SLL);
    try {
      return parser.chunk();
    } catch (LuaSyntaxException e) {
      // SLL may give up where LL would not, but only where it had to look ahead.
      if (!((OneTokenPrediction) parser.getInterpreter()).lookedAhead()) {
        throw e;
      }
    }
    return parser(source, file, PredictionMode.LL).chunk();
  }

  private static LuaParser parser(String source, boolean file, PredictionMode mode) {
    LuaParser parser = new LuaParser(new CommonTokenStream(tokens(source, file)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new SyntaxErrorStrategy());
    parser.setInterpreter(new OneTokenPrediction(parser, mode));
    return parser;
  }

  /** The tokens of a chunk, without those that the parser does not see. */
  static PlainTokens tokens(String source, boolean file) {
    int start = 0;
    int line = 1;
    if (file) {
      start = source.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
      while (start < source.length() && source.charAt(start) == '#') {
        int end = source.indexOf('\n', start);
        if (end < 0) {
          start = source.length();
        } else {
          start = end + 1;
          line++;
        }
      }
    }
    return new PlainTokens(source, CharStreams.fromString(source), start, line);
  }

  /** The grammar's own lexer. */
  static LuaLexer lexer(CharStream input) {
    LuaLexer lexer = new LuaLexer(input);
    lexer.removeErrorListeners();
    lexer.setInterpreter(new LineCounter(lexer));
    return lexer;
  }
}
