package dev.luakit.vm;

/**
 * A limit of the sandbox was reached. No script can catch this: the interpreter lets it pass every
 * {@code pcall}.
 */
public final class LimitExceeded extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** The limits that end an evaluation. */
  public enum Kind {
    INSTRUCTIONS,
    MEMORY,
    TIME,
    STRING,
    PATTERN,
    SOURCE,
    OPERATIONS,
    RESULT,
    /** Java's, of the heap. */
    HEAP,
    /** Java's, of the thread. */
    STACK,
    INTERRUPTED
  }

  private final Kind kind;
  private transient Traceback traceback;

  private LimitExceeded(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  static LimitExceeded instructions(long limit) {
    return new LimitExceeded(
        Kind.INSTRUCTIONS, "the script ran more than " + limit + " instructions");
  }

  static LimitExceeded memory(long limit) {
    return new LimitExceeded(
        Kind.MEMORY, "the script used more than " + limit + " bytes of memory");
  }

  /**
   * A script that is too large to be read.
   *
   * @param limit in bytes
   */
  public static LimitExceeded scriptSize(long limit) {
    return new LimitExceeded(Kind.SOURCE, "the script is larger than " + limit + " bytes");
  }

  static LimitExceeded string(long limit) {
    return new LimitExceeded(
        Kind.STRING, "the script made a string of more than " + limit + " bytes");
  }

  /** A pattern that takes too long to match. */
  public static LimitExceeded pattern(long limit) {
    return new LimitExceeded(Kind.PATTERN, "a pattern took more than " + limit + " steps to match");
  }

  /** A script that makes too much by functions of the host. */
  public static LimitExceeded operations(long limit) {
    return new LimitExceeded(Kind.OPERATIONS, "the script made more than " + limit + " operations");
  }

  /**
   * A script of which the host makes something too large.
   *
   * @param what what it is: {@code the definition}
   * @param limit in bytes
   */
  public static LimitExceeded result(String what, long limit) {
    return new LimitExceeded(Kind.RESULT, what + " is larger than " + limit + " bytes");
  }

  /** A script that takes too long. */
  public static LimitExceeded time(long millis) {
    return new LimitExceeded(Kind.TIME, "the script ran for more than " + millis + " ms");
  }

  /**
   * A script that leaves Java no memory.
   *
   * @param limit in bytes
   */
  static LimitExceeded heap(long limit) {
    return new LimitExceeded(
        Kind.HEAP, "the script used more memory than the process has for it: " + limit + " bytes");
  }

  static LimitExceeded stack() {
    return new LimitExceeded(Kind.STACK, "the script nests deeper than the thread's stack allows");
  }

  static LimitExceeded interrupted() {
    return new LimitExceeded(Kind.INTERRUPTED, "interrupted");
  }

  public Kind kind() {
    return kind;
  }

  /** Where the script was, or {@code null} if it had not started. */
  public Traceback traceback() {
    return traceback;
  }

  void setTraceback(Traceback traceback) {
    if (this.traceback == null) {
      this.traceback = traceback;
    }
  }
}
