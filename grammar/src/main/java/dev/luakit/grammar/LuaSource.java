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
    return parse(source, file, ParseLimits.USUAL);
  }

  /**
   * The tree of a chunk, if it is not too much to parse.
   *
   * @throws LuaSyntaxException if it is not Lua
   */
  public static LuaParser.ChunkContext parse(String source, boolean file, ParseLimits limits) {
    LuaParser parser = parser(source, file, limits, PredictionMode.SLL);
    try {
      return parser.chunk();
    } catch (LuaSyntaxException e) {
      // SLL may give up where LL would not, but only where it had to look ahead.
      if (!((OneTokenPrediction) parser.getInterpreter()).lookedAhead()) {
        throw e;
      }
    }
    return parser(source, file, limits, PredictionMode.LL).chunk();
  }

  /**
   * The tokens of a file with its comments, in their order, up to the end of the file. Those of a
   * tree are the same without the comments.
   *
   * @param source the bytes of the file, one char each
   * @throws LuaSyntaxException if it has something that is no token
   */
  public static List<Token> tokens(String source) {
    CharStream input = CharStreams.fromString(source);
    LuaLexer lexer = lexer(input);
    int start = programStart(source);
    input.seek(start);
    lexer.setLine(1 + lineFeeds(source, start));
    CommonTokenStream tokens = new CommonTokenStream(lexer);
    tokens.fill();
    return tokens.getTokens();
  }

  private static LuaParser parser(
      String source, boolean file, ParseLimits limits, PredictionMode mode) {
    LuaParser parser = new LuaParser(new CountedTokens(tokens(source, file), limits));
    parser.setMostLevels(limits.nesting());
    parser.removeErrorListeners();
    parser.setErrorHandler(new SyntaxErrorStrategy());
    parser.setInterpreter(new OneTokenPrediction(parser, mode));
    return parser;
  }

  /** The tokens of a chunk, without those that the parser does not see. */
  static PlainTokens tokens(String source, boolean file) {
    int start = file ? programStart(source) : 0;
    int line = 1 + lineFeeds(source, start);
    return new PlainTokens(source, CharStreams.fromString(source), start, line);
  }

  /** Where a file's program begins: behind a byte order mark and lines that begin with #. */
  private static int programStart(String source) {
    int start = source.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
    while (start < source.length() && source.charAt(start) == '#') {
      int end = source.indexOf('\n', start);
      start = end < 0 ? source.length() : end + 1;
    }
    return start;
  }

  private static int lineFeeds(String source, int end) {
    int count = 0;
    for (int at = source.indexOf('\n'); at >= 0 && at < end; at = source.indexOf('\n', at + 1)) {
      count++;
    }
    return count;
  }

  /** The grammar's own lexer. */
  static LuaLexer lexer(CharStream input) {
    LuaLexer lexer = new LuaLexer(input);
    lexer.removeErrorListeners();
    lexer.setInterpreter(new LineCounter(lexer));
    return lexer;
  }
}
