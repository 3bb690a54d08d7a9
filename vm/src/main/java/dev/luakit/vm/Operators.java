package dev.luakit.vm;

import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;

/**
 * Indexing, arithmetic, concatenation and comparison of any values, with metamethods: what the
 * interpreter's loop and translated code leave to others when the operands are out of the ordinary.
 *
 * <p>Methods that take a frame work for its current instruction, and return the frame that runs
 * next, which is a handler's if there is one. Those without a frame are for Java code. Those named
 * {@code …For} are for translated code.
 */
final class Operators {
  /** MAXTAGLOOP of the reference implementation: tables that refer to each other's __index. */
  private static final int MAX_INDEX_CHAIN = 100;

  /** Close to the longest array that every JVM can make. */
  private static final int MAX_STRING = Integer.MAX_VALUE - 16;

  private final Interpreter vm;
  private final LuaState state;
  private final Memory memory;

  /** Set by {@link #lookUp} and {@link #store} where a function must be called to go on. */
  private Object handler;

  private Object handlerSelf;

  Operators(Interpreter vm, LuaState state) {
    this.vm = vm;
    this.state = state;
    this.memory = state.memory();
  }

  // ---- indexing

  Frame index(Frame frame, Object object, Object key, int dest) {
    Object value = lookUp(frame, object, key);
    if (handler == null) {
      frame.registers[dest] = value;
      return frame;
    }
    return invokeHandler(frame, new Object[] {handlerSelf, key}, dest, 1);
  }

  Frame setIndex(Frame frame, Object object, Object key, Object value) {
    store(frame, object, key, value);
    return handler == null
        ? frame
        : invokeHandler(frame, new Object[] {handlerSelf, key, value}, 0, 0);
  }

  private Frame invokeHandler(Frame frame, Object[] arguments, int dest, int wanted) {
    Object called = handler;
    handler = null;
    handlerSelf = null;
    return vm.invoke(frame, called, arguments, 0, arguments.length, dest, wanted);
  }

  Object index(Object object, Object key) {
    Object value = lookUp(null, object, key);
    return handler == null ? value : LuaState.first(callHandler(new Object[] {handlerSelf, key}));
  }

  void setIndex(Object object, Object key, Object value) {
    store(null, object, key, value);
    if (handler != null) {
      callHandler(new Object[] {handlerSelf, key, value});
    }
  }

  private Object callHandler(Object[] arguments) {
    Object called = handler;
    handler = null;
    handlerSelf = null;
    return vm.call(called, arguments);
  }

  /**
   * Follows the __index of metatables, to a value or to a function, which is left in {@link
   * #handler} and {@link #handlerSelf}.
   *
   * @param frame the frame whose current instruction names the operand, or {@code null}
   */
  private Object lookUp(Frame frame, Object object, Object key) {
    Object self = object;
    for (int i = 0; i < MAX_INDEX_CHAIN; i++) {
      Object next;
      if (self instanceof LuaTable table) {
        Object value = table.get(key);
        if (value != null || table.metatable() == null) {
          return value;
        }
        next = table.metatable().metamethod(Metamethod.INDEX);
        if (next == null) {
          return null;
        }
      } else {
        next = state.metamethod(self, Metamethod.INDEX);
        if (next == null) {
          throw indexError(frame, i == 0, self);
        }
      }
      if (next instanceof LuaFunction) {
        handler = next;
        handlerSelf = self;
        return null;
      }
      self = next;
    }
    throw state.error("loop in gettable");
  }

  /** The same for an assignment: stores the value, or leaves a function to call. */
  private void store(Frame frame, Object object, Object key, Object value) {
    Object self = object;
    for (int i = 0; i < MAX_INDEX_CHAIN; i++) {
      Object next;
      if (self instanceof LuaTable table) {
        LuaTable metatable = table.metatable();
        next = metatable == null ? null : metatable.metamethod(Metamethod.NEWINDEX);
        if (next == null || table.get(key) != null) {
          checkKey(key);
          table.set(key, value);
          return;
        }
      } else {
        next = state.metamethod(self, Metamethod.NEWINDEX);
        if (next == null) {
          throw indexError(frame, i == 0, self);
        }
      }
      if (next instanceof LuaFunction) {
        handler = next;
        handlerSelf = self;
        return;
      }
      self = next;
    }
    throw state.error("loop in settable");
  }

