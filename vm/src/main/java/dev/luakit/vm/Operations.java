package dev.luakit.vm;

import java.util.Arrays;

/**
 * What translated code is made of. Most methods work for the instruction before {@code pc} of a
 * frame: they say so in the frame where they may raise an error or call a function.
 *
 * <p>Where {@link CompiledCode#UNWIND} or {@link CompiledCode#EXIT} may come back, it is said.
 */
final class Operations {
  static final Object[] NONE = {};

  private Operations() {}

  private static void at(Interpreter vm, Frame frame, int pc) {
    frame.pc = pc;
    vm.current().top = frame;
  }

  // ---- indexing: the value, or UNWIND

  static Object getField(
      Interpreter vm, Frame frame, int pc, Object object, String key, int[] hints, int site) {
    if (object instanceof LuaTable table) {
      Object value = table.get(key, hints, site);
      if (value != null) {
        return value;
      }
      LuaTable metatable = table.metatable();
      if (metatable == null) {
        return null;
      }
      if (metatable.metamethod(Metamethod.INDEX) instanceof LuaTable next) {
        value = next.get(key, hints, site);
        if (value != null) {
          return value;
        }
      }
    }
    at(vm, frame, pc);
    return vm.operators.indexFor(frame, object, key);
  }

  static Object getGlobal(
      Interpreter vm, Frame frame, int pc, LuaClosure closure, String key, int[] hints, int site) {
    LuaTable environment = closure.environment;
    Object value = environment.get(key, hints, site);
    if (value != null || environment.metatable() == null) {
      return value;
    }
    at(vm, frame, pc);
    return vm.operators.indexFor(frame, environment, key);
  }

  static Object getIndex(Interpreter vm, Frame frame, int pc, Object object, double key) {
    if (object instanceof LuaTable table) {
      Object value = table.get(key);
      if (value != null || table.metatable() == null) {
        return value;
      }
    }
    at(vm, frame, pc);
    return vm.operators.indexFor(frame, object, key);
  }

  static Object getIndex(Interpreter vm, Frame frame, int pc, Object object, Object key) {
    if (object instanceof LuaTable table) {
      Object value =
          key instanceof Double number ? table.get(number.doubleValue()) : table.get(key);
      if (value != null || table.metatable() == null) {
        return value;
      }
    }
    at(vm, frame, pc);
    return vm.operators.indexFor(frame, object, key);
  }

  // ---- assignments: nothing of interest, or UNWIND

  static Object setField(
      Interpreter vm,
      Frame frame,
      int pc,
      Object object,
      String key,
      Object value,
      int[] hints,
      int site) {
    if (object instanceof LuaTable table && table.setExisting(key, value, hints, site)) {
      return null;
    }
    at(vm, frame, pc);
    return vm.operators.setIndexFor(frame, object, key, value);
  }

  static Object setGlobal(
      Interpreter vm,
      Frame frame,
      int pc,
      LuaClosure closure,
      String key,
      Object value,
      int[] hints,
      int site) {
    return setField(vm, frame, pc, closure.environment, key, value, hints, site);
  }

  static Object setIndex(
      Interpreter vm, Frame frame, int pc, Object object, double key, Object value) {
    if (object instanceof LuaTable table && table.setSlot(key, value)) {
      return null;
    }
    at(vm, frame, pc);
    return vm.operators.setIndexFor(frame, object, key, value);
  }

  static Object setIndex(
      Interpreter vm, Frame frame, int pc, Object object, Object key, Object value) {
    if (key instanceof Double number) {
      return setIndex(vm, frame, pc, object, number.doubleValue(), value);
    }
    at(vm, frame, pc);
    return vm.operators.setIndexFor(frame, object, key, value);
  }

  // ---- new objects

  static LuaTable newTable(Interpreter vm, Frame frame, int pc, int slots, int entries) {
    at(vm, frame, pc);
    return new LuaTable(vm.memory(), slots, entries);
  }

  static void setList(
      Interpreter vm, Frame frame, int pc, Object table, int first, Object[] values) {
    at(vm, frame, pc);
    ((LuaTable) table).setList(first, values, 0, values.length);
  }

  static Cell newCell(Interpreter vm, Frame frame, int pc, Object value) {
    at(vm, frame, pc);
    return vm.newCell(value);
  }

  static LuaClosure newClosure(
      Interpreter vm, Frame frame, int pc, LuaClosure outer, int inner, Object[] upvalues) {
    at(vm, frame, pc);
    return vm.newClosure(outer, inner, upvalues);
  }

  static LuaTable argTable(Interpreter vm, Frame frame, int pc, Object[] extra) {
    at(vm, frame, pc);
    return vm.argTable(extra);
  }

  // ---- operators

  static double modulo(double x, double y) {
    return x - Math.floor(x / y) * y;
  }

  static double power(double x, double y) {
    return Arithmetic.power(x, y);
  }

  /**
   * An operation on operands of any type.
   *
   * @return what may be several values, of which the first counts, or UNWIND
   */
  static Object arithmetic(Interpreter vm, Frame frame, int pc, int opcode, Object x, Object y) {
    if (x instanceof Double a && y instanceof Double b) {
      return Arithmetic.apply(opcode, a, b);
    }
    at(vm, frame, pc);
    return vm.operators.arithmeticFor(frame, x, y);
  }

