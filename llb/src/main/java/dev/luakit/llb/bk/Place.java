package dev.luakit.llb.bk;

import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.LuaType;
import dev.luakit.vm.Numbers;

/** Where a value stands in a call, for messages: {@code bk.cache: option 'sharing'}. */
final class Place {
  /** A text of this length is read in no time to speak of. */
  private static final int SHORT = 1024;

  /** Bytes of a text that are read in about the time of an instruction. */
  private static final int BYTES_PER_STEP = 16;

  private static final int LONGEST_QUOTE = 40;

  private final LuaState state;
  private final String path;

  private Place(LuaState state, String path) {
    this.state = state;
    this.path = path;
  }

  static Place argument(LuaState state, String function, String name) {
    return new Place(state, function + ": argument '" + name + "'");
  }

  static Place option(LuaState state, String function, String name) {
    return new Place(state, function + ": option '" + name + "'");
  }

  /** An element of the list that stands here. */
  Place element(int index) {
    return new Place(state, path + ", element " + index + ",");
  }

  /** A field of the table that stands here. */
  Place field(String name) {
    return new Place(state, path + ", field '" + name + "',");
  }

  /** Accounts for the work of reading a value that may be a long text. */
  void countText(Object value) {
    if (value instanceof String text && text.length() > SHORT) {
      state.work(text.length() / BYTES_PER_STEP);
    }
  }

  /**
   * Accounts for a value that may be a text, and is one of many: a list may have the same one again
   * and again, which takes no memory there, but does in what is made of the list.
   */
  void countElement(Object value) {
    if (value instanceof String text) {
      state.memory().allocate(text.length());
    }
  }

  LuaState state() {
    return state;
  }

  /** An error about what stands here, to be thrown. */
  LuaError error(String message) {
    return state.error(path + " " + message);
  }

  /** An error for a value that is not what it must be, to be thrown. */
  LuaError wrong(String expected, Object got) {
    return error("must be " + expected + ", got " + describe(got));
  }

  /** A value in a message: short texts and numbers as they are, others by their type. */
  static String describe(Object value) {
    if (value == null) {
      return "nil";
    }
    if (value instanceof String text) {
      return text.length() <= LONGEST_QUOTE ? "\"" + text + "\"" : "a string";
    }
    if (value instanceof Double number) {
      return Numbers.toString(number);
    }
    if (value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof BkValue own) {
      return own.kind();
    }
    return "a " + LuaType.of(value).luaName();
  }

  /** A list without holes, to be read element by element. */
  LuaTable list(Object value, String expected) {
    if (!(value instanceof LuaTable table)) {
      throw wrong(expected, value);
    }
    int length = table.length();
    for (int at = table.next(0); at != 0; at = table.next(at)) {
      Object key = table.keyAt(at);
      if (!(key instanceof Double number) || number < 1 || number != Math.floor(number)) {
        throw error("must be " + expected + ", but has the key " + describe(key));
      }
      if (number > length) {
        throw error("is a list with a hole: it has no element " + (length + 1));
      }
    }
    for (int i = 1; i <= length; i++) {
      if (table.get(i) == null) {
        throw error("is a list with a hole: it has no element " + i);
      }
    }
    return table;
  }

  /** A table whose keys must all be among {@code known}. */
  LuaTable fields(Object value, String expected, String... known) {
    if (!(value instanceof LuaTable table)) {
      throw wrong(expected, value);
    }
    for (int at = table.next(0); at != 0; at = table.next(at)) {
      Object key = table.keyAt(at);
      boolean found = false;
      for (String name : known) {
        found |= name.equals(key);
      }
      if (!found) {
        String hint = key instanceof String text ? Suggestion.among(text, known) : "";
        throw error("has no field " + describe(key) + hint);
      }
    }
    return table;
  }
}
