package dev.luakit.vm.compiler;

import dev.luakit.grammar.LuaParser;
import dev.luakit.grammar.LuaSource;
import dev.luakit.grammar.LuaSyntaxException;
import dev.luakit.grammar.ParseLimits;
import dev.luakit.vm.code.Prototype;

/** Compiles chunks. */
public final class Compiler {
  private Compiler() {}

  /**
   * Compiles a chunk.
   *
   * @param source its bytes, one char each
   * @param chunk the name that errors give it
   * @param file whether it is a file, whose leading {@code #} lines don't count
   * @throws LuaSyntaxException if it is not Lua, or beyond what a function can hold
   */
  public static Prototype compile(String source, String chunk, boolean file) {
    return compile(source, chunk, file, ParseLimits.USUAL);
  }

  /**
   * Compiles a chunk, if it is not too much to parse.
   *
   * @throws LuaSyntaxException if it is not Lua, or beyond what a function can hold
   */
  public static Prototype compile(String source, String chunk, boolean file, ParseLimits limits) {
    LuaParser.ChunkContext tree = LuaSource.parse(source, file, limits);
    CaptureAnalysis captures = new CaptureAnalysis(tree);
    FunctionBuilder builder = new FunctionBuilder(null, chunk, 0, true);
    new StatementCompiler(builder, captures, chunk).body(tree.block(), tree.getStop());
    return builder.build(0, false);
  }
}