  private void checkKey(Object key) {
    if (key == null) {
      throw state.error("table index is nil");
    }
    if (key instanceof Double number && number.isNaN()) {
      throw state.error("table index is NaN");
    }
  }

  private LuaError indexError(Frame frame, boolean named, Object value) {
    int register = -1;
    if (frame != null && named) {
      int instruction = frame.closure.prototype.code()[frame.pc - 1];
      switch (Instruction.opcode(instruction)) {
        case Opcode.GETTABLE, Opcode.GETFIELD, Opcode.SELF -> register = Instruction.b(instruction);
        case Opcode.SETTABLE, Opcode.SETFIELD -> register = Instruction.a(instruction);
        default -> {}
      }
      // SELF has already copied the object to where the instruction puts it.
      return state.typeError(frame, register, value, "index");
    }
    String type = LuaType.of(value).luaName();
    return state.error("attempt to index a " + type + " value", frame == null ? 0 : 1);
  }

  Object indexFor(Frame frame, Object object, Object key) {
    Object value = lookUp(frame, object, key);
    if (handler == null) {
      return value;
    }
    Object called = handler;
    Object self = handlerSelf;
    handler = null;
    handlerSelf = null;
    Object results = vm.transitions.callHandler(frame, called, new Object[] {self, key});
    return LuaState.first(results);
  }

  Object setIndexFor(Frame frame, Object object, Object key, Object value) {
    store(frame, object, key, value);
    if (handler == null) {
      return null;
    }
    Object called = handler;
    Object self = handlerSelf;
    handler = null;
    handlerSelf = null;
    return vm.transitions.callHandler(frame, called, new Object[] {self, key, value});
  }

  // ---- operators

  /** Carries out an instruction that may have to call a metamethod. */
  Frame operate(Frame frame, int instruction) {
    Object[] r = frame.registers;
    Object[] k = frame.closure.prototype.constants();
    int a = Instruction.a(instruction);
    int b = Instruction.b(instruction);
    int c = Instruction.c(instruction);
    int opcode = Instruction.opcode(instruction);
    switch (opcode) {
      case Opcode.GETGLOBAL -> {
        return index(frame, frame.closure.environment, k[Instruction.bx(instruction)], a);
      }
      case Opcode.SETGLOBAL -> {
        return setIndex(frame, frame.closure.environment, k[Instruction.bx(instruction)], r[a]);
      }
      case Opcode.GETTABLE -> {
        return index(frame, r[b], r[c], a);
      }
      case Opcode.GETFIELD, Opcode.SELF -> {
        return index(frame, r[b], k[c], a);
      }
      case Opcode.SETTABLE -> {
        return setIndex(frame, r[a], r[b], r[c]);
      }
      case Opcode.SETFIELD -> {
        return setIndex(frame, r[a], k[b], r[c]);
      }
      case Opcode.LEN -> {
        return length(frame, instruction);
      }
      case Opcode.CONCAT -> {
        return concat(frame, instruction);
      }
      case Opcode.EQ -> {
        return equal(frame, r[b], r[c]);
      }
      case Opcode.LT -> {
        return lessThan(frame, r[b], r[c]);
      }
      case Opcode.LE -> {
        return lessOrEqual(frame, r[b], r[c]);
      }
      case Opcode.LTK -> {
        return lessThan(frame, r[b], k[c]);
      }
      case Opcode.LEK -> {
        return lessOrEqual(frame, r[b], k[c]);
      }
      case Opcode.GTK -> {
        return lessThan(frame, k[c], r[b]);
      }
      case Opcode.GEK -> {
        return lessOrEqual(frame, k[c], r[b]);
      }
      case Opcode.UNM -> {
        return arithmetic(frame, Metamethod.UNM, r[b], r[b], b, b);
      }
      default -> {
        boolean constant = opcode >= Opcode.ADDK;
        Metamethod event = Arithmetic.event(opcode);
        return arithmetic(frame, event, r[b], constant ? k[c] : r[c], b, constant ? -1 : c);
      }
    }
  }

