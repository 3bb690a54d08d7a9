package dev.luakit.vm;

import dev.luakit.vm.code.DebugInfo;
import dev.luakit.vm.code.Prototype;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * One trace of everything that can be reached from some roots. It adds up the sizes, by the model
 * that allocations are counted by, and removes from weak tables what it has not reached.
 *
 * <p>What was reached carries the mark of the trace. Marks go round from 1 to 127: new objects have
 * 0, and what is alive has the mark of the trace before, so that no old mark can be taken for a new
 * one.
 *
 * <p>The trace takes the same steps in each run of a script, as all of it depends on the values
 * alone. It needs room for a list of what it has still to visit and one of the strings; both stay
 * below the part of the costs of slots and entries that is for boxed numbers, which strings and
 * tables in their place don't need.
 */
final class Reachability {
  /** An instruction with its position in the source, and what is noted of it when it gets hot. */
  private static final int INSTRUCTION_BYTES = 32;

  private static final int CONSTANT_BYTES = 24;
  private static final int NAME_BYTES = 48;
  private static final int CALL_RANGE_BYTES = 48;
  private static final int PROTOTYPE_BYTES = 256;

  private final byte mark;

  /** The frame that does not wait for a call, {@code null} if there is none. */
  private final Frame running;

  /** Objects that are marked, and whose references are still to be followed. */
  private Object[] pending = new Object[256];

  private int pendingCount;
  private long bytes;

  private final SeenStrings strings = new SeenStrings();
  private final Set<Prototype> prototypes = Collections.newSetFromMap(new IdentityHashMap<>());

  /** The prototype that was met last: most closures come in groups of one prototype. */
  private Prototype lastPrototype;

  /** Tables that may have to forget something, once it is known what is reached. */
  private final List<LuaTable> forgetful = new ArrayList<>();

  Reachability(byte mark, Frame running) {
    this.mark = mark;
    this.running = running;
  }

  /**
   * Follows all references.
   *
   * @param forget whether weak tables lose what was not reached
   * @return the size of all that was reached, in bytes
   */
  long trace(boolean forget) {
    while (pendingCount > 0) {
      Object object = pending[--pendingCount];
      if (object instanceof LuaTable table) {
        visit(table);
      } else if (object instanceof LuaClosure closure) {
        visit(closure);
      } else if (object instanceof Coroutine coroutine) {
        visit(coroutine);
      } else {
        visit((Prototype) object);
      }
    }
    for (int i = 0; forget && i < forgetful.size(); i++) {
      forgetful.get(i).forget(this);
    }
    return bytes;
  }

  // ---- what is reached

  /** Notes that a value was reached. */
  void add(Object value) {
    if (value instanceof LuaTable table) {
      if (table.mark != mark) {
        table.mark = mark;
        push(table);
      }
    } else if (value instanceof String string) {
      add(string);
    } else if (value != null && !(value instanceof Double)) {
      addOther(value);
    }
  }

  private void addOther(Object value) {
    if (value instanceof LuaFunction function) {
      if (function.mark != mark) {
        function.mark = mark;
        addFirst(function);
      }
    } else if (value instanceof Cell cell) {
      if (cell.mark != mark) {
        cell.mark = mark;
        bytes += Interpreter.CELL_BYTES;
        add(cell.value);
      }
    } else if (value instanceof Coroutine coroutine) {
      if (coroutine.mark != mark) {
        coroutine.mark = mark;
        push(coroutine);
      }
    } else if (value instanceof Userdata userdata && userdata.mark != mark) {
      userdata.mark = mark;
      bytes += userdata.bytes();
      add(userdata.metatable());
    }
  }

  /** Notes a function that was not reached before. */
  private void addFirst(LuaFunction function) {
    if (function instanceof LuaClosure) {
      push(function);
    } else if (function instanceof Builtin builtin) {
      bytes += builtin.library.retainedBytes();
    } else if (function instanceof ControlFunction control) {
      add(control.coroutine);
    }
  }

