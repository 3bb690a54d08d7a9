package dev.luakit.vm;

import dev.luakit.grammar.LuaSyntaxException;
import dev.luakit.vm.code.DebugInfo;
import dev.luakit.vm.code.Prototype;
import dev.luakit.vm.compiler.Compiler;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The world of one evaluation: its globals, its limits, and all that a script can change. Nothing
 * of it is shared with another one. It belongs to one thread.
 */
public final class LuaState {
  /** Bytes of memory that a byte of source takes as tokens, tree and code. */
  private static final long SOURCE_FACTOR = 16;

  /** A numeral of this length is read in no time to speak of. */
  private static final int SHORT_NUMERAL = 32;

  /** Bytes of memory that a byte of a numeral takes while it is read. */
  private static final long NUMERAL_FACTOR = 4;

  /** Bytes of a numeral that are read in about the time of an instruction. */
  private static final int NUMERAL_BYTES_PER_STEP = 4;

  /** Calls that a traceback holds at most. */
  private static final int MAX_TRACEBACK = 100;

  private static final Object[] NO_UPVALUES = {};

  private final Limits limits;
  private final Memory memory;
  private final Identities identities = new Identities();
  private final LuaTable globals;
  private final Interpreter interpreter;
  private LuaTable stringMetatable;

  /** Values that the host holds; see {@link #pin}. */
  private final List<Object> pinned = new ArrayList<>();

  /** The chunks that are passed over where a place is told. */
  private final Set<String> hidden = new HashSet<>();

  /** A world without any library. */
  public LuaState(Limits limits) {
    this.limits = limits;
    memory =
        new Memory(limits.memoryBytes(), limits.stringBytes(), Runtime.getRuntime().maxMemory());
    globals = new LuaTable(memory);
    interpreter = new Interpreter(this);
  }

  public Limits limits() {
    return limits;
  }

  public Memory memory() {
    return memory;
  }

  public LuaTable globals() {
    return globals;
  }

  public void setStringMetatable(LuaTable metatable) {
    stringMetatable = metatable;
  }

  /**
   * Has a value count as alive for good. The host pins what it keeps and may hand to a script
   * later, unless that is among the globals: else weak tables would forget it.
   */
  public void pin(Object value) {
    pinned.add(value);
  }

  /**
   * Has {@link #where} and {@link #callSites} pass over a chunk, and tell who called it: the lines
   * of a library mean nothing to those who use it. Tracebacks show them nevertheless.
   *
   * @param chunk the name that the chunk is loaded by, before or after this
   */
  public void hideLines(String chunk) {
    hidden.add(chunk);
  }

  private boolean isHidden(Frame frame) {
    return !hidden.isEmpty() && hidden.contains(frame.closure.prototype.debug().chunk());
  }

  /** Tells a trace what is alive whatever runs. */
  void addRoots(Reachability trace) {
    trace.add(globals);
    trace.add(stringMetatable);
    for (int i = 0; i < pinned.size(); i++) {
      trace.add(pinned.get(i));
    }
  }

  /** Instructions run so far, with the work of builtins that is counted as such. */
  public long instructions() {
    return interpreter.instructions();
  }

  /**
   * Accounts for work inside a function written in Java as if it were {@code steps} instructions.
   *
   * @throws LimitExceeded if the limit of instructions or of time is reached
   */
  public void work(long steps) {
    interpreter.work(steps);
  }

  /**
   * Stops the clock of the limit of time, which runs from the start: the time until {@link
   * #resumeTime} is the host's own. No Lua code may run meanwhile.
   */
  public void pauseTime() {
    interpreter.pauseTime();
  }

  /** Lets the clock go on after {@link #pauseTime}. */
  public void resumeTime() {
    interpreter.resumeTime();
  }

  /** The time that is left of the limit, while the clock runs; may be negative. */
  public long nanosLeft() {
    return interpreter.nanosLeft();
  }

  /**
   * Gives the whole limits of instructions and of time again, while no Lua code runs and the clock
   * stands still. The count of instructions starts anew.
   */
  public void renewLimits() {
    interpreter.renewLimits();
  }

  // ---- compiling and calling