  private Frame arithmetic(
      Frame frame, Metamethod event, Object x, Object y, int xRegister, int yRegister) {
    int dest = Instruction.a(frame.closure.prototype.code()[frame.pc - 1]);
    Double a = state.toNumber(x);
    Double b = state.toNumber(y);
    if (a != null && b != null) {
      frame.registers[dest] = Arithmetic.apply(event, a, b);
      return frame;
    }
    Object called = arithmeticHandler(frame, event, x, y, xRegister, yRegister);
    return vm.invoke(frame, called, new Object[] {x, y}, 0, 2, dest, 1);
  }

  private Object arithmeticHandler(
      Frame frame, Metamethod event, Object x, Object y, int xRegister, int yRegister) {
    Object called = state.metamethod(x, event);
    if (called == null) {
      called = state.metamethod(y, event);
    }
    if (called == null) {
      boolean second = state.toNumber(x) != null;
      throw state.typeError(
          frame, second ? yRegister : xRegister, second ? y : x, "perform arithmetic on");
    }
    return called;
  }

  /** The same for translated code: what may be several values, or UNWIND. */
  Object arithmeticFor(Frame frame, Object x, Object y) {
    int instruction = frame.closure.prototype.code()[frame.pc - 1];
    int opcode = Instruction.opcode(instruction);
    boolean constant = opcode >= Opcode.ADDK && opcode <= Opcode.POWK;
    Metamethod event = Arithmetic.event(opcode);
    Double a = state.toNumber(x);
    Double b = state.toNumber(y);
    if (a != null && b != null) {
      return Arithmetic.apply(event, a, b);
    }
    int second = opcode == Opcode.UNM ? Instruction.b(instruction) : Instruction.c(instruction);
    Object called =
        arithmeticHandler(frame, event, x, y, Instruction.b(instruction), constant ? -1 : second);
    return vm.transitions.callHandler(frame, called, new Object[] {x, y});
  }

  private Frame length(Frame frame, int instruction) {
    int b = Instruction.b(instruction);
    int dest = Instruction.a(instruction);
    Object value = frame.registers[b];
    if (value instanceof String string) {
      frame.registers[dest] = (double) string.length();
      return frame;
    }
    Object called = state.metamethod(value, Metamethod.LEN);
    if (called == null) {
      throw state.typeError(frame, b, value, "get length of");
    }
    return vm.invoke(frame, called, new Object[] {value}, 0, 1, dest, 1);
  }

  /** Joins the registers B to C from the right, as many strings at once as there are in a row. */
  private Frame concat(Frame frame, int instruction) {
    Object[] r = frame.registers;
    int first = Instruction.b(instruction);
    int last = frame.concatTop != 0 ? frame.concatTop - 1 : Instruction.c(instruction);
    frame.concatTop = 0;
    while (last > first) {
      Object x = r[last - 1];
      Object y = r[last];
      if (isText(x) && isText(y)) {
        int from = last - 1;
        while (from > first && isText(r[from - 1])) {
          from--;
        }
        r[from] = join(r, from, last);
        last = from;
        continue;
      }
      Object called = state.metamethod(x, Metamethod.CONCAT);
      if (called == null) {
        called = state.metamethod(y, Metamethod.CONCAT);
      }
      if (called == null) {
        boolean second = isText(x);
        throw state.typeError(frame, second ? last : last - 1, second ? y : x, "concatenate");
      }
      frame.concatTop = last;
      return vm.invoke(frame, called, new Object[] {x, y}, 0, 2, last - 1, Frame.CONCAT);
    }
    r[Instruction.a(instruction)] = r[first];
    return frame;
  }

  private static boolean isText(Object value) {
    return value instanceof String || value instanceof Double;
  }

  String join(String left, String right) {
    allocateJoined((long) left.length() + right.length());
    return left.concat(right);
  }

  String join(Object[] values, int from, int to) {
    if (to == from + 1
        && values[from] instanceof String left
        && values[to] instanceof String right) {
      return join(left, right);
    }
    String[] parts = new String[to - from + 1];
    long length = 0;
    for (int i = from; i <= to; i++) {
      String part = values[i] instanceof String s ? s : Numbers.toString((Double) values[i]);
      parts[i - from] = part;
      length += part.length();
    }
    allocateJoined(length);
    StringBuilder text = new StringBuilder((int) length);
    for (String part : parts) {
      text.append(part);
    }
    return text.toString();
  }

