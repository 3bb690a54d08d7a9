package dev.luakit.vm;

/**
 * Counts the memory that is alive, and clears weak tables of what is not.
 *
 * <p>A census is right only where all values that are alive can be seen: where the running Lua
 * function was called without a function written in Java in between, which might hold some. So none
 * is taken in the order function of {@code table.sort}, in a module while it is loaded by {@code
 * require}, and the like; until that is over, all that is allocated counts as alive.
 *
 * <p>Translated code is no such function, as it can leave its variables in frames: it unwinds when
 * a census is due, and the interpreter takes it at the base.
 */
final class Census {
  /**
   * Bytes to an instruction. The time that it took to fill what was allocated, and that it takes to
   * look at what is alive, is accounted for as work; else a script that only makes garbage, a lot
   * of it with each instruction, would be held by nothing but the clock.
   */
  private static final int BYTES_PER_STEP = 32;

  private final LuaState state;

  /** Marks what the last census has reached; see {@link Reachability}. */
  private byte mark;

  Census(LuaState state) {
    this.state = state;
  }

  /**
   * Counts what is alive.
   *
   * @param current the running coroutine
   * @param running the frame whose registers are all in use, {@code null} where each frame waits
   *     for a call
   * @param recount whether it counts against the limit; otherwise it is for Java's heap alone
   * @throws LimitExceeded if the limit of instructions or of time is reached
   */
  void take(Coroutine current, Frame running, boolean recount) {
    Memory memory = state.memory();
    long alive = trace(current, running, recount);
    if (!recount) {
      memory.heapCounted(alive);
      return;
    }
    long steps = (memory.allocatedSinceRecount() + alive) / BYTES_PER_STEP;
    memory.recounted(alive);
    state.work(steps);
  }

  private long trace(Coroutine current, Frame running, boolean forget) {
    mark = mark == Byte.MAX_VALUE ? 1 : (byte) (mark + 1);
    Reachability reachability = new Reachability(mark, running);
    for (Coroutine coroutine = current; coroutine != null; coroutine = coroutine.resumer) {
      reachability.add(coroutine);
    }
    state.addRoots(reachability);
    return reachability.trace(forget);
  }
}