  private void add(String string) {
    if (strings.add(string)) {
      bytes += (long) Memory.STRING_BYTES + string.length();
    }
  }

  private void add(Prototype prototype) {
    if (prototype != lastPrototype) {
      lastPrototype = prototype;
      if (prototypes.add(prototype)) {
        push(prototype);
      }
    }
  }

  /** Notes what a weak reference reaches: strings only, which are values and never removed. */
  void addWeak(Object value) {
    if (value instanceof String string) {
      add(string);
    }
  }

  /** Has a table {@link LuaTable#forget forget} what was not reached, when that is known. */
  void addForgetful(LuaTable table) {
    forgetful.add(table);
  }

  /** Whether a value was not reached; strings, numbers and booleans always are. */
  boolean isGarbage(Object value) {
    if (value instanceof LuaTable table) {
      return table.mark != mark;
    }
    if (value instanceof LuaFunction function) {
      return function.mark != mark;
    }
    if (value instanceof Coroutine coroutine) {
      return coroutine.mark != mark;
    }
    return value instanceof Userdata userdata && userdata.mark != mark;
  }

  private void push(Object object) {
    if (pendingCount == pending.length) {
      pending = Arrays.copyOf(pending, 2 * pendingCount);
    }
    pending[pendingCount++] = object;
  }

  // ---- what refers to other things

  private void visit(LuaTable table) {
    bytes += table.bytes();
    LuaTable metatable = table.metatable();
    boolean weakKeys = false;
    boolean weakValues = false;
    if (metatable != null) {
      add(metatable);
      if (metatable.get(Metamethod.MODE.key) instanceof String mode) {
        weakKeys = mode.indexOf('k') >= 0;
        weakValues = mode.indexOf('v') >= 0;
      }
    }
    table.reach(this, weakKeys, weakValues);
  }

  private void visit(LuaClosure closure) {
    Object[] upvalues = closure.upvalues;
    bytes += Interpreter.CLOSURE_BYTES + (long) upvalues.length * Interpreter.UPVALUE_BYTES;
    add(closure.prototype);
    add(closure.environment);
    for (Object upvalue : upvalues) {
      add(upvalue);
    }
  }

  private void visit(Prototype prototype) {
    DebugInfo debug = prototype.debug();
    bytes +=
        PROTOTYPE_BYTES
            + (long) prototype.code().length * INSTRUCTION_BYTES
            + (long) prototype.constants().length * CONSTANT_BYTES
            + (long) (prototype.upvalues().length + debug.locals().length) * NAME_BYTES
            + (long) debug.calls().length * CALL_RANGE_BYTES;
    add(debug.chunk());
    for (Object constant : prototype.constants()) {
      add(constant);
    }
    for (DebugInfo.Local local : debug.locals()) {
      add(local.name());
    }
    for (Prototype inner : prototype.inner()) {
      add(inner);
    }
  }

  private void visit(Coroutine coroutine) {
    bytes += Coroutine.COROUTINE_BYTES;
    coroutine.dropUnusedFrames();
    add(coroutine.function);
    add(coroutine.environment);
    for (Frame frame = coroutine.top; frame != null; frame = frame.previous) {
      visit(frame);
    }
  }

  private void visit(Frame frame) {
    bytes += Coroutine.FRAME_BYTES;
    if (frame.closure == null) {
      if (frame.marker == Frame.Marker.PROTECTED) {
        add(frame.handler);
      }
      return;
    }
    add(frame.closure);
    frame.clearDeadRegisters(frame != running);
    int registers = Math.max(frame.registers.length, frame.closure.prototype.registers());
    bytes += (long) registers * Coroutine.REGISTER_BYTES;
    for (Object value : frame.registers) {
      add(value);
    }
    if (frame.closure.prototype.vararg()) {
      bytes += (long) frame.varargs.length * Interpreter.VARARG_BYTES;
      for (Object value : frame.varargs) {
        add(value);
      }
    }
  }
}