  /**
   * Compiles a chunk to a function whose environment is the running thread's globals.
   *
   * @param source the bytes of the chunk
   * @param chunkName the name for messages, as it is shown
   * @param file whether it is a file, whose leading {@code #} lines don't count
   * @throws LuaError {@code CHUNK:LINE: MESSAGE} if it is not Lua
   */
  public LuaClosure load(String source, String chunkName, boolean file) {
    return load(source, chunkName, chunkName, file);
  }

  /**
   * The same for a chunk whose name is shown another way where it is not Lua.
   *
   * @param nameIfNotLua see {@link ChunkName#displayOfNoLua}
   */
  public LuaClosure load(String source, String chunkName, String nameIfNotLua, boolean file) {
    memory.allocate(SOURCE_FACTOR * source.length());
    Loading loading = new Loading(interpreter, memory, limits.nesting());
    Prototype prototype;
    try {
      prototype = Compiler.compile(source, chunkName, file, loading);
    } catch (LuaSyntaxException e) {
      loading.end();
      interpreter.checkTime();
      LuaError error = new LuaError(nameIfNotLua + ":" + e.line() + ": " + e.getMessage());
      error.setTraceback(
          new Traceback(
              List.of(new Traceback.Call(chunkName, e.line(), e.column(), "main chunk"))));
      throw error;
    } catch (StackOverflowError e) {
      throw LimitExceeded.stack();
    } catch (OutOfMemoryError e) {
      throw LimitExceeded.heap(Runtime.getRuntime().maxMemory());
    }
    loading.end();
    interpreter.checkTime();
    return new LuaClosure(new Template(prototype), NO_UPVALUES, interpreter.current().environment);
  }

  /**
   * Calls a function, or a value with a {@code __call} handler.
   *
   * @return its results: see {@link #first} and {@link #all}
   */
  public Object call(Object function, Object... arguments) {
    return interpreter.call(function, arguments);
  }

  /** The first of a call's results, nil if there is none. */
  public static Object first(Object results) {
    if (results instanceof Object[] array) {
      return array.length == 0 ? null : array[0];
    }
    return results;
  }

  /** A call's results as an array. */
  public static Object[] all(Object results) {
    return results instanceof Object[] array ? array : new Object[] {results};
  }

  // ---- coroutines

  /** The running coroutine, {@code null} for the main one. */
  public Coroutine currentCoroutine() {
    Coroutine current = interpreter.current();
    return current.function == null ? null : current;
  }

  public Coroutine newCoroutine(LuaFunction function) {
    return interpreter.newCoroutine(function);
  }

  /** The function that {@code coroutine.wrap} returns. */
  public LuaFunction wrap(LuaFunction function) {
    Coroutine coroutine = newCoroutine(function);
    return new ControlFunction(ControlFunction.Kind.WRAPPED, coroutine);
  }

  /**
   * One of the functions that only the interpreter can carry out: {@code pcall}, {@code xpcall},
   * {@code resume}, {@code yield}, {@code collectgarbage}.
   */
  public static LuaFunction controlFunction(String name) {
    for (ControlFunction.Kind kind : ControlFunction.Kind.values()) {
      if (kind.name.equals(name) && kind != ControlFunction.Kind.WRAPPED) {
        return new ControlFunction(kind, null);
      }
    }
    throw new IllegalArgumentException(name);
  }

  // ---- values

  public static boolean isTrue(Object value) {
    return value != null && value != Boolean.FALSE;
  }

  /** Equality without metamethods. */
  public static boolean rawEqual(Object a, Object b) {
    if (a instanceof Double x) {
      return b instanceof Double y && x.doubleValue() == y.doubleValue();
    }
    return a == b || (a instanceof String && a.equals(b));
  }

  /** The metatable that a value's behaviour comes from, {@code null} for none. */
  public LuaTable metatableOf(Object value) {
    if (value instanceof LuaTable table) {
      return table.metatable();
    }
    if (value instanceof Userdata userdata) {
      return userdata.metatable();
    }
    return value instanceof String ? stringMetatable : null;
  }

  /** The handler that a value has for an event, {@code null} for none. */
  public Object metamethod(Object value, Metamethod event) {
    LuaTable metatable = metatableOf(value);
    return metatable == null ? null : metatable.metamethod(event);
  }

  /** {@code object[key]}, with metamethods. */
  public Object index(Object object, Object key) {
    return interpreter.operators.index(object, key);
  }

  /** {@code object[key] = value}, with metamethods. */
  public void setIndex(Object object, Object key, Object value) {
    interpreter.operators.setIndex(object, key, value);
  }

