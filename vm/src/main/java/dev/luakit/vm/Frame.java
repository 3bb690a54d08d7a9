package dev.luakit.vm;

import java.util.Arrays;

/**
 * An active call on a coroutine's stack: of a Lua function, or a marker that stands for a function
 * of the host in between. Frames are reused by later calls at the same depth.
 */
final class Frame {
  /** As {@link #wanted}: all results, and the caller's {@link #top} set behind them. */
  static final int MULTIPLE = -1;

  /** As {@link #wanted}: the first result decides a comparison. */
  static final int TEST = -2;

  /** As {@link #wanted}: the first result, negated, decides a comparison. */
  static final int TEST_NOT = -3;

  /** As {@link #wanted}: the first result, with which the caller's CONCAT goes on. */
  static final int CONCAT = -4;

  /** What a frame stands for. */
  enum Kind {
    LUA,
    /** {@code pcall} or {@code xpcall}: errors stop here. */
    PROTECTED,
    /** Java code that called into the interpreter and waits for the results. */
    BOUNDARY,
    /** The bottom of a coroutine. */
    COROUTINE
  }

  Kind kind;

  /** The function, {@code null} for a marker. */
  LuaClosure closure;

  Object[] registers;
  Object[] varargs;

  /** The next instruction; behind the current one while the frame waits for a call. */
  int pc;

  /** Behind the last of the values that an open CALL or VARARG left. */
  int top;

  /** The caller's register that receives the first result. */
  int destination;

  /** How many results the caller wants, or one of the constants above. */
  int wanted;

  /** Calls that this one replaced by tail calls. */
  int tailCalls;

  /** Behind the last register that is left to concatenate, 0 when no CONCAT was interrupted. */
  int concatTop;

  /** {@code xpcall}'s handler. */
  Object handler;

  /** Makes room for registers up to but not including {@code count}. */
  Object[] ensureRegisters(int count) {
    if (count > registers.length) {
      registers = Arrays.copyOf(registers, count + 8);
    }
    return registers;
  }
}
