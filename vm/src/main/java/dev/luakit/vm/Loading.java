package dev.luakit.vm;

import dev.luakit.grammar.ParseLimits;

/**
 * What one chunk takes while it is compiled. Its tokens and tree are gone when that is done, and
 * their memory is given back then.
 */
final class Loading implements ParseLimits {
  /** A token with what the parser and the compiler make of it. */
  private static final long TOKEN_BYTES = 360;

  /** What a token is accounted for as where a script loads the chunk. */
  private static final int STEPS_PER_TOKEN = 50;

  private final Interpreter interpreter;
  private final Memory memory;
  private final int nesting;
  private long allocated;

  Loading(Interpreter interpreter, Memory memory, int nesting) {
    this.interpreter = interpreter;
    this.memory = memory;
    this.nesting = nesting;
  }

  @Override
  public int nesting() {
    return nesting;
  }

  /**
   * {@inheritDoc}
   *
   * @throws LimitExceeded if the limit of memory or of time is reached
   */
  @Override
  public void tokens(int count) {
    memory.allocate(TOKEN_BYTES * count);
    allocated += TOKEN_BYTES * count;
    memory.checkHeap(allocated);
    if (interpreter.isRunning()) {
      interpreter.workAside((long) STEPS_PER_TOKEN * count);
    }
    interpreter.checkTime();
  }

  void end() {
    memory.release(allocated);
  }
}
