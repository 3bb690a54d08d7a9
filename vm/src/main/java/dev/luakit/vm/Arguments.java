package dev.luakit.vm;

/**
 * The arguments of one call of a function written in Java, and the checks that give Lua's errors:
 * {@code bad argument #2 to 'rep' (number expected, got no value)}. Positions count from 1.
 */
public final class Arguments {
  /** What a value costs in a list of results. */
  private static final long VALUE_BYTES = 8;

  private final LuaState state;
  private final Object[] values;
  private final int before;
  private final int count;

  /** Whether Lua code makes the call, so that its instruction tells the function's name. */
  private final boolean fromLua;

  Arguments(LuaState state, Object[] values, int from, int count, boolean fromLua) {
    this.state = state;
    this.values = values;
    this.before = from - 1;
    this.count = count;
    this.fromLua = fromLua;
  }

  public LuaState state() {
    return state;
  }

  public int count() {
    return count;
  }

  /** The argument, nil ({@code null}) also where there is none. */
  public Object get(int position) {
    return position <= count ? values[before + position] : null;
  }

  public boolean isNone(int position) {
    return position > count;
  }

  public boolean isNoneOrNil(int position) {
    return get(position) == null;
  }

  /** The arguments from {@code position} on. */
  public Object[] from(int position) {
    int length = Math.max(0, count - position + 1);
    state.work(length);
    state.memory().allocate(VALUE_BYTES * length);
    Object[] rest = new Object[length];
    System.arraycopy(values, before + position, rest, 0, length);
    return rest;
  }

  /** Any value, but there must be one. */
  public Object any(int position) {
    if (position > count) {
      throw error(position, "value expected");
    }
    return get(position);
  }

  /** A string, or a number as its text. */
  public String string(int position) {
    Object value = get(position);
    if (value instanceof String string) {
      return string;
    }
    if (value instanceof Double number) {
      return state.numberToString(number);
    }
    throw typeError(position, "string");
  }

  public String optionalString(int position, String otherwise) {
    return get(position) == null ? otherwise : string(position);
  }

  /** A number, or a string that reads as one. */
  public double number(int position) {
    Object value = get(position);
    if (value instanceof Double number) {
      return number;
    }
    if (value instanceof String string) {
      Double number = state.parseNumber(string);
      if (number != null) {
        return number;
      }
    }
    throw typeError(position, "number");
  }

  /** A number cut to an integer as C casts it; what does not fit becomes the nearest that does. */
  public long integer(int position) {
    return (long) number(position);
  }

  public long optionalInteger(int position, long otherwise) {
    return get(position) == null ? otherwise : integer(position);
  }

  public boolean toBoolean(int position) {
    return LuaState.isTrue(get(position));
  }

  public LuaTable table(int position) {
    if (get(position) instanceof LuaTable table) {
      return table;
    }
    throw typeError(position, "table");
  }

  public LuaFunction function(int position) {
    if (get(position) instanceof LuaFunction function) {
      return function;
    }
    throw typeError(position, "function");
  }

  public Coroutine coroutine(int position) {
    if (get(position) instanceof Coroutine coroutine) {
      return coroutine;
    }
    throw error(position, "coroutine expected");
  }

  LuaError typeError(int position, String expected) {
    String got = position > count ? "no value" : LuaType.of(get(position)).luaName();
    return error(position, expected + " expected, got " + got);
  }

  /** {@code bad argument #POSITION to 'NAME' (MESSAGE)}, to be thrown. */
  public LuaError error(int position, String message) {
    return state.argumentError(position, message, fromLua);
  }

  /** An error of the call as a whole, at the line that makes it; to be thrown. */
  public LuaError error(String message) {
    return state.error(message, fromLua ? 1 : 0);
  }
}
