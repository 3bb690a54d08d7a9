package dev.luakit.vm;

/**
 * Counts the memory of one evaluation. Whatever grows with what a script does is counted here
 * before it is allocated, by a model of its size that is the same on every machine: each kind of
 * object has a fixed cost, chosen not to be below what a 64-bit JVM takes for it.
 */
public final class Memory {
  /** What a string costs besides its bytes. */
  private static final int STRING_BYTES = 48;

  private final long limit;
  private long allocated;

  /**
   * @param limit in bytes
   */
  public Memory(long limit) {
    this.limit = limit;
  }

  /**
   * Accounts for an allocation that is about to happen.
   *
   * @throws LimitExceeded if it would go beyond the limit
   */
  public void allocate(long bytes) {
    long total = allocated + bytes;
    if (total > limit || bytes < 0) {
      throw LimitExceeded.memory(limit);
    }
    allocated = total;
  }

  /** Accounts for a string of that many bytes. */
  public void allocateString(long length) {
    allocate(STRING_BYTES + length);
  }

  /** Bytes allocated so far. */
  public long allocated() {
    return allocated;
  }
}
