package dev.luakit.vm;

import dev.luakit.vm.code.Prototype;
import java.util.Arrays;

/**
 * How control passes between the interpreter and translated code, see {@link CompiledCode}.
 *
 * <p>The interpreter's loop runs at the base of the Java stack, or nested in translated code that
 * called a function that is not translated. Only at the base all frames are the interpreter's, so
 * what switches frames is left to it: translated code and nested loops unwind.
 */
final class Transitions {
  /** Calls of translated code on the Java stack, all levels of it together. */
  private static final int MAX_COMPILED_DEPTH = 400;

  /** Resumptions after which a coroutine is resumed on top of translated code. */
  private static final int HOT_COROUTINE = 24;

  private final Interpreter vm;
  private final LuaState state;

  /**
   * What the base has to call for the frame on top once translated code is unwound, if anything.
   */
  private ControlFunction pending;

  private Object[] pendingArguments;
  private int pendingDestination;
  private int pendingWanted;

  Transitions(Interpreter vm, LuaState state) {
    this.vm = vm;
    this.state = state;
  }

  static boolean isHot(Template template) {
    return Template.AVAILABLE && (template.code != InterpretedCode.INSTANCE || template.warm());
  }

  /** The translation of a function that is hot, {@code null} where it can't be run here. */
  private CompiledCode translation(Template template, Frame caller) {
    if (vm.lastSlice || (template.code == InterpretedCode.INSTANCE && !template.translate())) {
      return null;
    }
    return mayGoDeeper(caller) ? template.code : null;
  }

  private boolean mayGoDeeper(Frame frame) {
    if (vm.stop == null) {
      vm.bottom = frame.depth;
      vm.depthLimit = frame.depth + Math.max(0, MAX_COMPILED_DEPTH - vm.compiledBelow);
    }
    return frame.depth < vm.depthLimit;
  }

  /** Calls a function that is hot, on behalf of the frame on top. */
  Frame callHot(
      Frame caller,
      LuaClosure function,
      Object[] values,
      int from,
      int count,
      int dest,
      int wanted) {
    CompiledCode code = translation(function.template, caller);
    if (code == null) {
      return vm.enter(function, values, from, count, dest, wanted);
    }
    Object results = call(code, caller, function, values, from, count);
    if (results == CompiledCode.UNWIND) {
      caller.next.returnTo(dest, wanted);
      return unwound();
    }
    vm.current.top = caller;
    return vm.deliver(caller, dest, wanted, results);
  }

  private Object call(
      CompiledCode code, Frame caller, LuaClosure function, Object[] values, int from, int count) {
    return switch (count) {
      case 0 -> code.call0(vm, caller, function);
      case 1 -> code.call1(vm, caller, function, values[from]);
      case 2 -> code.call2(vm, caller, function, values[from], values[from + 1]);
      case 3 -> code.call3(vm, caller, function, values[from], values[from + 1], values[from + 2]);
      default -> code.callN(vm, caller, function, Arrays.copyOfRange(values, from, from + count));
    };
  }

  /** Calls a function that is hot in place of the frame's. */
  Frame replaceHot(Frame frame, LuaClosure function, int from, int count) {
    Frame caller = frame.previous;
    CompiledCode code = translation(function.template, caller);
    if (code == null) {
      vm.begin(frame, function, frame.registers, from, count);
      return frame;
    }
    return finish(frame, call(code, caller, function, frame.registers, from, count));
  }

  /** Goes on in a loop that is hot, which begins where the frame is. */
  Frame runHot(Frame frame) {
    if (vm.lastSlice || !mayGoDeeper(frame)) {
      return frame;
    }
    CompiledCode code = frame.closure.template.loop(frame.pc, frame.registers);
    if (code == null) {
      return frame;
    }
    Object results = code.resume(vm, frame);
    return results == CompiledCode.EXIT ? frame : finish(frame, results);
  }

  /** Goes on after translated code has run a frame to its end. */
  private Frame finish(Frame frame, Object results) {
    if (results == CompiledCode.UNWIND) {
      return unwound();
    }
    Frame caller = frame.previous;
    vm.current.top = caller;
    frame.tailCalls = 0;
    if (caller == vm.stop) {
      vm.result = results;
      return null;
    }
    return vm.deliver(caller, frame.destination, frame.wanted, results);
  }

