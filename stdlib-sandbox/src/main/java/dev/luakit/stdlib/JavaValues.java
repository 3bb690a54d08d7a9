package dev.luakit.stdlib;

import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.LuaTable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes Java values of Lua values. */
final class JavaValues {
  /** The tables that are being made, to notice one inside of itself. */
  private final Map<LuaTable, Boolean> open = new IdentityHashMap<>();

  Object of(Object value) {
    if (value instanceof String string) {
      return ByteStrings.toText(string);
    }
    if (value instanceof LuaTable table) {
      if (open.put(table, true) != null) {
        throw new IllegalArgumentException("the table contains itself");
      }
      Object made = isList(table) ? list(table) : map(table);
      open.remove(table);
      return made;
    }
    return value == null || value instanceof Boolean || value instanceof Double
        ? value
        : LuaValue.of(value);
  }

  /** Whether the keys are exactly 1 to n: as many as the length, and none beyond it. */
  private static boolean isList(LuaTable table) {
    int length = table.length();
    int count = 0;
    for (int at = table.next(0); at != 0; at = table.next(at)) {
      if (!(table.keyAt(at) instanceof Double key) || key < 1 || key > length || key % 1 != 0) {
        return false;
      }
      count++;
    }
    return count == length;
  }

  private List<Object> list(LuaTable table) {
    int length = table.length();
    List<Object> list = new ArrayList<>(length);
    for (int i = 1; i <= length; i++) {
      list.add(of(table.get(i)));
    }
    return list;
  }

  private Map<Object, Object> map(LuaTable table) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int at = table.next(0); at != 0; at = table.next(at)) {
      map.put(of(table.keyAt(at)), of(table.valueAt(at)));
    }
    return map;
  }
}
