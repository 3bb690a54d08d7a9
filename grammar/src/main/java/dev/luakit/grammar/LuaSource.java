package dev.luakit.grammar;

import java.util.List;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
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

  /**
   * The tokens of a file with its comments, in their order; each is where its index says that it
   * is, and the last is the end of the file.
   *
   * @param source the bytes of the file, one char each
   * @throws LuaSyntaxException if it has something that is no token
   */
  public static List<Token> tokens(String source) {
    CommonTokenStream tokens = new CommonTokenStream(lexer(source, true));
    tokens.fill();
    return tokens.getTokens();
  }

  private static LuaLexer lexer(String source, boolean file) {
    CharStream input = CharStreams.fromString(source);
    LuaLexer lexer = new LuaLexer(input);
    lexer.removeErrorListeners();
    lexer.setInterpreter(new LineCounter(lexer));
    if (file) {
      skipPreamble(source, input, lexer);
    }
    return lexer;
  }

  private static LuaParser parser(String source, boolean file, PredictionMode mode) {
    LuaParser parser = new LuaParser(new CommonTokenStream(lexer(source, file)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new SyntaxErrorStrategy());
    parser.setInterpreter(new OneTokenPrediction(parser, mode));
    return parser;
  }

  private static void skipPreamble(String source, CharStream input, LuaLexer lexer) {
    int start = source.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    int line = 1;
    while (start < source.length() && source.charAt(start) == '#') {
      int end = source.indexOf('\n', start);
      if (end < 0) {
        start = source.length();
      } else {
        start = end + 1;
        line++;
      }
    }
    input.seek(start);
    lexer.setLine(line);
  }
}
