package dev.luakit.vm;

import dev.luakit.vm.jit.LiveRegisters;
import java.util.BitSet;

/**
 * An active call on a coroutine's stack: of a Lua function, or a marker that stands for a function
 * of the host in between. Frames are linked, and are reused by later calls at the same depth.
 *
 * <p>While translated code runs a call, its variables are in the JVM's hands, and of the frame only
 * {@link #closure} and {@link #pc} are kept up to date, for messages; see {@link CompiledCode}.
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

  private static final Object[] NONE = {};

  /** What a marker stands for. */
  enum Marker {
    /** {@code pcall} or {@code xpcall}: errors stop here. */
    PROTECTED,
    /** Java code that called into the interpreter and waits for the results. */
    BOUNDARY,
    /** The bottom of a coroutine. */
    COROUTINE
  }

  /** The frame below, {@code null} at the bottom. */
  final Frame previous;

  /** The frame for calls that this one makes, {@code null} until it is needed. */
  Frame next;

  /** How many frames are below. */
  final int depth;

  /** The function, {@code null} for a marker. */
  LuaClosure closure;

  /** Meaningful where {@link #closure} is {@code null}. */
  Marker marker;

  Object[] registers = NONE;
  Object[] varargs = NONE;

  /** The next instruction; behind the current one while the frame waits for a call. */
  int pc;

  /** Behind the last of the values that an open CALL or VARARG left. */
  int top;

  /** The caller's register that receives the first result. */
  int destination;

  /** How many results the caller wants, or one of the constants above. */
  int wanted;

  /** Calls that this one replaced by tail calls; 0 in a frame that is not in use. */
  int tailCalls;

  /** Behind the last register that is left to concatenate, 0 when no CONCAT was interrupted. */
  int concatTop;

  /** {@code xpcall}'s handler. */
  Object handler;

  Frame(Frame previous, int depth) {
    this.previous = previous;
    this.depth = depth;
  }

  /**
   * Empties the registers whose values nothing needs any more.
   *
   * @param waiting whether the frame waits for a call; else its next instruction is about to run
   */
  void clearDeadRegisters(boolean waiting) {
    LiveRegisters registersAlive = closure.template.liveRegisters();
    BitSet live = waiting ? registersAlive.waiting(pc - 1) : registersAlive.before(pc - 1);
    if (live == null) {
      return;
    }
    for (int r = live.nextClearBit(0); r < registers.length; r = live.nextClearBit(r + 1)) {
      registers[r] = null;
    }
  }

  /** Makes room for registers up to but not including {@code count}. */
  Object[] ensureRegisters(int count) {
    if (count > registers.length) {
      // Not a copy of whatever the array is: where registers can be seen to be of no narrower type,
      // a compiler that works ahead of time need not check each store.
      Object[] more = new Object[count + 8];
      System.arraycopy(registers, 0, more, 0, registers.length);
      registers = more;
    }
    return registers;
  }

  /** Says where the results of the call go that this frame is for. */
  void returnTo(int register, int count) {
    destination = register;
    wanted = count;
  }

  boolean is(Marker kind) {
    return closure == null && marker == kind;
  }
}