  /** {@code a < b}, with metamethods. */
  public boolean lessThan(Object a, Object b) {
    return interpreter.operators.lessThan(a, b);
  }

  /**
   * What {@code tostring} returns, which need not be a string where {@code __tostring} is given.
   */
  public Object toStringValue(Object value) {
    Object handler = metamethod(value, Metamethod.TOSTRING);
    return handler == null ? describe(value) : first(call(handler, value));
  }

  /**
   * What {@code tostring} returns.
   *
   * @throws LuaError if {@code __tostring} returns something else than a string
   */
  public String toLuaString(Object value) {
    Object text = toStringValue(value);
    if (text instanceof String string) {
      return string;
    }
    if (text instanceof Double number) {
      return numberToString(number);
    }
    throw error("'tostring' must return a string to 'print'");
  }

  /** The value as text without metamethods. */
  private String describe(Object value) {
    if (value == null) {
      return "nil";
    }
    if (value instanceof String string) {
      return string;
    }
    if (value instanceof Double number) {
      return numberToString(number);
    }
    if (value instanceof Boolean bool) {
      return bool ? "true" : "false";
    }
    String text = identities.describe(value);
    memory.allocateString(text.length());
    return text;
  }

  /**
   * Reads a number as {@code tonumber} does.
   *
   * @return {@code null} where the text is not a number
   */
  public Double parseNumber(String text) {
    if (text.length() > SHORT_NUMERAL) {
      memory.allocate(NUMERAL_FACTOR * text.length());
      interpreter.workAside(text.length() / NUMERAL_BYTES_PER_STEP);
    }
    return Numbers.parse(text);
  }

  /** The number that an operand stands for, or {@code null}. */
  Double toNumber(Object value) {
    if (value instanceof Double number) {
      return number;
    }
    return value instanceof String string ? parseNumber(string) : null;
  }

  /** The number as {@code tostring} gives it. */
  public String numberToString(double number) {
    String text = Numbers.toString(number);
    memory.allocateString(text.length());
    return text;
  }

  // ---- environments

  /** The environment of a function; functions written in Java see the globals. */
  public LuaTable environment(LuaFunction function) {
    return function instanceof LuaClosure closure ? closure.environment : globals;
  }

  /** Changes a function's environment; false where it is written in Java. */
  public boolean setEnvironment(LuaFunction function, LuaTable environment) {
    if (function instanceof LuaClosure closure) {
      closure.environment = environment;
      return true;
    }
    return false;
  }

  /** The environment in which the running thread loads chunks. */
  public LuaTable threadEnvironment() {
    return interpreter.current().environment;
  }

  public void setThreadEnvironment(LuaTable environment) {
    interpreter.current().environment = environment;
  }

  /**
   * The function at a level of the stack: 1 is the one that called the running builtin.
   *
   * @return {@code null} where the level is not a Lua function's
   */
  public LuaFunction functionAt(int level) {
    Frame frame = frameAt(level);
    return frame == null ? null : frame.closure;
  }

  /** What there is at a level of the stack, counted like that of {@link #functionAt}. */
  public StackLevel levelAt(int level) {
    int levels = 0;
    // The frame at depth 1 is the host's, or a coroutine's bottom.
    for (Frame frame = interpreter.current().top; frame.depth > 1; frame = frame.previous) {
      levels++;
      if (levels == level) {
        return frame.closure != null ? StackLevel.LUA : StackLevel.JAVA;
      }
      levels += frame.closure != null ? frame.tailCalls : 0;
      if (levels >= level) {
        return StackLevel.TAIL_CALL;
      }
    }
    return StackLevel.NONE;
  }

  /** The frame at a level, {@code null} where a tail call left none or the stack ends. */
  private Frame frameAt(int level) {
    int remaining = level;
    for (Frame frame = interpreter.current().top; frame.depth > 0; frame = frame.previous) {
      if (--remaining == 0) {
        return frame;
      }
      if (frame.closure != null) {
        remaining -= frame.tailCalls;
        if (remaining <= 0) {
          return null;
        }
      }
      if (frame.previous == null) {
        break;
      }
    }
    return null;
  }

  // ---- errors

  /** An error at the line that called the running builtin; to be thrown. */
  public LuaError error(String message) {
    return error(message, 1);
  }

