package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;
import dev.luakit.vm.LuaClosure;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;

/** Coroutine manipulation (section 5.2 of the manual), as far as the interpreter does not do it. */
final class CoroutineLibrary extends Library {
  private CoroutineLibrary() {
    super("create", "running", "status", "wrap");
  }

  static void open(LuaTable table) {
    new CoroutineLibrary().install(table);
    table.set("resume", LuaState.controlFunction("resume"));
    table.set("yield", LuaState.controlFunction("yield"));
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    return switch (function) {
      case 0 -> arguments.state().newCoroutine(body(arguments));
      case 1 -> arguments.state().currentCoroutine();
      case 2 -> arguments.coroutine(1).status();
      default -> arguments.state().wrap(body(arguments));
    };
  }

  private static LuaClosure body(Arguments arguments) {
    if (arguments.get(1) instanceof LuaClosure closure) {
      return closure;
    }
    throw arguments.error(1, "Lua function expected");
  }
}