  private void allocateJoined(long length) {
    if (length > MAX_STRING) {
      throw state.error("string length overflow");
    }
    memory.allocateString(length);
  }

  // ---- comparison

  /** Equality without metamethods. */
  boolean rawEqual(Object a, Object b) {
    if (a instanceof Double x) {
      return b instanceof Double y && x.doubleValue() == y.doubleValue();
    }
    return a == b
        || (a instanceof String x && b instanceof String y && StringComparison.equal(vm, x, y));
  }

  private Frame equal(Frame frame, Object x, Object y) {
    Object called = equalHandler(x, y);
    if (called == null) {
      Interpreter.finishTest(frame, false);
      return frame;
    }
    return vm.invoke(frame, called, new Object[] {x, y}, 0, 2, 0, Frame.TEST);
  }

  boolean equal(Object x, Object y) {
    if (rawEqual(x, y)) {
      return true;
    }
    Object called = equalHandler(x, y);
    return called != null && LuaState.isTrue(LuaState.first(vm.call(called, new Object[] {x, y})));
  }

  /** Whether a function decides whether two values are equal that are not the same. */
  boolean comparesByHandler(Object x, Object y) {
    return equalHandler(x, y) != null;
  }

  /** The handler that decides whether two values that are not the same are equal, if any does. */
  private Object equalHandler(Object x, Object y) {
    boolean comparable =
        (x instanceof LuaTable && y instanceof LuaTable)
            || (x instanceof Userdata && y instanceof Userdata);
    return comparable ? commonHandler(x, y, Metamethod.EQ) : null;
  }

  /** A comparison is handled where both operands have the same handler. */
  private Object commonHandler(Object x, Object y, Metamethod event) {
    Object left = state.metamethod(x, event);
    if (left == null) {
      return null;
    }
    return LuaState.rawEqual(left, state.metamethod(y, event)) ? left : null;
  }

  private Frame lessThan(Frame frame, Object x, Object y) {
    if (x instanceof String a && y instanceof String b) {
      Interpreter.finishTest(frame, StringComparison.order(vm, a, b) < 0);
      return frame;
    }
    Object called = LuaType.of(x) == LuaType.of(y) ? commonHandler(x, y, Metamethod.LT) : null;
    if (called == null) {
      throw comparisonError(x, y, 1);
    }
    return vm.invoke(frame, called, new Object[] {x, y}, 0, 2, 0, Frame.TEST);
  }

  private Frame lessOrEqual(Frame frame, Object x, Object y) {
    if (x instanceof String a && y instanceof String b) {
      Interpreter.finishTest(frame, StringComparison.order(vm, a, b) <= 0);
      return frame;
    }
    boolean sameType = LuaType.of(x) == LuaType.of(y);
    Object called = sameType ? commonHandler(x, y, Metamethod.LE) : null;
    if (called != null) {
      return vm.invoke(frame, called, new Object[] {x, y}, 0, 2, 0, Frame.TEST);
    }
    // Where there is no __le, Lua 5.1 takes a <= b for not (b < a).
    called = sameType ? commonHandler(y, x, Metamethod.LT) : null;
    if (called == null) {
      throw comparisonError(x, y, 1);
    }
    return vm.invoke(frame, called, new Object[] {y, x}, 0, 2, 0, Frame.TEST_NOT);
  }

  /** For Java code, whose errors have no position. */
  boolean lessThan(Object x, Object y) {
    if (x instanceof Double a && y instanceof Double b) {
      return a < b;
    }
    if (x instanceof String a && y instanceof String b) {
      return StringComparison.order(vm, a, b) < 0;
    }
    Object called = LuaType.of(x) == LuaType.of(y) ? commonHandler(x, y, Metamethod.LT) : null;
    if (called == null) {
      throw comparisonError(x, y, 0);
    }
    return LuaState.isTrue(LuaState.first(vm.call(called, new Object[] {x, y})));
  }

  private LuaError comparisonError(Object x, Object y, int level) {
    String left = LuaType.of(x).luaName();
    String right = LuaType.of(y).luaName();
    return state.error(
        left.equals(right)
            ? "attempt to compare two " + left + " values"
            : "attempt to compare " + left + " with " + right,
        level);
  }
}
