package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.Builtin;
import dev.luakit.vm.ChunkName;
import dev.luakit.vm.Library;
import dev.luakit.vm.LuaClosure;
import dev.luakit.vm.LuaError;
import dev.luakit.vm.LuaFunction;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.LuaType;
import dev.luakit.vm.Metamethod;

/** The basic functions (section 5.1 of the manual). */
final class BaseLibrary extends Library {
  /** The names in the order of {@link #call}; what the globals don't hold stands last. */
  private static final String[] NAMES = {
    "assert",
    "error",
    "gcinfo",
    "getfenv",
    "getmetatable",
    "ipairs",
    "load",
    "loadstring",
    "next",
    "pairs",
    "print",
    "rawequal",
    "rawget",
    "rawset",
    "select",
    "setfenv",
    "setmetatable",
    "tonumber",
    "tostring",
    "type",
    "unpack",
    "ipairs_step"
  };

  private static final int IPAIRS = 5;
  private static final int NEXT = 8;
  private static final int PAIRS = 9;
  private static final int RAWGET = 12;
  private static final int SETMETATABLE = 16;
  private static final int TONUMBER = 17;
  private static final int TOSTRING = 18;
  private static final int TYPE = 19;
  private static final int IPAIRS_STEP = 21;

  private static final Object[] NONE = {};

  /** Values that a C function has room for on the stack of the reference implementation. */
  static final int MAX_RESULTS = 8000;

  private final PrintSink output;
  private static final long LOADING_STEPS = 100;

  private static final int BYTES_PER_LOADING_STEP = 4;

  private final Builtin next = function(NEXT);
  private final Builtin tostring = function(TOSTRING);
  private final Builtin ipairsStep = function(IPAIRS_STEP);

  BaseLibrary(PrintSink output) {
    super(NAMES);
    this.output = output;
  }

  void open(LuaState state) {
    LuaTable globals = state.globals();
    globals.set("_G", globals);
    globals.set("_VERSION", "Lua 5.1");
    for (int i = 0; i < IPAIRS_STEP; i++) {
      globals.set(NAMES[i], i == NEXT ? next : i == TOSTRING ? tostring : function(i));
    }
    state.pin(next);
    state.pin(tostring);
    state.pin(ipairsStep);
    globals.set("collectgarbage", LuaState.controlFunction("collectgarbage"));
    globals.set("pcall", LuaState.controlFunction("pcall"));
    globals.set("xpcall", LuaState.controlFunction("xpcall"));
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    return switch (function) {
      case 0 -> assertTrue(arguments);
      case 1 -> throw error(arguments);
      case 2 -> Math.floor(arguments.state().memory().used() / 1024.0);
      case 3 -> getfenv(arguments);
      case 4 -> getmetatable(arguments);
      case IPAIRS -> new Object[] {ipairsStep, arguments.table(1), 0.0};
      case 6 -> load(arguments);
      case 7 -> loadstring(arguments);
      case NEXT -> next(arguments);
      case PAIRS -> new Object[] {next, arguments.table(1), null};
      case 10 -> print(arguments);
      case 11 -> LuaState.rawEqual(arguments.any(1), arguments.any(2));
      case RAWGET -> arguments.table(1).get(arguments.any(2));
      case 13 -> rawset(arguments);
      case 14 -> select(arguments);
      case 15 -> setfenv(arguments);
      case SETMETATABLE -> setmetatable(arguments);
      case TONUMBER -> tonumber(arguments);
      case TOSTRING -> arguments.state().toStringValue(arguments.any(1));
      case TYPE -> LuaType.of(arguments.any(1)).luaName();
      case 20 -> unpack(arguments);
      default -> ipairsStep(arguments);
    };
  }

  @Override
  protected Object callQuickly(
      LuaState state, int function, int count, Object a, Object b, Object c) {
    if (count == 0) {
      return NOT_QUICK;
    }
    switch (function) {
      case TYPE -> {
        return LuaType.of(a).luaName();
      }
      case TOSTRING -> {
        return state.toStringValue(a);
      }
      case TONUMBER -> {
        return a instanceof Double && count == 1 ? a : NOT_QUICK;
      }
      default -> {
        return a instanceof LuaTable table ? callQuickly(function, count, table, b) : NOT_QUICK;
      }
    }
  }

