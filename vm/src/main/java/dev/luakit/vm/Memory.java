package dev.luakit.vm;

/**
 * Counts the memory of one evaluation. Whatever grows with what a script does is counted here
 * before it is allocated, by a model of its size that is the same on every machine: each kind of
 * object has a fixed cost, chosen not to be below what a 64-bit JVM takes for it.
 *
 * <p>What counts against the limit is what was found alive when the memory was last recounted, and
 * all that was allocated since. A recount (see {@link Census}) takes time in proportion to what is
 * alive, so it is due only when half of what was free after the last one is used up, and not before
 * another eighth of the limit is. Two things follow for a script that needs most of its memory:
 *
 * <ul>
 *   <li>What it allocates between two recounts must fit beside its garbage: one string that is
 *       longer than half of what is free may be refused.
 *   <li>When more than 7/8 of the limit are alive there is no recount any more, and the script ends
 *       at the limit even if some of what it allocates at last is garbage.
 * </ul>
 *
 * <p>Where Java's heap is smaller than the limit allows for, the script gets half of it. To know
 * what is alive by then there are more traces, which take note of nothing else: a script that stays
 * within the heap is counted the same with any heap.
 */
public final class Memory {
  /** What a string costs besides its bytes. */
  public static final int STRING_BYTES = 48;

  /** The part of the limit that is allocated between two recounts at least. */
  private static final int LEAST_PART = 8;

  private final long limit;
  private final long stringLimit;

  /** Bytes found alive by the last recount, and those allocated since. */
  private long used;

  /** Bytes of {@link #used} when the last recount was over. */
  private long usedBefore;

  /** Bytes that were allocated and are not in {@link #used} any more. */
  private long reclaimed;

  /** Bytes of the host's that are never given back. */
  private long retained;

  /** Where {@link #used} must not pass unnoticed: the least of the next two. */
  private long threshold;

  /** The next recount, or the limit. */
  private long recountThreshold;

  /** The next look at the heap; never where the heap is large enough. */
  private long heapThreshold = Long.MAX_VALUE;

  /** Bytes that may be alive on Java's heap. */
  private final long heapLimit;

  /** Bytes found alive by the last look at the heap. */
  private long heapAlive;

  private boolean heapCheckDue;

  private boolean recountDue;

  /** Learns that a recount is due; {@code null} where there is nobody to recount. */
  private Interpreter interpreter;

  /**
   * @param limit in bytes
   */
  public Memory(long limit) {
    this(limit, Long.MAX_VALUE, Long.MAX_VALUE);
  }

  /**
   * @param limit in bytes
   * @param stringLimit bytes of one string
   * @param heap bytes of Java's heap
   */
  Memory(long limit, long stringLimit, long heap) {
    this.limit = limit;
    this.stringLimit = stringLimit;
    heapLimit = heap / 2;
    setThresholds();
  }

  void setInterpreter(Interpreter interpreter) {
    this.interpreter = interpreter;
  }

  /**
   * Accounts for an allocation that is about to happen.
   *
   * @throws LimitExceeded if it would go beyond the limit
   */
  public void allocate(long bytes) {
    long total = used + bytes;
    if (total > threshold || bytes < 0) {
      passThreshold(total, bytes);
    }
    used = total;
  }

  private void passThreshold(long total, long bytes) {
    if (total > limit || bytes < 0) {
      throw LimitExceeded.memory(limit);
    }
    if (total > recountThreshold) {
      recountThreshold = limit;
      recountDue = true;
    }
    if (total > heapThreshold) {
      if (heapAlive + bytes > heapLimit) {
        throw LimitExceeded.heap(heapLimit);
      }
      heapThreshold = total + heapLimit / LEAST_PART;
      heapCheckDue = true;
    }
    threshold = Math.min(recountThreshold, heapThreshold);
    if (interpreter != null) {
      interpreter.requestSafePoint();
    }
  }

  /** Takes back what was allocated since the last recount, and is not in use any more. */
  void release(long bytes) {
    used -= bytes;
  }

  /**
   * Accounts for a string of that many bytes.
   *
   * @throws LimitExceeded if it is longer than a string may be, or would go beyond the limit
   */
  public void allocateString(long length) {
    allocate(STRING_BYTES + length);
    checkString(length);
  }

  /**
   * Fails for a string that is still being made, and is too long already.
   *
   * @throws LimitExceeded if it has more bytes than a string may have
   */
  public void checkString(long length) {
    if (length > stringLimit) {
      throw LimitExceeded.string(stringLimit);
    }
  }

  /**
   * Fails where so much is in use at once that Java's heap can't have room for it, even though
   * sizes are estimated with something to spare. A trace, which finds out in the end what a script
   * has, can't be taken while a function written in Java runs; and where the heap is almost full,
   * Java spends its time looking for what is left.
   *
   * @throws LimitExceeded if that is more than the heap and half of it
   */
  void checkHeap(long inUse) {
    if (inUse / 3 > heapLimit) {
      throw LimitExceeded.heap(2 * heapLimit);
    }
  }

  /**
   * Accounts for memory of the host's that stays until the evaluation ends, whatever the script
   * does.
   *
   * @throws LimitExceeded if it would go beyond the limit
   */
  public void retain(long bytes) {
    allocate(bytes);
    retained += bytes;
  }

  /** Whether two strings of the same length are equal. */
  boolean equal(String a, String b) {
    return interpreter == null ? a.equals(b) : StringComparison.equal(interpreter, a, b);
  }

  /** Accounts for work; see {@link Interpreter#workAside}. */
  void workAside(long steps) {
    if (interpreter != null) {
      interpreter.workAside(steps);
    }
  }

  /** Bytes that may be allocated before the limit is reached, if nothing is given back. */
  public long free() {
    return limit - used;
  }

  /** Bytes that count against the limit: what may be alive. */
  public long used() {
    return used;
  }

  /** Bytes allocated so far, those that are garbage by now included. */
  public long allocated() {
    return reclaimed + used;
  }

  /** Bytes allocated since the last recount. */
  long allocatedSinceRecount() {
    return used - usedBefore;
  }

  /** Whether it must be found out what is alive. */
  boolean isTraceDue() {
    return recountDue || heapCheckDue;
  }

  /** Whether that counts against the limit. */
  boolean isRecountDue() {
    return recountDue;
  }

  /**
   * Notes the result of a recount.
   *
   * @param alive bytes that the script can still reach. No more than what was allocated count, for
   *     the sizes of code are estimated in one way when it is compiled and in another one later.
   */
  void recounted(long alive) {
    long now = Math.min(used, retained + alive);
    reclaimed += used - now;
    used = now;
    usedBefore = now;
    recountDue = false;
    heapAlive = now;
    heapCheckDue = false;
    setThresholds();
  }

  /**
   * Notes what is alive on Java's heap.
   *
   * @throws LimitExceeded if that is too much
   */
  void heapCounted(long alive) {
    heapAlive = Math.min(used, retained + alive);
    heapCheckDue = false;
    if (heapAlive > heapLimit) {
      throw LimitExceeded.heap(heapLimit);
    }
    setThresholds();
  }

  private void setThresholds() {
    if (!recountDue) {
      recountThreshold =
          Math.min(limit, usedBefore + Math.max((limit - usedBefore) / 2, limit / LEAST_PART));
    }
    if (heapLimit < limit) {
      heapThreshold = used + Math.max((heapLimit - heapAlive) / 2, heapLimit / LEAST_PART);
    }
    threshold = Math.min(recountThreshold, heapThreshold);
  }
}