  static Boolean not(Object value) {
    return value == null || value == Boolean.FALSE ? Boolean.TRUE : Boolean.FALSE;
  }

  /** The length of a table or a string; -1 for the interpreter to find out. */
  static int length(Object value) {
    if (value instanceof LuaTable table) {
      return table.length();
    }
    return value instanceof String string ? string.length() : -1;
  }

  /** The text of two values together; {@code null} for the interpreter to find out. */
  static String concat(Interpreter vm, Frame frame, int pc, Object left, Object right) {
    at(vm, frame, pc);
    if (left instanceof String a && right instanceof String b) {
      return vm.operators.join(a, b);
    }
    return concat(vm, frame, pc, new Object[] {left, right});
  }

  static String concat(Interpreter vm, Frame frame, int pc, Object[] values) {
    for (Object value : values) {
      if (!(value instanceof String || value instanceof Double)) {
        return null;
      }
    }
    at(vm, frame, pc);
    return vm.operators.join(values, 0, values.length - 1);
  }

  // ---- tests: 1, 0, or -1 for the interpreter to find out

  static boolean isTrue(Object value) {
    return value != null && value != Boolean.FALSE;
  }

  static int equal(Interpreter vm, Object x, Object y) {
    if (x == y) {
      return x instanceof Double number && number.isNaN() ? 0 : 1;
    }
    if (x instanceof Double a) {
      return y instanceof Double b && a.doubleValue() == b.doubleValue() ? 1 : 0;
    }
    if (x instanceof String string) {
      return y instanceof String other && StringComparison.equal(vm, string, other) ? 1 : 0;
    }
    return vm.operators.comparesByHandler(x, y) ? -1 : 0;
  }

  static boolean equalText(Interpreter vm, Object value, String text) {
    return value instanceof String other && StringComparison.equal(vm, other, text);
  }

  static boolean equal(Object value, double number) {
    return value instanceof Double other && other == number;
  }

  static int lessThan(Interpreter vm, Object x, Object y) {
    if (x instanceof Double a && y instanceof Double b) {
      return a < b ? 1 : 0;
    }
    if (x instanceof String a && y instanceof String b) {
      return StringComparison.order(vm, a, b) < 0 ? 1 : 0;
    }
    return -1;
  }

  static int lessOrEqual(Interpreter vm, Object x, Object y) {
    if (x instanceof Double a && y instanceof Double b) {
      return a <= b ? 1 : 0;
    }
    if (x instanceof String a && y instanceof String b) {
      return StringComparison.order(vm, a, b) <= 0 ? 1 : 0;
    }
    return -1;
  }

  /** Whether a numeric loop makes another round. */
  static boolean goesOn(double index, double limit, double step) {
    return step > 0 ? index <= limit : limit <= index;
  }

  // ---- calls of what is not a function of Lua: the results, UNWIND or EXIT

  static Object callOther(Interpreter vm, Frame frame, Object function) {
    return vm.transitions.callOther(frame, function, 0, null, null, null);
  }

  static Object callOther(Interpreter vm, Frame frame, Object function, Object a) {
    return vm.transitions.callOther(frame, function, 1, a, null, null);
  }

  static Object callOther(Interpreter vm, Frame frame, Object function, Object a, Object b) {
    return vm.transitions.callOther(frame, function, 2, a, b, null);
  }

  static Object callOther(
      Interpreter vm, Frame frame, Object function, Object a, Object b, Object c) {
    return vm.transitions.callOther(frame, function, 3, a, b, c);
  }

  static Object callOther(Interpreter vm, Frame frame, Object function, Object[] arguments) {
    return vm.transitions.callOther(frame, function, arguments);
  }

  /** Takes note that a call that had taken over the frame has returned. */
  static Object tailReturned(Object results, Interpreter vm, Frame frame) {
    vm.depthLimit++;
    if (results != CompiledCode.UNWIND) {
      frame.tailCalls = 0;
    }
    return results;
  }

  /** Gives back what was paid for instructions that an error keeps from running. */
  static Throwable thrown(Throwable thrown, Interpreter vm, Frame frame) {
    vm.transitions.refund(frame);
    return thrown;
  }

  // ---- lists of values

  static Object first(Object results) {
    return results instanceof Object[] all ? pick(all, 0) : results;
  }

  static Object pick(Object results, int index) {
    if (results instanceof Object[] all) {
      return pick(all, index);
    }
    return index == 0 ? results : null;
  }

  static Object pick(Object[] values, int index) {
    return index < values.length ? values[index] : null;
  }

  static Object[] append(Object[] values, Object results) {
    Object[] more = LuaState.all(results);
    if (values.length == 0) {
      return more;
    }
    Object[] all = Arrays.copyOf(values, values.length + more.length);
    System.arraycopy(more, 0, all, values.length, more.length);
    return all;
  }

  /**
   * Accounts for the results of a call whose number is not known, from register {@code dest} on.
   */
  static Object countOpen(Object results, Interpreter vm, int dest) {
    if (results instanceof Object[] all) {
      vm.countOpen(dest, all.length);
    }
    return results;
  }

  /** The arguments behind the named ones. */
  static Object[] extra(Interpreter vm, Object[] arguments, int named) {
    return vm.extraArguments(arguments, named, arguments.length - named);
  }
}
