package dev.luakit.cli;

import dev.luakit.grammar.LuaSyntaxException;
import dev.luakit.grammar.format.LuaFormatter;
import dev.luakit.llb.ScriptException;
import dev.luakit.stdlib.Failure;
import dev.luakit.stdlib.Sources;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Limits;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.code.Prototype;
import dev.luakit.vm.code.SameProgram;
import dev.luakit.vm.compiler.Compiler;

/** A file's text as it should be, which is known to be the same program. */
final class FormattedSource {
  private FormattedSource() {}

  /**
   * The formatted text, a byte string.
   *
   * @param name what messages call the file
   * @throws ScriptException if it is not Lua
   */
  static String of(byte[] source, String name) {
    String text = ByteStrings.fromBytes(source);
    check(source, text, name);
    String formatted = LuaFormatter.format(text);
    if (!SameProgram.test(compiled(text), compiled(formatted))) {
      throw new IllegalStateException("formatting " + name + " would change what it does");
    }
    return formatted;
  }

  private static Prototype compiled(String text) {
    try {
      return Compiler.compile(text, "formatted", true);
    } catch (LuaSyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Loads the file as a build would, for the error that a build would end with. */
  private static void check(byte[] source, String text, String name) {
    Sources sources = new Sources();
    String chunk = ByteStrings.fromText(name.substring(name.lastIndexOf('/') + 1));
    sources.add(chunk, name, source);
    try {
      new LuaState(Limits.DEFAULT).load(text, chunk, true);
    } catch (LuaError e) {
      throw new ScriptException(Failure.of(e, sources, name));
    } catch (LimitExceeded e) {
      throw new ScriptException(Failure.of(e, sources, name));
    }
  }
}
