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
    CharStream input = CharStreams.fromString(source);
    LuaLexer lexer = new LuaLexer(input);
    lexer.removeErrorListeners();
    if (file) {
      skipPreamble(source, input, lexer);
    }
    // The grammar is decided by one token, so SLL never gives up on a program that LL would accept;
    // the second try keeps that true where somebody changes the grammar.
    LuaParser parser = new LuaParser(new CommonTokenStream(lexer));
    parser.removeErrorListeners();
    parser.setErrorHandler(new SyntaxErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return parser.chunk();
    } catch (LuaSyntaxException e) {
      if (!parser.usedPrediction()) {
        throw e;
      }
    }
    parser.reset();
    parser.getInterpreter().setPredictionMode(PredictionMode.LL);
    return parser.chunk();
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