  /** The functions of a table. */
  private Object callQuickly(int function, int count, LuaTable table, Object b) {
    switch (function) {
      case NEXT -> {
        int position = table.position(b);
        return position == Integer.MIN_VALUE ? NOT_QUICK : next(table, position);
      }
      case IPAIRS_STEP -> {
        return b instanceof Double key ? ipairsStep(table, key.longValue() + 1.0) : NOT_QUICK;
      }
      case IPAIRS -> {
        return new Object[] {ipairsStep, table, 0.0};
      }
      case PAIRS -> {
        return new Object[] {next, table, null};
      }
      case RAWGET -> {
        return count == 2 ? table.get(b) : NOT_QUICK;
      }
      case SETMETATABLE -> {
        if (b instanceof LuaTable metatable && table.metatable() == null) {
          table.setMetatable(metatable);
          return table;
        }
        return NOT_QUICK;
      }
      default -> {
        return NOT_QUICK;
      }
    }
  }

  private static Object assertTrue(Arguments arguments) {
    if (!LuaState.isTrue(arguments.any(1))) {
      String message = arguments.optionalString(2, "assertion failed!");
      // To C a string ends at its first zero byte.
      int zero = message.indexOf('\0');
      throw arguments.error(zero < 0 ? message : message.substring(0, zero));
    }
    return arguments.from(1);
  }

  private static LuaError error(Arguments arguments) {
    Object value = arguments.get(1);
    int level = intArgument(arguments, 2, 1);
    if (level > 0 && (value instanceof String || value instanceof Double)) {
      String message = arguments.string(1);
      return level == 1 ? arguments.error(message) : arguments.state().error(message, level);
    }
    return new LuaError(value);
  }

