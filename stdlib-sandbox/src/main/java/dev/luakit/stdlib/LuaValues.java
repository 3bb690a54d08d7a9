package dev.luakit.stdlib;

import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Coroutine;
import dev.luakit.vm.LuaFunction;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.Userdata;
import java.util.List;
import java.util.Map;

/** Makes Lua values of Java values. */
final class LuaValues {
  private final LuaState state;

  LuaValues(LuaState state) {
    this.state = state;
  }

  Object[] of(Object[] values) {
    Object[] made = new Object[values.length];
    for (int i = 0; i < values.length; i++) {
      made[i] = of(values[i]);
    }
    return made;
  }

  /**
   * A value as {@link LuaSandbox} describes it.
   *
   * @throws IllegalArgumentException if Lua has nothing like it
   */
  Object of(Object value) {
    // Not a switch over types: its first use takes longer than all of a short script.
    if (value == null || isLuaObject(value)) {
      return value;
    }
    if (value instanceof LuaValue lua) {
      return lua.raw();
    }
    if (value instanceof Boolean truth) {
      return Boolean.valueOf(truth);
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof String text) {
      return counted(ByteStrings.fromText(text));
    }
    if (value instanceof byte[] bytes) {
      return counted(ByteStrings.fromBytes(bytes));
    }
    if (value instanceof List<?> list) {
      return table(list);
    }
    if (value instanceof Map<?, ?> map) {
      return table(map);
    }
    if (value instanceof JavaFunction function) {
      return new HostFunction("?", function, this).function(0);
    }
    throw new IllegalArgumentException("no value for Lua: a " + value.getClass().getName());
  }

  private static boolean isLuaObject(Object value) {
    return value instanceof LuaTable
        || value instanceof LuaFunction
        || value instanceof Coroutine
        || value instanceof Userdata;
  }

  private String counted(String string) {
    state.memory().allocateString(string.length());
    return string;
  }

  private LuaTable table(List<?> list) {
    LuaTable table = new LuaTable(state.memory(), list.size(), 0);
    int index = 0;
    for (Object element : list) {
      table.set(++index, of(element));
    }
    return table;
  }

  private LuaTable table(Map<?, ?> map) {
    LuaTable table = new LuaTable(state.memory(), 0, map.size());
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      Object key = of(entry.getKey());
      if (key == null || (key instanceof Double number && number.isNaN())) {
        throw new IllegalArgumentException("no key of a table: " + entry.getKey());
      }
      table.set(key, of(entry.getValue()));
    }
    return table;
  }
}
