package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;

/** The library of a single function of the Java program. */
final class HostFunction extends Library {
  private final JavaFunction function;
  private final LuaValues values;

  HostFunction(String name, JavaFunction function, LuaValues values) {
    super(name);
    this.function = function;
    this.values = values;
  }

  @Override
  protected Object call(int index, Arguments arguments) {
    Object result = function.call(new CallArguments(arguments));
    return result instanceof Object[] results ? values.of(results) : values.of(result);
  }
}
