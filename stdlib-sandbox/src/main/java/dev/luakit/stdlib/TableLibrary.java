package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaFunction;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.LuaType;

/** Table manipulation (section 5.5 of the manual). */
final class TableLibrary extends Library {
  // The functions that are called quickly, by their places in the names.
  private static final int GETN = 3;
  private static final int INSERT = 4;
  private static final int REMOVE = 6;

  private static final Object[] NONE = {};

  /** Elements moved before that is accounted for as work. */
  private static final int BATCH = 1000;

  /** Slots of an array that are moved in about the time of an instruction. */
  private static final int SLOTS_PER_STEP = 16;

  TableLibrary() {
    super("concat", "foreach", "foreachi", "getn", "insert", "maxn", "remove", "setn", "sort");
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    return switch (function) {
      case 0 -> concat(arguments);
      case 1 -> foreach(arguments);
      case 2 -> foreachi(arguments);
      case GETN -> (double) arguments.table(1).length();
      case INSERT -> insert(arguments);
      case 5 -> maxn(arguments);
      case REMOVE -> remove(arguments);
      case 7 -> {
        arguments.table(1);
        throw arguments.error("'setn' is obsolete");
      }
      default -> sort(arguments);
    };
  }

  @Override
  protected Object callQuickly(
      LuaState state, int function, int count, Object a, Object b, Object c) {
    if (a instanceof LuaTable table) {
      if (function == INSERT && count == 2) {
        table.set(table.length() + 1.0, b);
        return NONE;
      }
      if (function == REMOVE && count == 1) {
        return removeLast(table);
      }
      if (function == GETN) {
        return (double) table.length();
      }
    }
    return NOT_QUICK;
  }

  private static Object removeLast(LuaTable table) {
    int end = table.length();
    if (end < 1) {
      return NONE;
    }
    Object removed = table.get(end);
    table.set(end, null);
    return removed;
  }

  private static Object concat(Arguments arguments) {
    LuaState state = arguments.state();
    String separator = arguments.optionalString(2, "");
    LuaTable table = arguments.table(1);
    long first = arguments.optionalInteger(3, 1);
    long last = arguments.isNoneOrNil(4) ? table.length() : arguments.integer(4);
    TextBuffer result =
        new TextBuffer(state.memory(), expectedLength(state, table, separator, first, last));
    for (long i = first; i <= last; i++) {
      Object value = get(table, i);
      if (value instanceof String string) {
        result.append(string);
      } else if (value instanceof Double number) {
        result.append(state.numberToString(number));
      } else {
        throw arguments.error(
            "invalid value ("
                + LuaType.of(value).luaName()
                + ") at index "
                + i
                + " in table for 'concat'");
      }
      if (i == last) {
        // Counting on could overflow.
        break;
      }
      result.append(separator);
      workAt(state, i);
    }
    return result.finish();
  }

  /**
   * The length of the strings from {@code first} to {@code last} with what separates them, up to
   * the first value that is no string.
   */
  private static long expectedLength(
      LuaState state, LuaTable table, String separator, long first, long last) {
    long length = 0;
    for (long i = first; i < last && get(table, i) instanceof String string; i++) {
      length += string.length() + (long) separator.length();
      workAt(state, i);
    }
    return last >= first && get(table, last) instanceof String string
        ? length + string.length()
        : length;
  }

  private static Object get(LuaTable table, long key) {
    int slot = (int) key;
    return slot == key ? table.get(slot) : table.get((double) key);
  }

  private static Object foreach(Arguments arguments) {
    LuaTable table = arguments.table(1);
    LuaFunction function = arguments.function(2);
    int position = table.next(0);
    while (position != 0) {
      Object key = table.keyAt(position);
      Object result =
          LuaState.first(arguments.state().call(function, key, table.valueAt(position)));
      if (result != null) {
        return result;
      }
      position = table.position(key);
      if (position == Integer.MIN_VALUE) {
        throw new LuaError("invalid key to 'next'");
      }
      position = table.next(position);
    }
    return NONE;
  }

  private static Object foreachi(Arguments arguments) {
    LuaTable table = arguments.table(1);
    int length = table.length();
    LuaFunction function = arguments.function(2);
    for (int i = 1; i <= length; i++) {
      Object result = LuaState.first(arguments.state().call(function, (double) i, table.get(i)));
      if (result != null) {
        return result;
      }
    }
    return NONE;
  }

  private static Object insert(Arguments arguments) {
    LuaTable table = arguments.table(1);
    long end = table.length() + 1L;
    if (arguments.count() == 2) {
      table.set((double) end, arguments.get(2));
      return NONE;
    }
    if (arguments.count() != 3) {
      throw arguments.error("wrong number of arguments to 'insert'");
    }
    long position = arguments.integer(2);
    if (position < end) {
      makeRoom(arguments.state(), table, position, end);
    }
    table.set((double) position, arguments.get(3));
    return NONE;
  }

  /** Moves the elements from {@code position} on, up to {@code end}, where there is none yet. */
  private static void makeRoom(LuaState state, LuaTable table, long position, long end) {
    table.set((double) end, table.get((double) (end - 1)));
    if (position >= 1 && moveSlots(state, table, (int) position, 1, (int) (end - 1 - position))) {
      return;
    }
    for (long i = end - 1; i > position; i--) {
      table.set((double) i, table.get((double) (i - 1)));
      workAt(state, i);
    }
  }

  /** Moves elements by one, up or down, where that can be done at once. */
  private static boolean moveSlots(LuaState state, LuaTable table, int from, int by, int count) {
    if (!table.moveSlots(from, from + by, count)) {
      return false;
    }
    state.work(count / SLOTS_PER_STEP);
    return true;
  }

  private static void workAt(LuaState state, long element) {
    if (element % BATCH == 0) {
      state.work(BATCH);
    }
  }

  private static Object maxn(Arguments arguments) {
    LuaTable table = arguments.table(1);
    double max = 0;
    long steps = 0;
    for (int at = table.next(0); at != 0; at = table.next(at)) {
      if (table.keyAt(at) instanceof Double key && key > max) {
        max = key;
      }
      workAt(arguments.state(), ++steps);
    }
    return max;
  }

  private static Object remove(Arguments arguments) {
    LuaTable table = arguments.table(1);
    int end = table.length();
    long position = arguments.optionalInteger(2, end);
    if (position < 1 || position > end) {
      return NONE;
    }
    Object removed = table.get((double) position);
    int at = (int) position;
    if (!moveSlots(arguments.state(), table, at + 1, -1, end - at)) {
      for (int i = at; i < end; i++) {
        table.set(i, table.get(i + 1));
        workAt(arguments.state(), i);
      }
    }
    table.set(end, null);
    return removed;
  }

  private static Object sort(Arguments arguments) {
    LuaTable table = arguments.table(1);
    int length = table.length();
    LuaFunction order = arguments.isNoneOrNil(2) ? null : arguments.function(2);
    new Sort(arguments, table, order).sort(1, length);
    return NONE;
  }
}
