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

  /** Calls of translated code on the Java stack. */
  private static final int MAX_COMPILED_DEPTH = 400;

  /** Resumptions after which a coroutine is resumed on top of translated code. */
  private static final int HOT_COROUTINE = 24;

  /** Instructions between two looks at the clock. */
  private static final int SLICE = 1 << 16;

  static final int CLOSURE_BYTES = 48;
  static final int UPVALUE_BYTES = 8;
  static final int CELL_BYTES = 24;
  static final int VARARG_BYTES = 8;

  static final Object[] NONE = {};

  private final LuaState state;
  private final Memory memory;
  private Coroutine current;
  private int javaDepth;

  /** Coroutines that were resumed on top of translated code, in which nothing else of Java is. */
  private int nestedCoroutines;

  /** What is left of the current slice; in the loop, while it runs, a local variable is ahead. */
  int fuel;

  /** The depth beyond which translated code does not call on, to bound the Java stack. */
  int depthLimit;

  /** Whether this is the last slice, of which every instruction counts: no code is translated. */
  private boolean lastSlice;

  /** Instructions that were not yet handed out in a slice. */
  private long remaining;

  private long deadline;

  /** Nanoseconds to the deadline while the clock stands still. */
  private long timeLeft;

  /** The results for the Java code that the loop returns to. */
  private Object result;

  /**
   * What the base has to call for the frame on top once translated code is unwound, if anything.
   */
  private ControlFunction pending;

  private Object[] pendingArguments;
  private int pendingDestination;
  private int pendingWanted;

  /** The translated call that waits for the running loop, {@code null} for a loop of the base. */
  private Frame stop;

  /** Set by {@link #lookUp} and {@link #store} where a function must be called to go on. */
  private Object handler;

  private Object handlerSelf;

  /** {@code null} until it is first needed, as is {@link #collectFunction}. */
  private Census census;

  private CollectFunction collectFunction;

  Interpreter(LuaState state) {
    this.state = state;
    this.memory = state.memory();
    memory.setInterpreter(this);
    this.remaining = state.limits().instructions();
    current = new Coroutine(state, null);
    current.status = Coroutine.Status.RUNNING;
    current.environment = state.globals();
    deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(state.limits().timeMillis());
  }

  Coroutine current() {
    return current;
  }

  Memory memory() {
    return memory;
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
    lastSlice = remaining <= SLICE;
    // A safe point that is asked for comes before the next slice.
    if (!mustRecount()) {
      fuel = (int) Math.min(remaining, SLICE);
      remaining -= fuel;
    }
  }

  // ---- memory

  /** Ends the slice, so that what runs comes to a safe point before long. */
  void requestSafePoint() {
    if (fuel > 0) {
      remaining += fuel;
      fuel = 0;
    }
  }

  /**
   * Whether a recount is due that can be taken, perhaps after translated code has left its stack to
   * the base. No function written in Java is in between then.
   */
  private boolean mustRecount() {
    return memory.isRecountDue() && javaDepth == 1 + nestedCoroutines;
  }

  /** Whether a coroutine runs on top of translated code, and its frame can go on at the base. */
  private boolean mayLeave(Frame frame) {
    return nestedCoroutines > 0 && javaDepth == 1 + nestedCoroutines && frame.closure != null;
  }

  /**
   * Between two instructions of the frame, which is on top.
   *
   * @return whether the frame is left to the loop at the base
   */
  private boolean safePoint(Frame frame) {
    if (mustRecount()) {
      if (!isBase()) {
        return true;
      }
      collect(frame);
    }
    refuel();
    return false;
  }

  /** Whether all that was called and has not returned is in frames. */
  private boolean isBase() {
    return stop == null && javaDepth == 1;
  }

  /**
   * Counts the memory that is alive, where that can be seen.
   *
   * @param running the frame that is between two instructions, {@code null} if it is in a call
   */
  void collect(Frame running) {
    if (isBase()) {
      if (census == null) {
        census = new Census(state);
      }
      census.take(current, running);
    }
  }

  // ---- calls from Java

  Object call(Object function, Object[] arguments) {
    if (javaDepth == MAX_JAVA_DEPTH) {
      throw state.error("C stack overflow");
    }
    Coroutine owner = current;
    Frame caller = owner.top;
    Frame outerStop = stop;
    int outerLimit = depthLimit;
    javaDepth++;
    try {
      if (function instanceof Builtin builtin) {
        Arguments view = new Arguments(state, arguments, 0, arguments.length, false);
        return builtin.library.call(builtin.index, view);
      }
      Object results = run(owner, function, arguments);
      return results instanceof Object[] all && all.length == 1 ? all[0] : results;
    } catch (RuntimeException | Error e) {
      if (e instanceof LimitExceeded limit) {
        limit.setTraceback(state.traceback());
      }
      current = owner;
      owner.cutTo(caller);
      throw e;
    } finally {
      javaDepth--;
      stop = outerStop;
      depthLimit = outerLimit;
      if (mustRecount()) {
        requestSafePoint();
      }
    }
  }

  private Object run(Coroutine owner, Object function, Object[] arguments) {
    Frame boundary = owner.pushMarker(Frame.Marker.BOUNDARY);
    owner.boundaries++;
    stop = null;
    Frame frame = null;
    boolean begun = false;
    while (true) {
      try {
        if (!begun) {
          begun = true;
          frame = invoke(boundary, function, arguments, 0, arguments.length, 0, Frame.MULTIPLE);
        }
        return loop(frame);
      } catch (LuaError e) {
        stop = null;
        frame = recover(e, owner, boundary);
      }
    }
  }

  /**
   * Goes on after an error behind the innermost protected call, or lets it through.
   *
   * @param floor the frame of {@code owner} below those that belong to this run
   */
  private Frame recover(LuaError thrown, Coroutine owner, Frame floor) {
    LuaError error = thrown;
    while (true) {
      Coroutine coroutine = current;
      Frame lowest = coroutine == owner ? floor : coroutine.bottom();
      Frame marker = coroutine.top;
      while (marker != lowest && !marker.is(Frame.Marker.PROTECTED)) {
        marker = marker.previous;
      }
      if (marker != lowest) {
        Object value = error.value();
        if (marker.handler != null) {
          value = handle(marker.handler, value);
        }
        coroutine.cutTo(marker.previous);
        Object[] results = {Boolean.FALSE, value};
        return deliver(coroutine.top, marker.destination, marker.wanted, results);
      }
      error.setTraceback(state.traceback());
      if (coroutine == owner) {
        throw error;
      }
      Coroutine resumer = coroutine.resumer;
      leave(coroutine, Coroutine.Status.DEAD);
      coroutine.clear();
      if (!coroutine.wrapped) {
        Object[] results = {Boolean.FALSE, error.value()};
        return deliver(resumer.top, coroutine.resumeDestination, coroutine.resumeWanted, results);
      }
      error = rethrown(error);
    }
  }

  /** An error that left a coroutine, for the one that called its {@code wrap}ped function. */
  private LuaError rethrown(LuaError error) {
    if (error.value() instanceof String message) {
      LuaError outer = state.error(message);
      outer.setTraceback(error.traceback());
      return outer;
    }
    return error;
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
      return isHot(closure.template)
          ? callHot(caller, closure, values, from, count, dest, wanted)
          : enter(closure, values, from, count, dest, wanted);
    }
    if (function instanceof Builtin builtin) {
      Arguments arguments = new Arguments(state, values, from, count, caller.closure != null);
      return deliver(caller, dest, wanted, builtin.library.call(builtin.index, arguments));
    }
    if (function instanceof ControlFunction control) {
      if (stop != null || (control.kind == ControlFunction.Kind.COLLECT && mayLeave(caller))) {
        return leaveToBase(caller);
      }
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

  /** Calls a function written in Java for the Lua function on top. */
  private Object callBuiltin(Builtin builtin, Object[] values, int from, int count) {
    if (count <= Library.MAX_QUICK) {
      Object a = count > 0 ? values[from] : null;
      Object b = count > 1 ? values[from + 1] : null;
      Object c = count > 2 ? values[from + 2] : null;
      Object results = builtin.library.callQuickly(state, builtin.index, count, a, b, c);
      if (results != Library.NOT_QUICK) {
        return results;
      }
    }
    Arguments arguments = new Arguments(state, values, from, count, true);
    return builtin.library.call(builtin.index, arguments);
  }

  private Frame enter(
      LuaClosure closure, Object[] values, int from, int count, int dest, int wanted) {
    Frame frame = current.push(closure.prototype.registers());
    frame.returnTo(dest, wanted);
    begin(frame, closure, values, from, count);
    return frame;
  }

  /** Makes the frame one of that function, at its beginning. */
  private void begin(Frame frame, LuaClosure closure, Object[] values, int from, int count) {
    Prototype prototype = closure.prototype;
    int named = prototype.parameters();
    if (prototype.vararg()) {
      frame.varargs = extraArguments(values, from + named, count - named);
    }
    // The values may be the frame's own registers, for a tail call.
    Object[] registers = frame.registers;
    if (registers.length < prototype.registers()) {
      registers = new Object[prototype.registers()];
      frame.registers = registers;
    }
    int copied = Math.min(named, count);
    System.arraycopy(values, from, registers, 0, copied);
    Arrays.fill(registers, copied, registers.length, null);
    if (prototype.needsArg()) {
      registers[named] = argTable(frame.varargs);
    }
    frame.closure = closure;
    frame.pc = 0;
    frame.concatTop = 0;
  }

  Object[] extraArguments(Object[] values, int from, int count) {
    if (count <= 0) {
      return NONE;
    }
    memory.allocate((long) count * VARARG_BYTES);
    return Arrays.copyOfRange(values, from, from + count);
  }

  LuaTable argTable(Object[] extra) {
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
    switch (marker.marker) {
      case PROTECTED -> {
        coroutine.top = marker.previous;
        Object[] values = prepend(Boolean.TRUE, results, 0, results.length);
        return deliver(marker.previous, marker.destination, marker.wanted, values);
      }
      case BOUNDARY -> {
        coroutine.cutTo(marker.previous);
        result = results;
        return null;
      }
      default -> {
        Coroutine resumer = coroutine.resumer;
        leave(coroutine, Coroutine.Status.DEAD);
        coroutine.clear();
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
      Object[] registers = frame.ensureRegisters(dest + count);
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
      case COLLECT -> {
        if (collectFunction == null) {
          collectFunction = new CollectFunction(this, memory);
        }
        return deliver(caller, dest, wanted, collectFunction.call(arguments));
      }
      default -> {
        Coroutine coroutine = current;
        if (coroutine.function == null || coroutine.boundaries > 0) {
          throw state.error("attempt to yield across metamethod/C-call boundary", 0);
        }
        coroutine.yieldDestination = dest;
        coroutine.yieldWanted = wanted;
        return yieldValues(values, from, count);
      }
    }
  }

  private Frame yieldValues(Object[] values, int from, int count) {
    Coroutine coroutine = current;
    Coroutine resumer = coroutine.resumer;
    leave(coroutine, Coroutine.Status.SUSPENDED);
    return deliverToResumer(coroutine, resumer, values, from, count);
  }

  private Frame protect(Object messageHandler, int dest, int wanted) {
    Frame marker = current.pushMarker(Frame.Marker.PROTECTED);
    marker.handler = messageHandler;
    marker.returnTo(dest, wanted);
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
    coroutine.resumeDestination = dest;
    coroutine.resumeWanted = wanted;
    return switchTo(coroutine, values, from, count);
  }

  /** Makes another coroutine the running one, with values for it to go on with. */
  private Frame switchTo(Coroutine coroutine, Object[] values, int from, int count) {
    Coroutine resumer = current;
    resumer.status = Coroutine.Status.NORMAL;
    coroutine.status = Coroutine.Status.RUNNING;
    coroutine.resumer = resumer;
    coroutine.nesting = resumer.nesting + 1;
    current = coroutine;
    if (coroutine.started) {
      Object[] copy = Arrays.copyOfRange(values, from, from + count);
      return deliver(coroutine.top, coroutine.yieldDestination, coroutine.yieldWanted, copy);
    }
    coroutine.started = true;
    return invoke(coroutine.top, coroutine.function, values, from, count, 0, Frame.MULTIPLE);
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
    if (coroutine.nested) {
      result = results;
      return null;
    }
    return deliver(resumer.top, coroutine.resumeDestination, coroutine.resumeWanted, results);
  }

  // ---- the loop

  /** Runs from that frame on until a boundary gets its results. */
  private Object loop(Frame start) {
    Frame frame = start;
    int fuel = this.fuel;
    reload:
    while (true) {
      if (frame == null) {
        Object results = result;
        result = null;
        return results;
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
          if (safePoint(frame)) {
            frame = leaveBefore(frame);
            continue reload;
          }
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
            r[i >>> 8 & 0xFF] = newCell(r[i >>> 8 & 0xFF]);
            fuel = this.fuel;
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
              fuel = this.fuel;
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
              fuel = this.fuel;
              continue;
            }
            break;
          case Opcode.SETFIELD:
            if (r[i >>> 8 & 0xFF] instanceof LuaTable table && table.metatable() == null) {
              frame.pc = pc;
              this.fuel = fuel;
              table.set(k[i >>> 16 & 0xFF], r[i >>> 24]);
              fuel = this.fuel;
              continue;
            }
            break;
          case Opcode.NEWTABLE:
            frame.pc = pc;
            this.fuel = fuel;
            r[i >>> 8 & 0xFF] = new LuaTable(memory, i >>> 16 & 0xFF, i >>> 24);
            fuel = this.fuel;
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
              fuel = this.fuel;
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
                frame =
                    isHot(called.template)
                        ? callHot(frame, called, r, a + 1, count, a, wanted)
                        : enter(called, r, a + 1, count, a, wanted);
                fuel = this.fuel;
                continue reload;
              }
              if (function instanceof Builtin builtin) {
                Object results = callBuiltin(builtin, r, a + 1, count);
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
                frame.tailCalls++;
                if (isHot(called.template)) {
                  frame = replaceHot(frame, called, a + 1, count);
                  fuel = this.fuel;
                } else {
                  begin(frame, called, r, a + 1, count);
                }
              } else {
                frame = invoke(frame, r[a], r, a + 1, count, a, Frame.MULTIPLE);
              }
              fuel = this.fuel;
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
              fuel = this.fuel;
              r = frame.registers;
              continue;
            }
          case Opcode.CLOSURE:
            frame.pc = pc;
            this.fuel = fuel;
            r[i >>> 8 & 0xFF] = closure(closure.template.inner(i >>> 16), closure, r);
            fuel = this.fuel;
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
                if (!closure.template.warm()) {
                  continue;
                }
                frame.pc = pc;
                this.fuel = fuel;
                frame = runHot(frame);
                fuel = this.fuel;
                continue reload;
              }
              pc++;
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
                if (!closure.template.warm()) {
                  continue;
                }
                frame.pc = pc;
                this.fuel = fuel;
                frame = runHot(frame);
                fuel = this.fuel;
                continue reload;
              }
              pc++;
              continue;
            }
          case Opcode.LOOP:
            pc += i >> 8;
            if (!closure.template.warm()) {
              continue;
            }
            frame.pc = pc;
            this.fuel = fuel;
            frame = runHot(frame);
            fuel = this.fuel;
            continue reload;
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
    Frame caller = frame.previous;
    current.top = caller;
    frame.tailCalls = 0;
    if (caller == stop) {
      result = count == 1 ? values[from] : Arrays.copyOfRange(values, from, from + count);
      return null;
    }
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

  private LuaClosure closure(Template template, LuaClosure outer, Object[] registers) {
    Upvalue[] sources = template.prototype.upvalues();
    memory.allocate(CLOSURE_BYTES + (long) sources.length * UPVALUE_BYTES);
    Object[] upvalues = new Object[sources.length];
    LuaClosure closure = new LuaClosure(template, upvalues, outer.environment);
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

  // ---- translated code

  private static boolean isHot(Template template) {
    return template.code != InterpretedCode.INSTANCE || template.warm();
  }

  /** The translation of a function that is hot, {@code null} where it can't be run here. */
  private CompiledCode translation(Template template, Frame caller) {
    if (lastSlice || (template.code == InterpretedCode.INSTANCE && !template.translate())) {
      return null;
    }
    return mayGoDeeper(caller) ? template.code : null;
  }

  private boolean mayGoDeeper(Frame frame) {
    if (stop == null) {
      depthLimit = frame.depth + MAX_COMPILED_DEPTH;
    }
    return frame.depth < depthLimit;
  }

  /** Calls a function that is hot, on behalf of the frame on top. */
  private Frame callHot(
      Frame caller,
      LuaClosure function,
      Object[] values,
      int from,
      int count,
      int dest,
      int wanted) {
    CompiledCode code = translation(function.template, caller);
    if (code == null) {
      return enter(function, values, from, count, dest, wanted);
    }
    Object results = call(code, caller, function, values, from, count);
    if (results == CompiledCode.UNWIND) {
      caller.next.returnTo(dest, wanted);
      return unwound();
    }
    current.top = caller;
    return deliver(caller, dest, wanted, results);
  }

  private Object call(
      CompiledCode code, Frame caller, LuaClosure function, Object[] values, int from, int count) {
    return switch (count) {
      case 0 -> code.call0(this, caller, function);
      case 1 -> code.call1(this, caller, function, values[from]);
      case 2 -> code.call2(this, caller, function, values[from], values[from + 1]);
      case 3 ->
          code.call3(this, caller, function, values[from], values[from + 1], values[from + 2]);
      default -> code.callN(this, caller, function, Arrays.copyOfRange(values, from, from + count));
    };
  }

  /** Calls a function that is hot in place of the frame's. */
  private Frame replaceHot(Frame frame, LuaClosure function, int from, int count) {
    Frame caller = frame.previous;
    CompiledCode code = translation(function.template, caller);
    if (code == null) {
      begin(frame, function, frame.registers, from, count);
      return frame;
    }
    return finish(frame, call(code, caller, function, frame.registers, from, count));
  }

  /** Goes on in a loop that is hot, which begins where the frame is. */
  private Frame runHot(Frame frame) {
    if (lastSlice || !mayGoDeeper(frame)) {
      return frame;
    }
    CompiledCode code = frame.closure.template.loop(frame.pc, frame.registers);
    if (code == null) {
      return frame;
    }
    Object results = code.resume(this, frame);
    return results == CompiledCode.EXIT ? frame : finish(frame, results);
  }

  /** Goes on after translated code has run a frame to its end. */
  private Frame finish(Frame frame, Object results) {
    if (results == CompiledCode.UNWIND) {
      return unwound();
    }
    Frame caller = frame.previous;
    current.top = caller;
    frame.tailCalls = 0;
    if (caller == stop) {
      result = results;
      return null;
    }
    return deliver(caller, frame.destination, frame.wanted, results);
  }

  /** Goes on after what was called came back unwound: here, or where this loop was called from. */
  private Frame unwound() {
    if (stop == null) {
      return pending == null ? current.top : callPending();
    }
    result = CompiledCode.UNWIND;
    return null;
  }

  private Frame callPending() {
    ControlFunction function = pending;
    Object[] arguments = pendingArguments;
    pending = null;
    pendingArguments = null;
    return invoke(
        current.top, function, arguments, 0, arguments.length, pendingDestination, pendingWanted);
  }

  /** Has the loop at the base carry out the frame's instruction, which only that one can. */
  private Frame leaveToBase(Frame frame) {
    if (frame.concatTop != 0) {
      frame.concatTop++;
    }
    return leaveBefore(frame);
  }

  /** The same with an instruction that was counted, but not begun. */
  private Frame leaveBefore(Frame frame) {
    frame.pc--;
    fuel++;
    current.top = frame;
    result = CompiledCode.UNWIND;
    return null;
  }

  /** Runs a function that is not translated for translated code. */
  Object interpret(Frame caller, LuaClosure function, Object[] arguments) {
    Template template = function.template;
    if (template.warm() && !lastSlice && template.translate()) {
      return template.code.callN(this, caller, function, arguments);
    }
    current.top = caller;
    // Where the results go is known to the frame already if this is a tail call that replaces one
    // of the interpreter's, and set by who suspends itself otherwise.
    Frame frame = current.push(function.prototype.registers());
    begin(frame, function, arguments, 0, arguments.length);
    if (frame.depth > depthLimit) {
      return CompiledCode.UNWIND;
    }
    Frame outer = stop;
    stop = caller;
    Object results = loop(frame);
    stop = outer;
    return results;
  }

  /** The frame above {@code caller}, where there is none yet. */
  Frame deepen(Frame caller, LuaClosure function) {
    current.top = caller;
    return current.deepen(function.prototype.registers());
  }

  /**
   * A translated function begins where the slice is used up or the Java stack is high.
   *
   * @return whether the function is left to the interpreter
   */
  boolean enterSlowly(Frame frame, Object[] arguments) {
    frame.pc = 1;
    current.top = frame;
    if (frame.depth <= depthLimit && !mustLeave()) {
      return false;
    }
    Prototype prototype = frame.closure.prototype;
    Object[] registers = Arrays.copyOf(arguments, prototype.registers());
    if (prototype.needsArg()) {
      registers[prototype.parameters()] = argTable(frame.varargs);
    }
    frame.registers = registers;
    frame.pc = 0;
    frame.concatTop = 0;
    return true;
  }

  /** At the end of a round of a translated loop where the slice is used up. */
  boolean poll(Frame frame, int pc) {
    frame.pc = pc + 1;
    current.top = frame;
    return mustLeave();
  }

  private boolean mustLeave() {
    if (fuel < 0) {
      refuel();
    }
    return lastSlice || mustRecount();
  }

  /** Translated code leaves an instruction to the interpreter. */
  Object exit(Frame frame, Object[] registers, int pc, int refund, int refuted) {
    frame.registers = registers;
    frame.pc = pc;
    frame.concatTop = 0;
    fuel += refund;
    current.top = frame;
    if (refuted >= 0) {
      refute(frame, refuted);
    }
    return CompiledCode.UNWIND;
  }

  /** The same where the instruction takes open values, from register {@code first} on. */
  Object exitOpen(
      Frame frame, Object[] registers, int pc, int refund, int refuted, Object results, int first) {
    exit(frame, registers, pc, refund, refuted);
    put(frame, first, Frame.MULTIPLE, results);
    return CompiledCode.UNWIND;
  }

  /** Translated code waits, in its frame, for what it called. */
  Object suspend(Frame frame, Object[] registers, int pc, int dest, int wanted) {
    frame.registers = registers;
    frame.pc = pc;
    frame.concatTop = 0;
    if (frame == current.top) {
      pendingDestination = dest;
      pendingWanted = wanted;
      return CompiledCode.UNWIND;
    }
    for (Coroutine c = current; c.resumer != null; c = c.resumer) {
      if (frame == c.resumer.top) {
        // It has resumed a coroutine, which will go on at the base.
        c.resumeDestination = dest;
        c.resumeWanted = wanted;
        return CompiledCode.UNWIND;
      }
    }
    frame.next.returnTo(dest, wanted);
    return CompiledCode.UNWIND;
  }

  void refute(Frame frame, int assumption) {
    frame.closure.template.refute(assumption);
  }

  void refund(Frame frame) {
    int pc = frame.pc;
    if (pc > 0) {
      fuel += frame.closure.template.prepaid(pc - 1);
    }
  }

  /** Calls what is not a function of Lua. */
  Object callOther(Frame frame, Object function, Object[] arguments) {
    current.top = frame;
    if (function instanceof Builtin builtin) {
      Arguments view = new Arguments(state, arguments, 0, arguments.length, true);
      return builtin.library.call(builtin.index, view);
    }
    return callOtherSlowly(frame, function, arguments);
  }

  /** The same for a few arguments. */
  Object callOther(Frame frame, Object function, int count, Object a, Object b, Object c) {
    current.top = frame;
    if (function instanceof Builtin builtin) {
      Object results = builtin.library.callQuickly(state, builtin.index, count, a, b, c);
      if (results != Library.NOT_QUICK) {
        return results;
      }
    }
    Object[] arguments =
        switch (count) {
          case 0 -> NONE;
          case 1 -> new Object[] {a};
          case 2 -> new Object[] {a, b};
          default -> new Object[] {a, b, c};
        };
    return callOther(frame, function, arguments);
  }

  private Object callOtherSlowly(Frame frame, Object function, Object[] arguments) {
    if (function instanceof ControlFunction control) {
      return controlFor(frame, control, arguments);
    }
    Object called = state.metamethod(function, Metamethod.CALL);
    if (called instanceof LuaClosure closure) {
      Object[] shifted = prepend(function, arguments, 0, arguments.length);
      return closure.template.code.callN(this, frame, closure, shifted);
    }
    // Anything else is an error, or so rare that the interpreter may do it.
    return CompiledCode.EXIT;
  }

  /** Carries out for translated code what can be done without leaving it: results, or UNWIND. */
  private Object controlFor(Frame frame, ControlFunction function, Object[] arguments) {
    Object results =
        switch (function.kind) {
          case PCALL -> arguments.length < 1 ? null : protectedCall(frame, null, arguments, 1);
          case XPCALL ->
              arguments.length < 2 ? null : protectedCall(frame, arguments[1], arguments, 2);
          case RESUME ->
              arguments.length > 0 && arguments[0] instanceof Coroutine coroutine
                  ? resumeNested(coroutine, false, arguments, 1)
                  : null;
          case WRAPPED -> resumeNested(function.coroutine, true, arguments, 0);
          case YIELD, COLLECT -> null;
        };
    return results == null ? callAtBase(frame, function, arguments) : results;
  }

  /** Has translated code unwind, so that the base can make this call from the frame. */
  private Object callAtBase(Frame frame, ControlFunction function, Object[] arguments) {
    current.top = frame;
    pending = function;
    pendingArguments = arguments;
    return CompiledCode.UNWIND;
  }

  /**
   * Calls the first argument in protected mode.
   *
   * @param from the first of the arguments that it is given, if it is given any
   * @return {@code null} if that is left to the base
   */
  private Object protectedCall(Frame frame, Object messageHandler, Object[] arguments, int from) {
    if (!(arguments[0] instanceof LuaClosure closure)) {
      return null;
    }
    Frame marker = protect(messageHandler, 0, 0);
    if (marker.depth > depthLimit) {
      return null;
    }
    Frame outerStop = stop;
    int outerLimit = depthLimit;
    Object[] rest =
        messageHandler != null || arguments.length == from
            ? NONE
            : Arrays.copyOfRange(arguments, from, arguments.length);
    try {
      Object results = closure.template.code.callN(this, marker, closure, rest);
      if (results == CompiledCode.UNWIND) {
        return results;
      }
      current.top = frame;
      Object[] all = LuaState.all(results);
      return prepend(Boolean.TRUE, all, 0, all.length);
    } catch (LuaError e) {
      Object value = e.value();
      if (messageHandler != null) {
        value = handle(messageHandler, value);
      }
      stop = outerStop;
      depthLimit = outerLimit;
      current.cutTo(frame);
      return new Object[] {Boolean.FALSE, value};
    }
  }

  /**
   * Resumes a coroutine that is resumed often, on top of the Java stack; others are resumed by the
   * interpreter, where the stack of who waits is visible.
   *
   * @return {@code null} if that is left to the base
   */
  private Object resumeNested(Coroutine coroutine, boolean wrap, Object[] arguments, int from) {
    if (coroutine.status != Coroutine.Status.SUSPENDED
        || ++coroutine.resumptions < HOT_COROUTINE
        || !coroutine.started
        || current.nesting >= MAX_COROUTINE_NESTING) {
      return null;
    }
    Frame outerStop = stop;
    int outerLimit = depthLimit;
    coroutine.wrapped = wrap;
    coroutine.nested = true;
    stop = null;
    javaDepth++;
    nestedCoroutines++;
    try {
      Frame frame = switchTo(coroutine, arguments, from, arguments.length - from);
      return runNested(coroutine, frame);
    } finally {
      javaDepth--;
      nestedCoroutines--;
      coroutine.nested = false;
      stop = outerStop;
      depthLimit = outerLimit;
    }
  }

  /** Runs a coroutine until it yields or ends; the values for who resumed it. */
  private Object runNested(Coroutine coroutine, Frame start) {
    Frame frame = start;
    while (true) {
      try {
        if (frame != null && frame.closure != null && frame.closure.template.warm()) {
          frame = runHot(frame);
        }
        return loop(frame);
      } catch (LuaError e) {
        stop = null;
        try {
          frame = recover(e, coroutine, coroutine.bottom());
        } catch (LuaError uncaught) {
          leave(coroutine, Coroutine.Status.DEAD);
          coroutine.clear();
          if (!coroutine.wrapped) {
            return new Object[] {Boolean.FALSE, uncaught.value()};
          }
          throw rethrown(uncaught);
        }
      }
    }
  }

  /** Calls a handler: the results, or UNWIND. */
  private Object callHandler(Frame frame, Object called, Object[] arguments) {
    if (called instanceof LuaClosure closure) {
      return closure.template.code.callN(this, frame, closure, arguments);
    }
    if (called instanceof Builtin builtin) {
      Arguments view = new Arguments(state, arguments, 0, arguments.length, true);
      return builtin.library.call(builtin.index, view);
    }
    if (called instanceof ControlFunction control) {
      return callAtBase(frame, control, arguments);
    }
    return call(called, arguments);
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
    Object results = callHandler(frame, called, new Object[] {self, key});
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
    return callHandler(frame, called, new Object[] {self, key, value});
  }

  LuaClosure newClosure(LuaClosure outer, int inner, Object[] upvalues) {
    memory.allocate(CLOSURE_BYTES + (long) upvalues.length * UPVALUE_BYTES);
    return new LuaClosure(outer.template.inner(inner), upvalues, outer.environment);
  }

  Cell newCell(Object value) {
    memory.allocate(CELL_BYTES);
    return new Cell(value);
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
        Metamethod event = Arithmetic.event(opcode);
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
    Object called = arithmeticHandler(frame, event, x, y, xRegister, yRegister);
    return invoke(frame, called, new Object[] {x, y}, 0, 2, dest, 1);
  }

  private Object arithmeticHandler(
      Frame frame, Metamethod event, Object x, Object y, int xRegister, int yRegister) {
    Object called = state.metamethod(x, event);
    if (called == null) {
      called = state.metamethod(y, event);
    }
    if (called == null) {
      boolean second = Arithmetic.toNumber(x) != null;
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
    Double a = Arithmetic.toNumber(x);
    Double b = Arithmetic.toNumber(y);
    if (a != null && b != null) {
      return Arithmetic.apply(event, a, b);
    }
    int second = opcode == Opcode.UNM ? Instruction.b(instruction) : Instruction.c(instruction);
    Object called =
        arithmeticHandler(frame, event, x, y, Instruction.b(instruction), constant ? -1 : second);
    return callHandler(frame, called, new Object[] {x, y});
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

  String join(String left, String right) {
    memory.allocateString((long) left.length() + right.length());
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