  /** An error at a level of the stack, 0 for no position; to be thrown. */
  public LuaError error(String message, int level) {
    String text = where(level) + message;
    memory.allocateString(text.length());
    return new LuaError(text);
  }

  /**
   * {@code CHUNK:LINE: } of a level of the stack, empty where that is not Lua. Where its lines are
   * hidden, the place is that of the nearest caller in Lua whose lines are not.
   */
  public String where(int level) {
    Frame frame = level <= 0 ? null : frameAt(level);
    if (frame == null || frame.closure == null) {
      return "";
    }
    while (frame.closure == null || isHidden(frame)) {
      frame = frame.previous;
      if (frame == null) {
        return "";
      }
    }
    DebugInfo debug = frame.closure.prototype.debug();
    return debug.chunk() + ":" + debug.lines()[frame.pc - 1] + ": ";
  }

  LuaError argumentError(int position, String message, boolean fromLua) {
    String name = "?";
    int number = position;
    Frame top = interpreter.current().top;
    if (fromLua && top.closure != null) {
      String callee = VariableNames.callee(top.closure.prototype, top.pc - 1);
      if (callee != null) {
        name = callee.substring(callee.indexOf('\'') + 1, callee.length() - 1);
        if (callee.startsWith("method")) {
          number--;
          if (number == 0) {
            return error("calling '" + name + "' on bad self (" + message + ")");
          }
        }
      }
    }
    String text = "bad argument #" + number + " to '" + name + "' (" + message + ")";
    return error(text, fromLua ? 1 : 0);
  }

  /** The active calls of the running coroutine and of those that wait for it. */
  Traceback traceback() {
    List<Traceback.Call> calls = new ArrayList<>();
    for (Coroutine c = interpreter.current(); c != null; c = c.resumer) {
      for (Frame f = c.top; f != null && calls.size() < MAX_TRACEBACK; f = f.previous) {
        if (f.closure != null) {
          calls.add(call(f, f.previous));
        }
      }
    }
    return new Traceback(calls);
  }

  private static Traceback.Call call(Frame frame, Frame caller) {
    DebugInfo debug = frame.closure.prototype.debug();
    int at = Math.max(0, frame.pc - 1);
    String name = null;
    if (caller.closure != null && frame.tailCalls == 0) {
      name = VariableNames.callee(caller.closure.prototype, caller.pc - 1);
    }
    String function;
    if (debug.firstLine() == 0) {
      function = "main chunk";
    } else if (name != null) {
      function = "function " + name.substring(name.indexOf('\''));
    } else {
      function = "function <" + debug.chunk() + ":" + debug.firstLine() + ">";
    }
    return new Traceback.Call(debug.chunk(), debug.lines()[at], debug.columns()[at], function);
  }

  /** The text ranges of at most {@code most} active calls, innermost first. */
  public List<CallSite> callSites(int most) {
    List<CallSite> sites = new ArrayList<>();
    for (Coroutine c = interpreter.current(); c != null; c = c.resumer) {
      for (Frame frame = c.top; frame != null && sites.size() < most; frame = frame.previous) {
        if (frame.closure == null || isHidden(frame)) {
          continue;
        }
        DebugInfo debug = frame.closure.prototype.debug();
        DebugInfo.CallRange range = debug.call(frame.pc - 1);
        if (range != null) {
          sites.add(new CallSite(debug.chunk(), range));
        }
      }
    }
    return sites;
  }

  /** A call in the source. */
  public record CallSite(String chunk, DebugInfo.CallRange range) {}

  /** {@code attempt to OPERATION local 'x' (a nil value)}, to be thrown. */
  LuaError typeError(Frame frame, int register, Object value, String operation) {
    String name = null;
    if (register >= 0 && frame.closure != null) {
      name = VariableNames.describe(frame.closure.prototype, frame.pc - 1, register);
    }
    String type = LuaType.of(value).luaName();
    LuaError error =
        error(
            name == null
                ? "attempt to " + operation + " a " + type + " value"
                : "attempt to " + operation + " " + name + " (a " + type + " value)");
    if (operation.equals("concatenate") && register >= 0 && frame.closure != null) {
      // Of many operands one is at fault, and the instruction has but one place.
      error.setColumn(VariableNames.column(frame.closure.prototype, frame.pc - 1, register));
    }
    return error;
  }
}
