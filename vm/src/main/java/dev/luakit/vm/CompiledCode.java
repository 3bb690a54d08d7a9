package dev.luakit.vm;

import java.lang.invoke.MethodHandles;

/**
 * A function, or a loop of it, translated to JVM code; see {@link dev.luakit.vm.jit}.
 *
 * <p>Translated functions call each other on the Java stack. Whatever they can't do (switching
 * coroutines, protected calls, going on when an assumption was wrong, calling too deep) is left to
 * the interpreter: the call stores its variables in its frame and returns {@link #UNWIND}, so do
 * those that called it, and the interpreter goes on with the frames.
 */
abstract class CompiledCode {
  /**
   * In place of results: the stack is in the frames, and the coroutine's top says where to go on.
   */
  static final Object UNWIND = new Object();

  /** In place of results: the interpreter has to carry out this instruction. */
  static final Object EXIT = new Object();

  /**
   * Calls the function from {@code caller}, which must be on top.
   *
   * @return the results, or {@link #UNWIND}
   */
  abstract Object call0(Interpreter vm, Frame caller, LuaClosure function);

  abstract Object call1(Interpreter vm, Frame caller, LuaClosure function, Object a);

  abstract Object call2(Interpreter vm, Frame caller, LuaClosure function, Object a, Object b);

  abstract Object call3(
      Interpreter vm, Frame caller, LuaClosure function, Object a, Object b, Object c);

  abstract Object callN(Interpreter vm, Frame caller, LuaClosure function, Object[] arguments);

  /**
   * Goes on with a frame of the interpreter.
   *
   * @return the results of the frame's function, or {@link #UNWIND}
   */
  Object resume(Interpreter vm, Frame frame) {
    throw new IllegalStateException();
  }

  /** The code in a class's bytes; {@code null} should the JVM not take them. */
  static CompiledCode define(byte[] translated) {
    try {
      return (CompiledCode)
          MethodHandles.lookup()
              .defineHiddenClass(translated, true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (LinkageError e) {
      assert false : e;
      return null;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
