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
  /** Most tables inside of each other: each takes of the thread's stack. */
  private static final int MOST_LEVELS = 500;

  /**
   * What was made of each table: a script can have one in another twice, that in a third one twice,
   * and so on, which would be without end if each was made anew. Those that are being made have
   * {@link #OPEN}, to notice one inside of itself.
   */
  private final Map<LuaTable, Object> known = new IdentityHashMap<>();

  private static final Object OPEN = new Object();

  private int level;

  Object of(Object value) {
    if (value instanceof String string) {
      return ByteStrings.toText(string);
    }
    if (value instanceof LuaTable table) {
      return of(table);
    }
    return value == null || value instanceof Boolean || value instanceof Double
        ? value
        : LuaValue.of(value);
  }

  private Object of(LuaTable table) {
    Object before = known.putIfAbsent(table, OPEN);
    if (before == OPEN) {
      throw new IllegalArgumentException("the table contains itself");
    }
    if (before != null) {
      return before;
    }
    if (++level > MOST_LEVELS) {
      throw new IllegalArgumentException("tables are nested more than " + MOST_LEVELS + " deep");
    }
    Object made = isList(table) ? list(table) : map(table);
    level--;
    known.put(table, made);
    return made;
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
      Object key = table.keyAt(at);
      // The hash of a list goes through all that is in it.
      map.put(key instanceof LuaTable ? LuaValue.of(key) : of(key), of(table.valueAt(at)));
    }
    return map;
  }
}
