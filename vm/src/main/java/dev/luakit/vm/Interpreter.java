package dev.luakit.vm;

import dev.luakit.vm.code.Instruction;
import dev.luakit.vm.code.Opcode;
import dev.luakit.vm.code.Prototype;
import dev.luakit.vm.code.Prototype.Upvalue;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Runs bytecode. Lua functions call each other without a Java frame in between: their frames are on
 * the heap, in the {@link Coroutine}, so that switching coroutines is a matter of going on with
 * another frame.
 *
 * <p>Methods that may change which frame runs next return that frame, {@code null} where the Java
 * code that called into the interpreter gets its results ({@link #result}).
 */
final class Interpreter {
  /** LUAI_MAXCCALLS of the reference implementation: Java calling Lua calling Java. */
  private static final int MAX_JAVA_DEPTH = 200;

  /** Coroutines that wait for each other; the reference implementation counts them as C calls. */
  private static final int MAX_COROUTINE_NESTING = 195;

  /** MAXTAGLOOP of the reference implementation: tables that refer to each other's __index. */
  private static final int MAX_INDEX_CHAIN = 100;

  /** Frames that a message handler may use after the stack has overflowed. */
  private static final int HANDLER_DEPTH = 200;

  /** Instructions between two looks at the clock. */
  private static final int SLICE = 1 << 16;

  private static final int CLOSURE_BYTES = 48;
  private static final int UPVALUE_BYTES = 8;
  private static final int CELL_BYTES = 24;
  private static final int VARARG_BYTES = 8;

  private static final Object[] NONE = {};

  private final LuaState state;
  private final Memory memory;
  private Coroutine current;
  private int javaDepth;

  /** What is left of the current slice; in the loop, while it runs, a local variable is ahead. */
  private int fuel;

  /** Instructions that were not yet handed out in a slice. */
  private long remaining;

  private long deadline;

  /** Nanoseconds to the deadline while the clock stands still. */
  private long timeLeft;

  /** The results for the Java code whose boundary was just left. */
  private Object[] result = NONE;

  /** Set by {@link #lookUp} and {@link #store} where a function must be called to go on. */
  private Object handler;

  private Object handlerSelf;

  Interpreter(LuaState state) {
    this.state = state;
    this.memory = state.memory();
    this.remaining = state.limits().instructions();
    current = new Coroutine(state, null);
    current.status = Coroutine.Status.RUNNING;
    current.environment = state.globals();
    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(state.limits().timeMillis());
  }

  Coroutine current() {
    return current;
  }

  Coroutine newCoroutine(LuaFunction function) {
    Coroutine coroutine = new Coroutine(state, function);
    coroutine.environment = current.environment;
    return coroutine;
  }

  // ---- limits

  long instructions() {
    return state.limits().instructions() - remaining - fuel;
  }

  /** Stops the clock: the time until {@link #resumeTime} is not the script's. */
  void pauseTime() {
    timeLeft = deadline - System.nanoTime();
  }

  void resumeTime() {
    deadline = System.nanoTime() + timeLeft;
  }

  /** Gives back all instructions, and all time to the clock, which stands still. */
  void renewLimits() {
    remaining = state.limits().instructions();
    fuel = 0;
    timeLeft = TimeUnit.MILLISECONDS.toNanos(state.limits().timeMillis());
  }

  void work(long steps) {
    if (steps <= fuel) {
      fuel -= (int) steps;
    } else {
      remaining -= steps - fuel;
      fuel = 0;
      refuel();
    }
  }

  /** Hands out the next slice. A negative fuel is what was already used of it. */
  private void refuel() {
    remaining += fuel;
    fuel = 0;
    if (remaining < 0) {
      throw LimitExceeded.instructions(state.limits().instructions());
    }
    if (System.nanoTime() - deadline > 0) {
      throw LimitExceeded.time(state.limits().timeMillis());
    }
    if (Thread.currentThread().isInterrupted()) {
      throw LimitExceeded.interrupted();
    }
    fuel = (int) Math.min(remaining, SLICE);
    remaining -= fuel;
  }

  // ---- calls from Java

  Object call(Object function, Object[] arguments) {
    if (javaDepth == MAX_JAVA_DEPTH) {
      throw state.error("C stack overflow");
    }
    Coroutine owner = current;
    int base = owner.depth();
    javaDepth++;
    try {
      if (function instanceof Builtin builtin) {
        Arguments view = new Arguments(state, arguments, 0, arguments.length, false);
        return builtin.library.call(builtin.index, view);
      }
      run(owner, base, function, arguments);
      Object[] results = result;
      result = NONE;
      return results.length == 1 ? results[0] : results;
    } catch (RuntimeException | Error e) {
      if (e instanceof LimitExceeded limit) {
        limit.setTraceback(state.traceback());
      }
      current = owner;
      owner.cutTo(base);
      throw e;
    } finally {
      javaDepth--;
    }
  }

  private void run(Coroutine owner, int base, Object function, Object[] arguments) {
    Frame boundary = owner.push(0);
    boundary.kind = Frame.Kind.BOUNDARY;
    boundary.closure = null;
    owner.boundaries++;
    Frame frame = null;
    boolean begun = false;
    do {
      try {
        if (!begun) {
          begun = true;
          frame = invoke(boundary, function, arguments, 0, arguments.length, 0, Frame.MULTIPLE);
        }
        if (frame != null) {
          loop(frame);
        }
        return;
      } catch (LuaError e) {
        frame = recover(e, owner, base + 1);
      }
    } while (true);
  }

  /**
   * Goes on after an error behind the innermost protected call, or lets it through.
   *
   * @param floor the lowest frame of {@code owner} that belongs to this run
   */
  private Frame recover(LuaError thrown, Coroutine owner, int floor) {
    LuaError error = thrown;
    while (true) {
      Coroutine coroutine = current;
      int lowest = coroutine == owner ? floor : 0;
      int at = coroutine.depth() - 1;
      while (at >= lowest && coroutine.frame(at).kind != Frame.Kind.PROTECTED) {
        at--;
      }
      if (at >= lowest) {
        Frame marker = coroutine.frame(at);
        Object value = error.value();
        if (marker.handler != null) {
          value = handle(marker.handler, value);
        }
        coroutine.cutTo(at);
        Object[] results = {Boolean.FALSE, value};
        return deliver(coroutine.top(), marker.destination, marker.wanted, results);
      }
      error.setTraceback(state.traceback());
      if (coroutine == owner) {
        throw error;
      }
      Coroutine resumer = coroutine.resumer;
      leave(coroutine, Coroutine.Status.DEAD);
      coroutine.cutTo(0);
      if (!coroutine.wrapped) {
        Object[] results = {Boolean.FALSE, error.value()};
        return deliver(resumer.top(), coroutine.resumeDestination, coroutine.resumeWanted, results);
      }
      if (error.value() instanceof String message) {
        LuaError outer = state.error(message);
        outer.setTraceback(error.traceback());
        error = outer;
      }
    }
  }

  /** Runs the message handler of {@code xpcall} on top of the stack that the error left. */
  private Object handle(Object handler, Object value) {
    Coroutine coroutine = current;
    coroutine.extraDepth += HANDLER_DEPTH;
    try {
      return LuaState.first(call(handler, new Object[] {value}));
    } catch (LuaError e) {
      return "error in error handling";
    } finally {
      coroutine.extraDepth -= HANDLER_DEPTH;
    }
  }

  // ---- calls

  /**
   * Begins a call on behalf of {@code caller}, the top frame; a function written in Java is run to
   * its end.
   */
  private Frame invoke(
      Frame caller, Object function, Object[] values, int from, int count, int dest, int wanted) {
    if (function instanceof LuaClosure closure) {
      return enter(closure, values, from, count, dest, wanted);
    }
    if (function instanceof Builtin builtin) {
      Arguments arguments = new Arguments(state, values, from, count, caller.closure != null);
      return deliver(caller, dest, wanted, builtin.library.call(builtin.index, arguments));
    }
    if (function instanceof ControlFunction control) {
      return control(control, caller, values, from, count, dest, wanted);
    }
    if (!(state.metamethod(function, Metamethod.CALL) instanceof LuaFunction called)) {
      throw state.typeError(caller, calleeRegister(caller), function, "call");
    }
    Object[] shifted = new Object[count + 1];
    shifted[0] = function;
    System.arraycopy(values, from, shifted, 1, count);
    return invoke(caller, called, shifted, 0, count + 1, dest, wanted);
  }

  private static int calleeRegister(Frame caller) {
    if (caller.closure == null) {
      return -1;
    }
    int instruction = caller.closure.prototype.code()[caller.pc - 1];
    switch (Instruction.opcode(instruction)) {
      case Opcode.CALL, Opcode.TAILCALL, Opcode.TFORCALL -> {
        return Instruction.a(instruction);
      }
      default -> {
        return -1;
      }
    }
  }

  private Frame enter(
      LuaClosure closure, Object[] values, int from, int count, int dest, int wanted) {
    Frame frame = current.push(closure.prototype.registers());
    frame.kind = Frame.Kind.LUA;
    frame.destination = dest;
    frame.wanted = wanted;
    frame.tailCalls = 0;
    begin(frame, closure, values, from, count);
    return frame;
  }

  /** Makes the frame one of that function, at its beginning. */
  private void begin(Frame frame, LuaClosure closure, Object[] values, int from, int count) {
    Prototype prototype = closure.prototype;
    Object[] registers = new Object[prototype.registers()];
    int named = prototype.parameters();
    System.arraycopy(values, from, registers, 0, Math.min(named, count));
    if (prototype.vararg()) {
      Object[] extra = NONE;
      if (count > named) {
        memory.allocate((long) (count - named) * VARARG_BYTES);
        extra = Arrays.copyOfRange(values, from + named, from + count);
      }
      frame.varargs = extra;
      if (prototype.needsArg()) {
        registers[named] = argTable(extra);
      }
    }
    frame.closure = closure;
    frame.registers = registers;
    frame.pc = 0;
    frame.concatTop = 0;
  }

  private LuaTable argTable(Object[] extra) {
    LuaTable table = new LuaTable(memory, extra.length, 1);
    table.setList(1, extra, 0, extra.length);
    table.set("n", (double) extra.length);
    return table;
  }

  /** Hands results to the frame that waits for them, which is on top. */
  private Frame deliver(Frame to, int dest, int wanted, Object results) {
    if (to.closure != null) {
      put(to, dest, wanted, results);
      return to;
    }
    return deliverToMarker(to, LuaState.all(results));
  }

  private Frame deliverToMarker(Frame marker, Object[] results) {
    Coroutine coroutine = current;
    switch (marker.kind) {
      case PROTECTED -> {
        Frame caller = coroutine.pop();
        Object[] values = prepend(Boolean.TRUE, results, 0, results.length);
        return deliver(caller, marker.destination, marker.wanted, values);
      }
      case BOUNDARY -> {
        coroutine.cutTo(coroutine.depth() - 1);
        result = results;
        return null;
      }
      default -> {
        Coroutine resumer = coroutine.resumer;
        leave(coroutine, Coroutine.Status.DEAD);
        coroutine.cutTo(0);
        return deliverToResumer(coroutine, resumer, results, 0, results.length);
      }
    }
  }

  /** Stores a call's results in the registers of the Lua function that made it. */
  private void put(Frame frame, int dest, int wanted, Object results) {
    if (wanted == 1 && !(results instanceof Object[])) {
      frame.registers[dest] = results;
    } else {
      Object[] values = LuaState.all(results);
      put(frame, dest, wanted, values, 0, values.length);
    }
  }

  private void put(Frame frame, int dest, int wanted, Object[] values, int from, int count) {
    if (wanted >= 0) {
      Object[] registers = frame.registers;
      int copied = Math.min(wanted, count);
      System.arraycopy(values, from, registers, dest, copied);
      for (int i = copied; i < wanted; i++) {
        registers[dest + i] = null;
      }
    } else if (wanted == Frame.MULTIPLE) {
      Object[] registers = ensureRegisters(frame, dest + count);
      System.arraycopy(values, from, registers, dest, count);
      frame.top = dest + count;
    } else {
      Object first = count > 0 ? values[from] : null;
      if (wanted == Frame.CONCAT) {
        frame.registers[dest] = first;
        frame.pc--;
      } else {
        finishTest(frame, LuaState.isTrue(first) == (wanted == Frame.TEST));
      }
    }
  }

  private Object[] ensureRegisters(Frame frame, int count) {
    if (count > frame.registers.length) {
      memory.allocate((long) count * VARARG_BYTES);
    }
    return frame.ensureRegisters(count);
  }

  /** Lets the comparison that the frame waits at take its jump, or skip it. */
  private static void finishTest(Frame frame, boolean value) {
    int instruction = frame.closure.prototype.code()[frame.pc - 1];
    if (value != (Instruction.a(instruction) != 0)) {
      frame.pc++;
    }
  }

  private static Object[] prepend(Object first, Object[] values, int from, int count) {
    Object[] all = new Object[count + 1];
    all[0] = first;
    System.arraycopy(values, from, all, 1, count);
    return all;
  }

  // ---- protected calls and coroutines

  private Frame control(
      ControlFunction function,
      Frame caller,
      Object[] values,
      int from,
      int count,
      int dest,
      int wanted) {
    Arguments arguments = new Arguments(state, values, from, count, caller.closure != null);
    switch (function.kind) {
      case PCALL -> {
        arguments.any(1);
        Frame marker = protect(null, dest, wanted);
        return invoke(marker, values[from], values, from + 1, count - 1, 0, Frame.MULTIPLE);
      }
      case XPCALL -> {
        arguments.any(2);
        Frame marker = protect(values[from + 1], dest, wanted);
        return invoke(marker, values[from], values, from, 0, 0, Frame.MULTIPLE);
      }
      case RESUME -> {
        Coroutine coroutine = arguments.coroutine(1);
        String problem = whyNotResumable(coroutine);
        if (problem != null) {
          return deliver(caller, dest, wanted, new Object[] {Boolean.FALSE, problem});
        }
        coroutine.wrapped = false;
        return resume(coroutine, values, from + 1, count - 1, dest, wanted);
      }
      case WRAPPED -> {
        Coroutine coroutine = function.coroutine;
        String problem = whyNotResumable(coroutine);
        if (problem != null) {
          throw state.error(problem);
        }
        coroutine.wrapped = true;
        return resume(coroutine, values, from, count, dest, wanted);
      }
      default -> {
        Coroutine coroutine = current;
        if (coroutine.function == null || coroutine.boundaries > 0) {
          throw state.error("attempt to yield across metamethod/C-call boundary", 0);
        }
        coroutine.yieldDestination = dest;
        coroutine.yieldWanted = wanted;
        Coroutine resumer = coroutine.resumer;
        leave(coroutine, Coroutine.Status.SUSPENDED);
        return deliverToResumer(coroutine, resumer, values, from, count);
      }
    }
  }

  private Frame protect(Object messageHandler, int dest, int wanted) {
    Frame marker = current.push(0);
    marker.kind = Frame.Kind.PROTECTED;
    marker.closure = null;
    marker.handler = messageHandler;
    marker.destination = dest;
    marker.wanted = wanted;
    return marker;
  }

  private String whyNotResumable(Coroutine coroutine) {
    if (coroutine.status == Coroutine.Status.SUSPENDED) {
      return current.nesting >= MAX_COROUTINE_NESTING ? "C stack overflow" : null;
    }
    return "cannot resume " + coroutine.status() + " coroutine";
  }

  private Frame resume(
      Coroutine coroutine, Object[] values, int from, int count, int dest, int wanted) {
    Coroutine resumer = current;
    resumer.status = Coroutine.Status.NORMAL;
    coroutine.status = Coroutine.Status.RUNNING;
    coroutine.resumer = resumer;
    coroutine.nesting = resumer.nesting + 1;
    coroutine.resumeDestination = dest;
    coroutine.resumeWanted = wanted;
    current = coroutine;
    if (coroutine.started) {
      Object[] copy = Arrays.copyOfRange(values, from, from + count);
      return deliver(coroutine.top(), coroutine.yieldDestination, coroutine.yieldWanted, copy);
    }
    coroutine.started = true;
    Frame bottom = coroutine.push(0);
    bottom.kind = Frame.Kind.COROUTINE;
    bottom.closure = null;
    return invoke(bottom, coroutine.function, values, from, count, 0, Frame.MULTIPLE);
  }

  /** Makes the resumer the running coroutine again. */
  private void leave(Coroutine coroutine, Coroutine.Status status) {
    coroutine.status = status;
    current = coroutine.resumer;
    current.status = Coroutine.Status.RUNNING;
    coroutine.resumer = null;
  }

  private Frame deliverToResumer(
      Coroutine coroutine, Coroutine resumer, Object[] values, int from, int count) {
    Object[] results =
        coroutine.wrapped
            ? Arrays.copyOfRange(values, from, from + count)
            : prepend(Boolean.TRUE, values, from, count);
    return deliver(resumer.top(), coroutine.resumeDestination, coroutine.resumeWanted, results);
  }

  // ---- the loop

  /** Runs from that frame on until a boundary gets its results. */
  private void loop(Frame start) {
    Frame frame = start;
    int fuel = this.fuel;
    reload:
    while (true) {
      if (frame == null) {
        return;
      }
      LuaClosure closure = frame.closure;
      Prototype prototype = closure.prototype;
      int[] code = prototype.code();
      Object[] k = prototype.constants();
      Object[] r = frame.registers;
      int pc = frame.pc;
      while (true) {
        int i = code[pc++];
        if (--fuel < 0) {
          frame.pc = pc;
          this.fuel = fuel;
          refuel();
          fuel = this.fuel;
        }
        switch (i & 0xFF) {
          case Opcode.MOVE:
            r[i >>> 8 & 0xFF] = r[i >>> 16 & 0xFF];
            continue;
          case Opcode.LOADK:
            r[i >>> 8 & 0xFF] = k[i >>> 16];
            continue;
          case Opcode.LOADKX:
            r[i >>> 8 & 0xFF] = k[code[pc++]];
            continue;
          case Opcode.LOADNIL:
            for (int a = i >>> 8 & 0xFF, n = i >>> 16 & 0xFF; n >= 0; n--) {
              r[a + n] = null;
            }
            continue;
          case Opcode.LOADBOOL:
            r[i >>> 8 & 0xFF] = (i >>> 16 & 0xFF) != 0 ? Boolean.TRUE : Boolean.FALSE;
            pc += i >>> 24;
            continue;
          case Opcode.GETUPVAL:
            r[i >>> 8 & 0xFF] = closure.upvalues[i >>> 16 & 0xFF];
            continue;
          case Opcode.GETUPCELL:
            r[i >>> 8 & 0xFF] = ((Cell) closure.upvalues[i >>> 16 & 0xFF]).value;
            continue;
          case Opcode.SETUPCELL:
            ((Cell) closure.upvalues[i >>> 16 & 0xFF]).value = r[i >>> 8 & 0xFF];
            continue;
          case Opcode.NEWCELL:
            frame.pc = pc;
            this.fuel = fuel;
            memory.allocate(CELL_BYTES);
            r[i >>> 8 & 0xFF] = new Cell(r[i >>> 8 & 0xFF]);
            continue;
          case Opcode.GETCELL:
            r[i >>> 8 & 0xFF] = ((Cell) r[i >>> 16 & 0xFF]).value;
            continue;
          case Opcode.SETCELL:
            ((Cell) r[i >>> 8 & 0xFF]).value = r[i >>> 16 & 0xFF];
            continue;
          case Opcode.GETGLOBAL:
            {
              LuaTable environment = closure.environment;
              Object value = environment.get((String) k[i >>> 16]);
              if (value != null || environment.metatable() == null) {
                r[i >>> 8 & 0xFF] = value;
                continue;
              }
              break;
            }
          case Opcode.SETGLOBAL:
            if (closure.environment.metatable() == null) {
              frame.pc = pc;
              this.fuel = fuel;
              closure.environment.set(k[i >>> 16], r[i >>> 8 & 0xFF]);
              continue;
            }
            break;
          case Opcode.GETENV:
            r[i >>> 8 & 0xFF] = closure.environment;
            continue;
          case Opcode.GETTABLE:
            if (r[i >>> 16 & 0xFF] instanceof LuaTable table) {
              Object key = r[i >>> 24];
              Object value =
                  key instanceof Double number ? table.get(number.doubleValue()) : table.get(key);
              if (value != null || table.metatable() == null) {
                r[i >>> 8 & 0xFF] = value;
                continue;
              }
            }
            break;
          case Opcode.GETFIELD:
            if (r[i >>> 16 & 0xFF] instanceof LuaTable table) {
              Object value = table.get((String) k[i >>> 24]);
              if (value != null || table.metatable() == null) {
                r[i >>> 8 & 0xFF] = value;
                continue;
              }
            }
            break;
          case Opcode.SETTABLE:
            if (r[i >>> 16 & 0xFF] instanceof Double number
                && r[i >>> 8 & 0xFF] instanceof LuaTable table
                && table.metatable() == null
                && !number.isNaN()) {
              frame.pc = pc;
              this.fuel = fuel;
              table.set(number.doubleValue(), r[i >>> 24]);
              continue;
            }
            break;
          case Opcode.SETFIELD:
            if (r[i >>> 8 & 0xFF] instanceof LuaTable table && table.metatable() == null) {
              frame.pc = pc;
              this.fuel = fuel;
              table.set(k[i >>> 16 & 0xFF], r[i >>> 24]);
              continue;
            }
            break;
          case Opcode.NEWTABLE:
            frame.pc = pc;
            this.fuel = fuel;
            r[i >>> 8 & 0xFF] = new LuaTable(memory, i >>> 16 & 0xFF, i >>> 24);
            continue;
          case Opcode.SETLIST:
            {
              int a = i >>> 8 & 0xFF;
              int count = i >>> 16 & 0xFF;
              if (count == 0) {
                count = frame.top - a - 1;
              }
              frame.pc = pc;
              this.fuel = fuel;
              ((LuaTable) r[a]).setList(code[pc++] + 1, r, a + 1, count);
              continue;
            }
          case Opcode.SELF:
            {
              Object object = r[i >>> 16 & 0xFF];
              r[(i >>> 8 & 0xFF) + 1] = object;
              if (object instanceof LuaTable table) {
                Object value = table.get((String) k[i >>> 24]);
                if (value != null || table.metatable() == null) {
                  r[i >>> 8 & 0xFF] = value;
                  continue;
                }
              }
              break;
            }
          case Opcode.ADD:
            if (r[i >>> 16 & 0xFF] instanceof Double x && r[i >>> 24] instanceof Double y) {
              r[i >>> 8 & 0xFF] = x + y;
              continue;
            }
            break;
          case Opcode.SUB:
            if (r[i >>> 16 & 0xFF] instanceof Double x && r[i >>> 24] instanceof Double y) {
              r[i >>> 8 & 0xFF] = x - y;
              continue;
            }
            break;
          case Opcode.MUL:
            if (r[i >>> 16 & 0xFF] instanceof Double x && r[i >>> 24] instanceof Double y) {
              r[i >>> 8 & 0xFF] = x * y;
              continue;
            }
            break;
          case Opcode.DIV:
            if (r[i >>> 16 & 0xFF] instanceof Double x && r[i >>> 24] instanceof Double y) {
              r[i >>> 8 & 0xFF] = x / y;
              continue;
            }
            break;
          case Opcode.MOD:
            if (r[i >>> 16 & 0xFF] instanceof Double x && r[i >>> 24] instanceof Double y) {
              r[i >>> 8 & 0xFF] = x - Math.floor(x / y) * y;
              continue;
            }
            break;
          case Opcode.POW:
            if (r[i >>> 16 & 0xFF] instanceof Double x && r[i >>> 24] instanceof Double y) {
              r[i >>> 8 & 0xFF] = Arithmetic.power(x, y);
              continue;
            }
            break;
          case Opcode.ADDK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              r[i >>> 8 & 0xFF] = x + (Double) k[i >>> 24];
              continue;
            }
            break;
          case Opcode.SUBK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              r[i >>> 8 & 0xFF] = x - (Double) k[i >>> 24];
              continue;
            }
            break;
          case Opcode.MULK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              r[i >>> 8 & 0xFF] = x * (Double) k[i >>> 24];
              continue;
            }
            break;
          case Opcode.DIVK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              r[i >>> 8 & 0xFF] = x / (Double) k[i >>> 24];
              continue;
            }
            break;
          case Opcode.MODK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              double y = (Double) k[i >>> 24];
              r[i >>> 8 & 0xFF] = x - Math.floor(x / y) * y;
              continue;
            }
            break;
          case Opcode.POWK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              r[i >>> 8 & 0xFF] = Arithmetic.power(x, (Double) k[i >>> 24]);
              continue;
            }
            break;
          case Opcode.UNM:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              r[i >>> 8 & 0xFF] = -x;
              continue;
            }
            break;
          case Opcode.NOT:
            {
              Object value = r[i >>> 16 & 0xFF];
              r[i >>> 8 & 0xFF] =
                  value == null || value == Boolean.FALSE ? Boolean.TRUE : Boolean.FALSE;
              continue;
            }
          case Opcode.LEN:
            if (r[i >>> 16 & 0xFF] instanceof LuaTable table) {
              r[i >>> 8 & 0xFF] = (double) table.length();
              continue;
            }
            break;
          case Opcode.CONCAT:
            break;
          case Opcode.JMP:
            pc += i >> 8;
            continue;
          case Opcode.EQ:
            {
              Object x = r[i >>> 16 & 0xFF];
              Object y = r[i >>> 24];
              boolean equal = LuaState.rawEqual(x, y);
              if (equal || !(x instanceof LuaTable || x instanceof Userdata)) {
                pc += equal == ((i & 0xFF00) != 0) ? (code[pc] >> 8) + 1 : 1;
                continue;
              }
              break;
            }
          case Opcode.EQK:
            pc +=
                LuaState.rawEqual(r[i >>> 16 & 0xFF], k[i >>> 24]) == ((i & 0xFF00) != 0)
                    ? (code[pc] >> 8) + 1
                    : 1;
            continue;
          case Opcode.LT:
            if (r[i >>> 16 & 0xFF] instanceof Double x && r[i >>> 24] instanceof Double y) {
              pc += (x < y) == ((i & 0xFF00) != 0) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.LE:
            if (r[i >>> 16 & 0xFF] instanceof Double x && r[i >>> 24] instanceof Double y) {
              pc += (x <= y) == ((i & 0xFF00) != 0) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.LTK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              pc += (x < (Double) k[i >>> 24]) == ((i & 0xFF00) != 0) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.LEK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              pc += (x <= (Double) k[i >>> 24]) == ((i & 0xFF00) != 0) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.GTK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              pc += (x > (Double) k[i >>> 24]) == ((i & 0xFF00) != 0) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.GEK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              pc += (x >= (Double) k[i >>> 24]) == ((i & 0xFF00) != 0) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.TEST:
            {
              Object value = r[i >>> 16 & 0xFF];
              boolean isTrue = value != null && value != Boolean.FALSE;
              pc += isTrue == (i >>> 24 != 0) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
          case Opcode.TESTSET:
            {
              Object value = r[i >>> 16 & 0xFF];
              boolean isTrue = value != null && value != Boolean.FALSE;
              if (isTrue == (i >>> 24 != 0)) {
                r[i >>> 8 & 0xFF] = value;
                pc += (code[pc] >> 8) + 1;
              } else {
                pc++;
              }
              continue;
            }
          case Opcode.CALL:
            {
              int a = i >>> 8 & 0xFF;
              int count = i >>> 16 & 0xFF;
              count = count != 0 ? count - 1 : frame.top - a - 1;
              int wanted = (i >>> 24) - 1;
              Object function = r[a];
              frame.pc = pc;
              this.fuel = fuel;
              if (function instanceof LuaClosure called) {
                frame = enter(called, r, a + 1, count, a, wanted);
                continue reload;
              }
              if (function instanceof Builtin builtin) {
                Arguments arguments = new Arguments(state, r, a + 1, count, true);
                Object results = builtin.library.call(builtin.index, arguments);
                fuel = this.fuel;
                if (wanted == 1 && !(results instanceof Object[])) {
                  r[a] = results;
                } else {
                  put(frame, a, wanted, results);
                  r = frame.registers;
                }
                continue;
              }
              frame = invoke(frame, function, r, a + 1, count, a, wanted);
              fuel = this.fuel;
              continue reload;
            }
          case Opcode.TAILCALL:
            {
              int a = i >>> 8 & 0xFF;
              int count = i >>> 16 & 0xFF;
              count = count != 0 ? count - 1 : frame.top - a - 1;
              frame.pc = pc;
              this.fuel = fuel;
              if (r[a] instanceof LuaClosure called) {
                begin(frame, called, r, a + 1, count);
                frame.tailCalls++;
              } else {
                frame = invoke(frame, r[a], r, a + 1, count, a, Frame.MULTIPLE);
                fuel = this.fuel;
              }
              continue reload;
            }
          case Opcode.RETURN:
            {
              int a = i >>> 8 & 0xFF;
              int count = i >>> 16 & 0xFF;
              count = count != 0 ? count - 1 : frame.top - a;
              frame.pc = pc;
              this.fuel = fuel;
              frame = returnFrom(frame, r, a, count);
              fuel = this.fuel;
              continue reload;
            }
          case Opcode.VARARG:
            {
              int a = i >>> 8 & 0xFF;
              frame.pc = pc;
              this.fuel = fuel;
              Object[] extra = frame.varargs;
              put(frame, a, (i >>> 16 & 0xFF) - 1, extra, 0, extra.length);
              r = frame.registers;
              continue;
            }
          case Opcode.CLOSURE:
            frame.pc = pc;
            this.fuel = fuel;
            r[i >>> 8 & 0xFF] = closure(prototype.inner()[i >>> 16], closure, r);
            continue;
          case Opcode.FORPREP:
            frame.pc = pc;
            this.fuel = fuel;
            prepareLoop(r, i >>> 8 & 0xFF);
            pc += (code[pc] >> 8) + 1;
            continue;
          case Opcode.FORLOOP:
            {
              int a = i >>> 8 & 0xFF;
              double step = (Double) r[a + 2];
              double index = (Double) r[a] + step;
              double limit = (Double) r[a + 1];
              if (step > 0 ? index <= limit : limit <= index) {
                Double boxed = index;
                r[a] = boxed;
                r[a + 3] = boxed;
                pc += (code[pc] >> 8) + 1;
              } else {
                pc++;
              }
              continue;
            }
          case Opcode.TFORCALL:
            {
              int a = i >>> 8 & 0xFF;
              frame.pc = pc;
              this.fuel = fuel;
              frame = invoke(frame, r[a], r, a + 1, 2, a + 3, i >>> 24);
              fuel = this.fuel;
              continue reload;
            }
          case Opcode.TFORLOOP:
            {
              int a = i >>> 8 & 0xFF;
              Object control = r[a + 3];
              if (control != null) {
                r[a + 2] = control;
                pc += (code[pc] >> 8) + 1;
              } else {
                pc++;
              }
              continue;
            }
          default:
            throw new IllegalStateException("opcode " + (i & 0xFF));
        }
        // What the operands make longer than this loop should be.
        frame.pc = pc;
        this.fuel = fuel;
        frame = operate(frame, i);
        fuel = this.fuel;
        continue reload;
      }
    }
  }

  /** Returns from the frame, which is on top. */
  private Frame returnFrom(Frame frame, Object[] values, int from, int count) {
    Frame caller = current.pop();
    frame.registers = NONE;
    frame.varargs = NONE;
    if (caller.closure == null) {
      return deliverToMarker(caller, Arrays.copyOfRange(values, from, from + count));
    }
    if (frame.wanted == 1) {
      caller.registers[frame.destination] = count > 0 ? values[from] : null;
    } else {
      put(caller, frame.destination, frame.wanted, values, from, count);
    }
    return caller;
  }

  private LuaClosure closure(Prototype prototype, LuaClosure outer, Object[] registers) {
    Upvalue[] sources = prototype.upvalues();
    memory.allocate(CLOSURE_BYTES + (long) sources.length * UPVALUE_BYTES);
    Object[] upvalues = new Object[sources.length];
    LuaClosure closure = new LuaClosure(prototype, upvalues, outer.environment);
    for (int i = 0; i < upvalues.length; i++) {
      Upvalue source = sources[i];
      upvalues[i] =
          switch (source.kind()) {
            case REGISTER -> registers[source.index()];
            case UPVALUE -> outer.upvalues[source.index()];
            case SELF -> closure;
          };
    }
    return closure;
  }

  private void prepareLoop(Object[] registers, int a) {
    Double index = Arithmetic.toNumber(registers[a]);
    Double limit = Arithmetic.toNumber(registers[a + 1]);
    Double step = Arithmetic.toNumber(registers[a + 2]);
    if (index == null) {
      throw state.error("'for' initial value must be a number");
    }
    if (limit == null) {
      throw state.error("'for' limit must be a number");
    }
    if (step == null) {
      throw state.error("'for' step must be a number");
    }
    registers[a] = index - step;
    registers[a + 1] = limit;
    registers[a + 2] = step;
  }

  // ---- indexing

  private Frame index(Frame frame, Object object, Object key, int dest) {
    Object value = lookUp(frame, object, key);
    if (handler == null) {
      frame.registers[dest] = value;
      return frame;
    }
    return invokeHandler(frame, new Object[] {handlerSelf, key}, dest, 1);
  }

  private Frame setIndex(Frame frame, Object object, Object key, Object value) {
    store(frame, object, key, value);
    return handler == null
        ? frame
        : invokeHandler(frame, new Object[] {handlerSelf, key, value}, 0, 0);
  }

  private Frame invokeHandler(Frame frame, Object[] arguments, int dest, int wanted) {
    Object called = handler;
    handler = null;
    handlerSelf = null;
    return invoke(frame, called, arguments, 0, arguments.length, dest, wanted);
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
    return call(called, arguments);
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

  // ---- operators

  /** Carries out an instruction that may have to call a metamethod. */
  private Frame operate(Frame frame, int instruction) {
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
        int operator = opcode - (constant ? Opcode.ADDK : Opcode.ADD);
        Metamethod event = Arithmetic.EVENTS[operator];
        return arithmetic(frame, event, r[b], constant ? k[c] : r[c], b, constant ? -1 : c);
      }
    }
  }

  private Frame arithmetic(
      Frame frame, Metamethod event, Object x, Object y, int xRegister, int yRegister) {
    int dest = Instruction.a(frame.closure.prototype.code()[frame.pc - 1]);
    Double a = Arithmetic.toNumber(x);
    Double b = Arithmetic.toNumber(y);
    if (a != null && b != null) {
      frame.registers[dest] = Arithmetic.apply(event, a, b);
      return frame;
    }
    Object called = state.metamethod(x, event);
    if (called == null) {
      called = state.metamethod(y, event);
    }
    if (called == null) {
      boolean second = a != null;
      throw state.typeError(
          frame, second ? yRegister : xRegister, second ? y : x, "perform arithmetic on");
    }
    return invoke(frame, called, new Object[] {x, y}, 0, 2, dest, 1);
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
    return invoke(frame, called, new Object[] {value}, 0, 1, dest, 1);
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
      return invoke(frame, called, new Object[] {x, y}, 0, 2, last - 1, Frame.CONCAT);
    }
    r[Instruction.a(instruction)] = r[first];
    return frame;
  }

  private static boolean isText(Object value) {
    return value instanceof String || value instanceof Double;
  }

  private String join(Object[] values, int from, int to) {
    if (to == from + 1
        && values[from] instanceof String left
        && values[to] instanceof String right) {
      memory.allocateString((long) left.length() + right.length());
      return left.concat(right);
    }
    String[] parts = new String[to - from + 1];
    long length = 0;
    for (int i = from; i <= to; i++) {
      String part = values[i] instanceof String s ? s : Numbers.toString((Double) values[i]);
      parts[i - from] = part;
      length += part.length();
    }
    memory.allocateString(length);
    StringBuilder text = new StringBuilder((int) length);
    for (String part : parts) {
      text.append(part);
    }
    return text.toString();
  }

  // ---- comparison

  private Frame equal(Frame frame, Object x, Object y) {
    Object called = equalHandler(x, y);
    if (called == null) {
      finishTest(frame, false);
      return frame;
    }
    return invoke(frame, called, new Object[] {x, y}, 0, 2, 0, Frame.TEST);
  }

  boolean equal(Object x, Object y) {
    if (LuaState.rawEqual(x, y)) {
      return true;
    }
    Object called = equalHandler(x, y);
    return called != null && LuaState.isTrue(LuaState.first(call(called, new Object[] {x, y})));
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
      finishTest(frame, a.compareTo(b) < 0);
      return frame;
    }
    Object called = LuaType.of(x) == LuaType.of(y) ? commonHandler(x, y, Metamethod.LT) : null;
    if (called == null) {
      throw comparisonError(x, y, 1);
    }
    return invoke(frame, called, new Object[] {x, y}, 0, 2, 0, Frame.TEST);
  }

  private Frame lessOrEqual(Frame frame, Object x, Object y) {
    if (x instanceof String a && y instanceof String b) {
      finishTest(frame, a.compareTo(b) <= 0);
      return frame;
    }
    boolean sameType = LuaType.of(x) == LuaType.of(y);
    Object called = sameType ? commonHandler(x, y, Metamethod.LE) : null;
    if (called != null) {
      return invoke(frame, called, new Object[] {x, y}, 0, 2, 0, Frame.TEST);
    }
    // Where there is no __le, Lua 5.1 takes a <= b for not (b < a).
    called = sameType ? commonHandler(y, x, Metamethod.LT) : null;
    if (called == null) {
      throw comparisonError(x, y, 1);
    }
    return invoke(frame, called, new Object[] {y, x}, 0, 2, 0, Frame.TEST_NOT);
  }

  /** For Java code, whose errors have no position. */
  boolean lessThan(Object x, Object y) {
    if (x instanceof Double a && y instanceof Double b) {
      return a < b;
    }
    if (x instanceof String a && y instanceof String b) {
      return a.compareTo(b) < 0;
    }
    Object called = LuaType.of(x) == LuaType.of(y) ? commonHandler(x, y, Metamethod.LT) : null;
    if (called == null) {
      throw comparisonError(x, y, 0);
    }
    return LuaState.isTrue(LuaState.first(call(called, new Object[] {x, y})));
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