  /** Goes on after what was called came back unwound: here, or where this loop was called from. */
  private Frame unwound() {
    if (vm.stop == null) {
      return pending == null ? vm.current.top : callPending();
    }
    vm.result = CompiledCode.UNWIND;
    return null;
  }

  private Frame callPending() {
    ControlFunction function = pending;
    if (function.kind == ControlFunction.Kind.COLLECT && vm.mayLeave(vm.current.top)) {
      // Not the base yet, but that of a coroutine, on top of who resumed it.
      vm.result = CompiledCode.UNWIND;
      return null;
    }
    Object[] arguments = pendingArguments;
    pending = null;
    pendingArguments = null;
    return vm.invoke(
        vm.current.top,
        function,
        arguments,
        0,
        arguments.length,
        pendingDestination,
        pendingWanted);
  }

  /** Has the loop at the base carry out the frame's instruction, which only that one can. */
  Frame leaveToBase(Frame frame) {
    if (frame.concatTop != 0) {
      frame.concatTop++;
    }
    return leaveBefore(frame);
  }

  /** The same with an instruction that was counted, but not begun. */
  Frame leaveBefore(Frame frame) {
    frame.pc--;
    vm.fuel++;
    vm.current.top = frame;
    vm.result = CompiledCode.UNWIND;
    return null;
  }

  /** Runs a function that is not translated for translated code. */
  Object interpret(Frame caller, LuaClosure function, Object[] arguments) {
    Template template = function.template;
    if (template.warm() && !vm.lastSlice && template.translate()) {
      return template.code.callN(vm, caller, function, arguments);
    }
    vm.current.top = caller;
    // Where the results go is known to the frame already if this is a tail call that replaces one
    // of the interpreter's, and set by who suspends itself otherwise.
    Frame frame = vm.current.push(function.prototype.registers());
    vm.begin(frame, function, arguments, 0, arguments.length);
    if (frame.depth > vm.depthLimit) {
      return CompiledCode.UNWIND;
    }
    Frame outer = vm.stop;
    vm.stop = caller;
    Object results = vm.loop(frame);
    vm.stop = outer;
    return results;
  }

  /** The frame above {@code caller}, where there is none yet. */
  Frame deepen(Frame caller, LuaClosure function) {
    vm.current.top = caller;
    return vm.current.deepen(function.prototype.registers());
  }

  /**
   * A translated function begins where the slice is used up or the Java stack is high.
   *
   * @return whether the function is left to the interpreter
   */
  boolean enterSlowly(Frame frame, Object[] arguments) {
    frame.pc = 1;
    vm.current.top = frame;
    if (frame.depth <= vm.depthLimit && !mustLeave()) {
      return false;
    }
    Prototype prototype = frame.closure.prototype;
    Object[] registers = Arrays.copyOf(arguments, prototype.registers());
    if (prototype.needsArg()) {
      registers[prototype.parameters()] = vm.argTable(frame.varargs);
    }
    frame.registers = registers;
    frame.pc = 0;
    frame.concatTop = 0;
    return true;
  }

  /** At the end of a round of a translated loop where the slice is used up. */
  boolean poll(Frame frame, int pc) {
    frame.pc = pc + 1;
    vm.current.top = frame;
    return mustLeave();
  }

  private boolean mustLeave() {
    if (vm.fuel < 0) {
      vm.refuel();
    }
    return vm.lastSlice || vm.mustRecount();
  }

  /** Translated code leaves an instruction to the interpreter. */
  Object exit(Frame frame, Object[] registers, int pc, int refund, int refuted) {
    frame.registers = registers;
    frame.pc = pc;
    frame.concatTop = 0;
    vm.fuel += refund;
    vm.current.top = frame;
    if (refuted >= 0) {
      refute(frame, refuted);
    }
    return CompiledCode.UNWIND;
  }

  /** The same where the instruction takes open values, from register {@code first} on. */
  Object exitOpen(
      Frame frame, Object[] registers, int pc, int refund, int refuted, Object results, int first) {
    exit(frame, registers, pc, refund, refuted);
    Object[] values = LuaState.all(results); // which count already
    Interpreter.putOpen(frame, first, values, 0, values.length);
    return CompiledCode.UNWIND;
  }

  /** Translated code waits, in its frame, for what it called. */
  Object suspend(Frame frame, Object[] registers, int pc, int dest, int wanted) {
    frame.registers = registers;
    frame.pc = pc;
    frame.concatTop = 0;
    vm.fuel += frame.closure.template.prepaid(pc - 1);
    if (frame == vm.current.top) {
      pendingDestination = dest;
      pendingWanted = wanted;
      return CompiledCode.UNWIND;
    }
    for (Coroutine c = vm.current; c.resumer != null; c = c.resumer) {
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
      vm.fuel += frame.closure.template.prepaid(pc - 1);
    }
  }