  /** An optional argument as a C {@code int}, or the nearest one where it does not fit. */
  static int intArgument(Arguments arguments, int position, int otherwise) {
    return Math.clamp(
        arguments.optionalInteger(position, otherwise), Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  // ---- environments and metatables

  private static Object getfenv(Arguments arguments) {
    LuaState state = arguments.state();
    LuaFunction function = functionArgument(arguments);
    return function instanceof LuaClosure ? state.environment(function) : state.threadEnvironment();
  }

  private static Object setfenv(Arguments arguments) {
    LuaState state = arguments.state();
    LuaTable environment = arguments.table(2);
    if (!(arguments.get(1) instanceof LuaFunction) && arguments.number(1) == 0) {
      state.setThreadEnvironment(environment);
      return NONE;
    }
    LuaFunction function = functionArgument(arguments);
    if (function == null || !state.setEnvironment(function, environment)) {
      throw arguments.error("'setfenv' cannot change environment of given object");
    }
    return function;
  }

  /**
   * The function that the first argument is, or that it names by its level on the stack; {@code
   * null} for a level of a function written in Java, of which 0 is one.
   */
  private static LuaFunction functionArgument(Arguments arguments) {
    if (arguments.get(1) instanceof LuaFunction function) {
      return function;
    }
    LuaState state = arguments.state();
    int level = intArgument(arguments, 1, 1);
    if (level < 0) {
      throw arguments.error(1, "level must be non-negative");
    }
    if (level == 0) {
      return null;
    }
    switch (state.levelAt(level)) {
      case NONE -> throw arguments.error(1, "invalid level");
      case TAIL_CALL ->
          throw arguments.error("no function environment for tail call at level " + level);
      default -> {
        return state.functionAt(level);
      }
    }
  }

  private static Object getmetatable(Arguments arguments) {
    LuaState state = arguments.state();
    Object value = arguments.any(1);
    Object shown = state.metamethod(value, Metamethod.METATABLE);
    return shown != null ? shown : state.metatableOf(value);
  }

  private static Object setmetatable(Arguments arguments) {
    LuaTable table = arguments.table(1);
    Object metatable = arguments.get(2);
    if (arguments.isNone(2) || (metatable != null && !(metatable instanceof LuaTable))) {
      throw arguments.error(2, "nil or table expected");
    }
    if (arguments.state().metamethod(table, Metamethod.METATABLE) != null) {
      throw arguments.error("cannot change a protected metatable");
    }
    table.setMetatable((LuaTable) metatable);
    return table;
  }

  // ---- tables

  private static Object ipairsStep(Arguments arguments) {
    double key = arguments.integer(2) + 1.0;
    return ipairsStep(arguments.table(1), key);
  }

  private static Object ipairsStep(LuaTable table, double key) {
    Object value = table.get(key);
    return value == null ? NONE : new Object[] {key, value};
  }

  private static Object next(Arguments arguments) {
    LuaTable table = arguments.table(1);
    int position = table.position(arguments.get(2));
    if (position == Integer.MIN_VALUE) {
      throw new LuaError("invalid key to 'next'");
    }
    return next(table, position);
  }

  private static Object next(LuaTable table, int after) {
    int position = table.next(after);
    return position == 0 ? null : new Object[] {table.keyAt(position), table.valueAt(position)};
  }

  private static Object rawset(Arguments arguments) {
    LuaTable table = arguments.table(1);
    Object key = arguments.any(2);
    Object value = arguments.any(3);
    if (key == null) {
      throw new LuaError("table index is nil");
    }
    if (key instanceof Double number && number.isNaN()) {
      throw new LuaError("table index is NaN");
    }
    table.set(key, value);
    return table;
  }

  private static Object unpack(Arguments arguments) {
    LuaTable table = arguments.table(1);
    long first = arguments.optionalInteger(2, 1);
    long last = arguments.isNoneOrNil(3) ? table.length() : arguments.integer(3);
    if (first > last) {
      return NONE;
    }
    // The difference of two longs may overflow, to a negative number.
    long count = last - first + 1;
    if (count <= 0 || count > MAX_RESULTS - arguments.count()) {
      throw arguments.error("too many results to unpack");
    }
    arguments.state().work(count);
    arguments.state().memory().allocate(8 * count);
    Object[] values = new Object[(int) count];
    for (int i = 0; i < count; i++) {
      values[i] = table.get((double) (first + i));
    }
    return values;
  }

  // ---- arguments

  private static Object select(Arguments arguments) {
    int count = arguments.count();
    if (arguments.get(1) instanceof String option && option.startsWith("#")) {
      return (double) (count - 1);
    }
    long position = arguments.integer(1);
    if (position < 0) {
      position += count;
    } else if (position > count) {
      position = count;
    }
    if (position < 1) {
      throw arguments.error(1, "index out of range");
    }
    return arguments.from((int) position + 1);
  }

  private static Object tonumber(Arguments arguments) {
    int base = intArgument(arguments, 2, 10);
    if (base == 10) {
      Object value = arguments.any(1);
      if (value instanceof String text) {
        return arguments.state().parseNumber(text);
      }
      return value instanceof Double ? value : null;
    }
    String text = arguments.string(1);
    if (base < 2 || base > 36) {
      throw arguments.error(2, "base out of range");
    }
    arguments.state().work(text.length() / 8);
    return UnsignedInteger.parse(text, base);
  }

  // ---- text

  private Object print(Arguments arguments) {
    LuaState state = arguments.state();
    Object convert = state.index(state.threadEnvironment(), "tostring");
    TextBuffer line = new TextBuffer(state.memory());
    for (int i = 1; i <= arguments.count(); i++) {
      if (i > 1) {
        line.append('\t');
      }
      Object value = arguments.get(i);
      Object text =
          convert == tostring
              ? state.toStringValue(value)
              : LuaState.first(state.call(convert, value));
      if (text instanceof String string) {
        line.append(string);
      } else if (text instanceof Double number) {
        line.append(state.numberToString(number));
      } else {
        throw arguments.error("'tostring' must return a string to 'print'");
      }
    }
    output.print(line.finish());
    return NONE;
  }

  // ---- chunks

  private static Object loadstring(Arguments arguments) {
    String source = arguments.string(1);
    return compile(arguments.state(), source, arguments.optionalString(2, source));
  }

  private static Object load(Arguments arguments) {
    LuaState state = arguments.state();
    LuaFunction reader = arguments.function(1);
    String name = arguments.optionalString(2, "=(load)");
    TextBuffer source = new TextBuffer(state.memory());
    try {
      boolean binary = false;
      while (!binary) {
        Object piece = LuaState.first(state.call(reader));
        if (piece instanceof Double number) {
          piece = state.numberToString(number);
        }
        if (piece == null || "".equals(piece)) {
          break;
        }
        if (!(piece instanceof String text)) {
          throw arguments.error("reader function must return a string");
        }
        // A binary chunk is refused by its first byte: there is no use in reading on.
        binary = source.length() == 0 && isBinary(text);
        source.append(text);
      }
    } catch (LuaError e) {
      return new Object[] {null, e.value()};
    }
    return compile(state, source.finish(), name);
  }

  private static Object compile(LuaState state, String source, String name) {
    state.work(loadingSteps(source.length()));
    if (isBinary(source)) {
      String message = ChunkName.display(name) + ": a binary chunk can't be loaded, only text";
      state.memory().allocateString(message.length());
      return new Object[] {null, message};
    }
    try {
      return state.load(source, ChunkName.display(name), ChunkName.displayOfNoLua(name), false);
    } catch (LuaError e) {
      return new Object[] {null, e.value()};
    }
  }

  /** What loading a chunk of that many bytes is accounted for as. */
  static long loadingSteps(int bytes) {
    return LOADING_STEPS + bytes / BYTES_PER_LOADING_STEP;
  }

  private static boolean isBinary(String source) {
    return source.startsWith("\33");
  }
}
