package dev.luakit.vm;

/** The eight types of Lua. */
public enum LuaType {
  NIL("nil"),
  BOOLEAN("boolean"),
  NUMBER("number"),
  STRING("string"),
  TABLE("table"),
  FUNCTION("function"),
  THREAD("thread"),
  USERDATA("userdata");

  private final String luaName;

  LuaType(String luaName) {
    this.luaName = luaName;
  }

  /** The name that {@code type} returns. */
  public String luaName() {
    return luaName;
  }

  public static LuaType of(Object value) {
    if (value == null) {
      return NIL;
    }
    if (value instanceof String) {
      return STRING;
    }
    if (value instanceof Double) {
      return NUMBER;
    }
    if (value instanceof LuaTable) {
      return TABLE;
    }
    if (value instanceof LuaFunction) {
      return FUNCTION;
    }
    if (value instanceof Boolean) {
      return BOOLEAN;
    }
    if (value instanceof Userdata) {
      return USERDATA;
    }
    if (value instanceof Coroutine) {
      return THREAD;
    }
    throw new IllegalArgumentException("not a Lua value: " + value.getClass());
  }
}