  /** Calls what is not a function of Lua. */
  Object callOther(Frame frame, Object function, Object[] arguments) {
    vm.current.top = frame;
    if (function instanceof Builtin builtin) {
      Arguments view = new Arguments(state, arguments, 0, arguments.length, true);
      return builtin.library.call(builtin.index, view);
    }
    return callOtherSlowly(frame, function, arguments);
  }

  /** The same for a few arguments. */
  Object callOther(Frame frame, Object function, int count, Object a, Object b, Object c) {
    vm.current.top = frame;
    if (function instanceof Builtin builtin) {
      Object results = builtin.library.callQuickly(state, builtin.index, count, a, b, c);
      if (results != Library.NOT_QUICK) {
        return results;
      }
    }
    Object[] arguments =
        switch (count) {
          case 0 -> Interpreter.NONE;
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
      Object[] shifted = Interpreter.prepend(function, arguments, 0, arguments.length);
      return closure.template.code.callN(vm, frame, closure, shifted);
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
              arguments.length < 2
                  ? null
                  : protectedCall(frame, Interpreter.messageHandler(arguments[1]), arguments, 2);
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
    vm.current.top = frame;
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
    Frame marker = vm.protect(messageHandler, 0, 0);
    if (marker.depth > vm.depthLimit) {
      return null;
    }
    Frame outerStop = vm.stop;
    int outerLimit = vm.depthLimit;
    Object[] rest =
        messageHandler != null || arguments.length == from
            ? Interpreter.NONE
            : Arrays.copyOfRange(arguments, from, arguments.length);
    try {
      Object results = closure.template.code.callN(vm, marker, closure, rest);
      if (results == CompiledCode.UNWIND) {
        return results;
      }
      vm.current.top = frame;
      Object[] all = LuaState.all(results);
      return Interpreter.prepend(Boolean.TRUE, all, 0, all.length);
    } catch (LuaError e) {
      Object value = e.value();
      if (messageHandler != null) {
        value = vm.handle(messageHandler, value);
      }
      vm.stop = outerStop;
      vm.depthLimit = outerLimit;
      vm.current.cutTo(frame);
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
        || vm.current.nesting >= Interpreter.MAX_COROUTINE_NESTING) {
      return null;
    }
    Frame outerStop = vm.stop;
    int outerLimit = vm.depthLimit;
    int outerBottom = vm.bottom;
    int outerCompiled = vm.compiledBelow;
    vm.compiledBelow += vm.current.top.depth - vm.bottom;
    coroutine.wrapped = wrap;
    coroutine.nested = true;
    vm.stop = null;
    vm.javaDepth++;
    vm.nestedCoroutines++;
    try {
      Frame frame = vm.switchTo(coroutine, arguments, from, arguments.length - from);
      return runNested(coroutine, frame);
    } finally {
      vm.javaDepth--;
      vm.nestedCoroutines--;
      coroutine.nested = false;
      vm.stop = outerStop;
      vm.depthLimit = outerLimit;
      vm.bottom = outerBottom;
      vm.compiledBelow = outerCompiled;
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
        return vm.loop(frame);
      } catch (LuaError e) {
        vm.stop = null;
        try {
          frame = vm.recover(e, coroutine, coroutine.bottom());
        } catch (LuaError uncaught) {
          vm.leave(coroutine, Coroutine.Status.DEAD);
          coroutine.clear();
          if (!coroutine.wrapped) {
            return new Object[] {Boolean.FALSE, uncaught.value()};
          }
          throw vm.rethrown(uncaught);
        }
      }
    }
  }

  /** Calls a handler: the results, or UNWIND. */
  Object callHandler(Frame frame, Object called, Object[] arguments) {
    if (called instanceof LuaClosure closure) {
      return closure.template.code.callN(vm, frame, closure, arguments);
    }
    if (called instanceof Builtin builtin) {
      Arguments view = new Arguments(state, arguments, 0, arguments.length, true);
      return builtin.library.call(builtin.index, view);
    }
    if (called instanceof ControlFunction control) {
      return callAtBase(frame, control, arguments);
    }
    return vm.call(called, arguments);
  }
}
