package dev.luakit.vm;

/**
 * The numbers that tell tables, functions and threads apart in {@code tostring}. They are handed
 * out in the order in which they are first asked for, so that the same script prints the same text
 * in each run, where an address would not.
 */
final class Identities {
  private int last;

  String describe(Object value) {
    int identity;
    if (value instanceof LuaTable table) {
      identity = table.identity != 0 ? table.identity : (table.identity = ++last);
    } else if (value instanceof LuaFunction function) {
      identity = function.identity != 0 ? function.identity : (function.identity = ++last);
    } else if (value instanceof Coroutine coroutine) {
      identity = coroutine.identity != 0 ? coroutine.identity : (coroutine.identity = ++last);
    } else {
      Userdata userdata = (Userdata) value;
      identity = userdata.identity != 0 ? userdata.identity : (userdata.identity = ++last);
    }
    String digits = Integer.toHexString(identity);
    return LuaType.of(value).luaName() + ": 0x" + "00000000".substring(digits.length()) + digits;
  }
}
