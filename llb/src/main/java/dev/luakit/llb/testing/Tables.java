package dev.luakit.llb.testing;

import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import java.util.List;

/** Makes tables whose strings count as the script's memory. */
record Tables(LuaState state) {
  /** An empty table. */
  LuaTable table(LuaTable metatable) {
    state.work(1);
    LuaTable table = new LuaTable(state.memory());
    table.setMetatable(metatable);
    return table;
  }

  /** A string for a script, which costs what one of its own does. */
  String string(String text) {
    state.memory().allocateString(text.length());
    return text;
  }

  /** Sets a field unless the text is null or empty, which is for "not given". */
  void set(LuaTable table, String field, String text) {
    if (text != null && !text.isEmpty()) {
      table.set(field, string(text));
    }
  }

  /** Sets a field that is either so or not mentioned. */
  void set(LuaTable table, String field, boolean flag) {
    if (flag) {
      table.set(field, Boolean.TRUE);
    }
  }

  LuaTable list(List<String> texts) {
    LuaTable list = table(null);
    for (int i = 0; i < texts.size(); i++) {
      list.set(i + 1, string(texts.get(i)));
    }
    state.work(texts.size());
    return list;
  }

  /** What comes as {@code NAME=value}, by name. */
  LuaTable pairs(List<String> entries) {
    LuaTable table = table(null);
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      table.set(string(entry.substring(0, equals)), string(entry.substring(equals + 1)));
    }
    state.work(entries.size());
    return table;
  }

  /** Adds to a list that is the value of a field. */
  void add(LuaTable table, String field, String text) {
    LuaTable list = table.get(field) instanceof LuaTable there ? there : table(null);
    list.set(list.length() + 1, string(text));
    table.set(field, list);
  }
}
