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
  static final int MAX_COROUTINE_NESTING = 195;

  /** Frames that a message handler may use after the stack has overflowed. */
  private static final int HANDLER_DEPTH = 200;

  /** Instructions between two looks at the clock. */
  private static final int SLICE = 1 << 13;

  static final int CLOSURE_BYTES = 48;
  static final int UPVALUE_BYTES = 8;
  static final int CELL_BYTES = 24;
  static final int VARARG_BYTES = 8;

  /** So many registers are filled without more ado. */
  private static final int FEW_REGISTERS = 256;

  /** Values that are moved in about the time of an instruction. */
  private static final int MOVED_PER_STEP = 16;

  static final Object[] NONE = {};

  private final LuaState state;
  private final Memory memory;
  Coroutine current;
  int javaDepth;

  /** Coroutines that were resumed on top of translated code, in which nothing else of Java is. */
  int nestedCoroutines;

  /** What is left of the current slice; in the loop, while it runs, a local variable is ahead. */
  int fuel;

  /** The depth beyond which translated code does not call on, to bound the Java stack. */
  int depthLimit;

  /** The depth from which on frames may be of translated code that is on the Java stack. */
  int bottom;

  /** How many such frames there may be below that, at outer levels of the Java stack. */
  int compiledBelow;

  /** Whether this is the last slice, of which every instruction counts: no code is translated. */
  boolean lastSlice;

  /** Instructions that were not yet handed out in a slice. */
  private long remaining;

  /** Work inside instructions since the clock was last looked at. */
  private long aside;

  private long deadline;

  /** Nanoseconds to the deadline while the clock stands still. */
  private long timeLeft;

  /** The results for the Java code that the loop returns to. */
  Object result;

  /** The translated call that waits for the running loop, {@code null} for a loop of the base. */
  Frame stop;

  /** {@code null} until it is first needed, as is {@link #collectFunction}. */
  private Census census;

  private CollectFunction collectFunction;

  final Operators operators;
  final Transitions transitions;

  Interpreter(LuaState state) {
    this.state = state;
    operators = new Operators(this, state);
    transitions = new Transitions(this, state);
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

  long nanosLeft() {
    return deadline - System.nanoTime();
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

  /**
   * Accounts for work inside an instruction, where what is left of the slice may be known only to
   * the loop that runs. The limit of instructions is enforced at the slice's end.
   *
   * @throws LimitExceeded if the limit of time is reached
   */
  void workAside(long steps) {
    remaining -= steps;
    aside += steps;
    if (aside >= SLICE) {
      aside = 0;
      checkTime();
    }
  }

  /** Whether a script runs. */
  boolean isRunning() {
    return javaDepth > 0;
  }

  void checkTime() {
    if (System.nanoTime() - deadline > 0) {
      throw LimitExceeded.time(state.limits().timeMillis());
    }
  }

  /** Hands out the next slice. A negative fuel is what was already used of it. */
  void refuel() {
    remaining += fuel;
    fuel = 0;
    if (remaining < 0) {
      throw LimitExceeded.instructions(state.limits().instructions());
    }
    checkTime();
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
  boolean mustRecount() {
    return memory.isTraceDue() && javaDepth == 1 + nestedCoroutines;
  }

  /** Whether a coroutine runs on top of translated code, and its frame can go on at the base. */
  boolean mayLeave(Frame frame) {
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
      collect(frame, memory.isRecountDue());
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
   * @param recount whether it counts against the limit
   */
  void collect(Frame running, boolean recount) {
    if (isBase()) {
      if (census == null) {
        census = new Census(state);
      }
      census.take(current, running, recount);
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
    int outerBottom = bottom;
    int outerCompiled = compiledBelow;
    compiledBelow += Math.max(0, caller.depth - bottom);
    bottom = caller.depth;
    javaDepth++;
    try {
      if (function instanceof Builtin builtin) {
        Arguments view = new Arguments(state, arguments, 0, arguments.length, false);
        return builtin.library.call(builtin.index, view);
      }
      Object results = run(owner, function, arguments);
      if (remaining < 0 && javaDepth == 1) {
        refuel();
      }
      return results instanceof Object[] all && all.length == 1 ? all[0] : results;
    } catch (RuntimeException | Error e) {
      if (e instanceof LimitExceeded limit) {
        limit.setTraceback(state.traceback());
      }
      LimitExceeded heap = null;
      if (e instanceof OutOfMemoryError && javaDepth == 1) {
        heap = LimitExceeded.heap(Runtime.getRuntime().maxMemory());
        heap.setTraceback(state.traceback());
      }
      current = owner;
      owner.cutTo(caller);
      if (heap != null) {
        throw heap;
      }
      if (e instanceof StackOverflowError && javaDepth == 1) {
        throw LimitExceeded.stack();
      }
      throw e;
    } finally {
      javaDepth--;
      stop = outerStop;
      depthLimit = outerLimit;
      bottom = outerBottom;
      compiledBelow = outerCompiled;
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
  Frame recover(LuaError thrown, Coroutine owner, Frame floor) {
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
  LuaError rethrown(LuaError error) {
    String message;
    if (error.value() instanceof String text) {
      message = text;
    } else if (error.value() instanceof Double number) {
      message = Numbers.toString(number);
    } else {
      return error;
    }
    LuaError outer = state.error(message);
    outer.setTraceback(error.traceback());
    return outer;
  }

  /** Runs the message handler of {@code xpcall} on top of the stack that the error left. */
  Object handle(Object handler, Object value) {
    if (!(handler instanceof LuaFunction)) {
      return "error in error handling";
    }
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
  Frame invoke(
      Frame caller, Object function, Object[] values, int from, int count, int dest, int wanted) {
    if (function instanceof LuaClosure closure) {
      return Transitions.isHot(closure.template)
          ? transitions.callHot(caller, closure, values, from, count, dest, wanted)
          : enter(closure, values, from, count, dest, wanted);
    }
    if (function instanceof Builtin builtin) {
      Arguments arguments = new Arguments(state, values, from, count, caller.closure != null);
      return deliver(caller, dest, wanted, builtin.library.call(builtin.index, arguments));
    }
    if (function instanceof ControlFunction control) {
      if (stop != null || (control.kind == ControlFunction.Kind.COLLECT && mayLeave(caller))) {
        return transitions.leaveToBase(caller);
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
      case Opcode.CALL, Opcode.TAILCALL -> {
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

  Frame enter(LuaClosure closure, Object[] values, int from, int count, int dest, int wanted) {
    Frame frame = current.push(closure.prototype.registers());
    frame.returnTo(dest, wanted);
    begin(frame, closure, values, from, count);
    return frame;
  }

  /** Makes the frame one of that function, at its beginning. */
  void begin(Frame frame, LuaClosure closure, Object[] values, int from, int count) {
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
    for (int i = 0; i < copied; i++) {
      registers[i] = values[from + i];
    }
    for (int i = copied; i < registers.length; i++) {
      registers[i] = null;
    }
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
  Frame deliver(Frame to, int dest, int wanted, Object results) {
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
  void put(Frame frame, int dest, int wanted, Object results) {
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
      countOpen(dest, count);
      putOpen(frame, dest, values, from, count);
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

  /** Stores any number of values in the registers from {@code dest} on. */
  static void putOpen(Frame frame, int dest, Object[] values, int from, int count) {
    Object[] registers = frame.ensureRegisters(dest + count);
    System.arraycopy(values, from, registers, dest, count);
    frame.top = dest + count;
  }

  /**
   * Accounts for any number of values that are about to follow those in the registers below {@code
   * dest}. That must not depend on how many registers there are: translated code has none.
   */
  void countOpen(int dest, int count) {
    int registers = dest + count;
    if (registers > FEW_REGISTERS) {
      memory.allocate((long) registers * Coroutine.REGISTER_BYTES);
      workAside(registers / MOVED_PER_STEP);
    }
  }

  /** Lets the comparison that the frame waits at take its jump, or skip it. */
  static void finishTest(Frame frame, boolean value) {
    int[] code = frame.closure.prototype.code();
    boolean taken = value == (Instruction.a(code[frame.pc - 1]) != 0);
    frame.pc += taken ? Instruction.jump(code[frame.pc]) + 1 : 1;
  }

  static Object[] prepend(Object first, Object[] values, int from, int count) {
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
        Frame marker = protect(messageHandler(values[from + 1]), dest, wanted);
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

  /** What {@code xpcall} was given, or where that is nil, what can't handle a message either. */
  static Object messageHandler(Object given) {
    return given == null ? Boolean.FALSE : given;
  }

  Frame protect(Object messageHandler, int dest, int wanted) {
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
  Frame switchTo(Coroutine coroutine, Object[] values, int from, int count) {
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
  void leave(Coroutine coroutine, Coroutine.Status status) {
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
  Object loop(Frame start) {
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
      Object[] upvalues = closure.upvalues;
      Object[] r = frame.registers;
      int pc = frame.pc;
      while (true) {
        int i = code[pc++];
        if (--fuel < 0) {
          frame.pc = pc;
          this.fuel = fuel;
          if (safePoint(frame)) {
            frame = transitions.leaveBefore(frame);
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
          case Opcode.LOADBOOL:
            r[i >>> 8 & 0xFF] = (i >>> 16 & 0xFF) != 0 ? Boolean.TRUE : Boolean.FALSE;
            pc += i >>> 24;
            continue;
          case Opcode.GETUPVAL:
            r[i >>> 8 & 0xFF] = upvalues[i >>> 16 & 0xFF];
            continue;
          case Opcode.GETUPCELL:
            r[i >>> 8 & 0xFF] = ((Cell) upvalues[i >>> 16 & 0xFF]).value;
            continue;
          case Opcode.SETUPCELL:
            ((Cell) upvalues[i >>> 16 & 0xFF]).value = r[i >>> 8 & 0xFF];
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
          case Opcode.JMP:
            pc += i >> 8;
            continue;
          case Opcode.EQ:
            {
              Object x = r[i >>> 16 & 0xFF];
              Object y = r[i >>> 24];
              boolean equal = operators.rawEqual(x, y);
              if (equal || !(x instanceof LuaTable || x instanceof Userdata)) {
                pc += (equal ? 1 : 0) == (i >>> 8 & 0xFF) ? (code[pc] >> 8) + 1 : 1;
                continue;
              }
              break;
            }
          case Opcode.EQK:
            {
              boolean equal = operators.rawEqual(r[i >>> 16 & 0xFF], k[i >>> 24]);
              pc += (equal ? 1 : 0) == (i >>> 8 & 0xFF) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
          case Opcode.LT:
            if (r[i >>> 16 & 0xFF] instanceof Double x && r[i >>> 24] instanceof Double y) {
              pc += (x < y ? 1 : 0) == (i >>> 8 & 0xFF) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.LE:
            if (r[i >>> 16 & 0xFF] instanceof Double x && r[i >>> 24] instanceof Double y) {
              pc += (x <= y ? 1 : 0) == (i >>> 8 & 0xFF) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.LTK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              pc +=
                  (x < (Double) k[i >>> 24] ? 1 : 0) == (i >>> 8 & 0xFF) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.LEK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              pc +=
                  (x <= (Double) k[i >>> 24] ? 1 : 0) == (i >>> 8 & 0xFF) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.GTK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              pc +=
                  (x > (Double) k[i >>> 24] ? 1 : 0) == (i >>> 8 & 0xFF) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.GEK:
            if (r[i >>> 16 & 0xFF] instanceof Double x) {
              pc +=
                  (x >= (Double) k[i >>> 24] ? 1 : 0) == (i >>> 8 & 0xFF) ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
            break;
          case Opcode.TEST:
            {
              Object value = r[i >>> 16 & 0xFF];
              int isTrue = value != null && value != Boolean.FALSE ? 1 : 0;
              pc += isTrue == i >>> 24 ? (code[pc] >> 8) + 1 : 1;
              continue;
            }
          case Opcode.TESTSET:
            {
              Object value = r[i >>> 16 & 0xFF];
              int isTrue = value != null && value != Boolean.FALSE ? 1 : 0;
              if (isTrue == i >>> 24) {
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
                    Transitions.isHot(called.template)
                        ? transitions.callHot(frame, called, r, a + 1, count, a, wanted)
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
          case Opcode.RETURN:
            {
              int a = i >>> 8 & 0xFF;
              frame.pc = pc;
              this.fuel = fuel;
              frame = returnFrom(frame, r, a, i >>> 16 & 0xFF);
              fuel = this.fuel;
              continue reload;
            }
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
                frame = transitions.runHot(frame);
                fuel = this.fuel;
                continue reload;
              }
              pc++;
              continue;
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
                frame = transitions.runHot(frame);
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
            frame = transitions.runHot(frame);
            fuel = this.fuel;
            continue reload;
          default:
        }
        frame.pc = pc;
        this.fuel = fuel;
        frame = operateAside(frame, closure, i);
        fuel = this.fuel;
        continue reload;
      }
    }
  }

  /**
   * Carries out an instruction that the loop leaves to others: a rare one, one that takes longer
   * than being called from here, or any whose operands are out of the ordinary. What several
   * branches of the loop have in common, a compiler that works ahead of time computes in front of
   * all of them, for every instruction; so the loop has few branches, and those little in common.
   *
   * @return the frame that runs next
   */
  private Frame operateAside(Frame frame, LuaClosure closure, int i) {
    Prototype prototype = closure.prototype;
    Object[] r = frame.registers;
    int a = Instruction.a(i);
    int b = Instruction.b(i);
    switch (Instruction.opcode(i)) {
      case Opcode.LOADKX -> r[a] = prototype.constants()[prototype.code()[frame.pc++]];
      case Opcode.LOADNIL -> Arrays.fill(r, a, a + b + 1, null);
      case Opcode.NEWCELL -> r[a] = newCell(r[a]);
      case Opcode.SETGLOBAL -> {
        if (closure.environment.metatable() != null) {
          return operators.operate(frame, i);
        }
        closure.environment.set(prototype.constants()[Instruction.bx(i)], r[a]);
      }
      case Opcode.GETENV -> r[a] = closure.environment;
      case Opcode.NEWTABLE -> r[a] = new LuaTable(memory, b, Instruction.c(i));
      case Opcode.SETLIST -> {
        int count = b != 0 ? b : frame.top - a - 1;
        ((LuaTable) r[a]).setList(prototype.code()[frame.pc] + 1, r, a + 1, count);
        frame.pc++;
      }
      case Opcode.TAILCALL -> {
        return tailCall(frame, r, a, b != 0 ? b - 1 : frame.top - a - 1);
      }
      case Opcode.VARARG -> {
        Object[] extra = frame.varargs;
        put(frame, a, b - 1, extra, 0, extra.length);
      }
      case Opcode.CLOSURE -> r[a] = closure(closure.template.inner(Instruction.bx(i)), closure, r);
      case Opcode.FORPREP -> {
        prepareLoop(r, a);
        frame.pc += Instruction.jump(prototype.code()[frame.pc]) + 1;
      }
      case Opcode.TFORCALL -> {
        return invoke(frame, r[a], r, a + 1, 2, a + 3, Instruction.c(i));
      }
      default -> {
        return operators.operate(frame, i);
      }
    }
    return frame;
  }

  private Frame tailCall(Frame frame, Object[] r, int a, int count) {
    if (!(r[a] instanceof LuaClosure called)) {
      return invoke(frame, r[a], r, a + 1, count, a, Frame.MULTIPLE);
    }
    frame.tailCalls++;
    if (Transitions.isHot(called.template)) {
      return transitions.replaceHot(frame, called, a + 1, count);
    }
    begin(frame, called, r, a + 1, count);
    return frame;
  }

  /**
   * Returns from the frame, which is on top.
   *
   * @param results how many values from {@code from} on are returned, and one more; 0 for all below
   *     the top
   */
  private Frame returnFrom(Frame frame, Object[] values, int from, int results) {
    int count = results != 0 ? results - 1 : frame.top - from;
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
    Double index = state.toNumber(registers[a]);
    Double limit = state.toNumber(registers[a + 1]);
    Double step = state.toNumber(registers[a + 2]);
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

  LuaClosure newClosure(LuaClosure outer, int inner, Object[] upvalues) {
    memory.allocate(CLOSURE_BYTES + (long) upvalues.length * UPVALUE_BYTES);
    return new LuaClosure(outer.template.inner(inner), upvalues, outer.environment);
  }

  Cell newCell(Object value) {
    memory.allocate(CELL_BYTES);
    return new Cell(value);
  }
}
