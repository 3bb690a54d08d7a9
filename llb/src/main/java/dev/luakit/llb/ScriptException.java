package dev.luakit.llb;

import dev.luakit.stdlib.Failure;
import dev.luakit.vm.LimitExceeded;
import dev.luakit.vm.Traceback;
import java.util.List;

/** A script failed: it is at fault, or it went beyond a limit. */
public final class ScriptException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why a script failed. */
  public enum Kind {
    /** An error in the script, or one that it raised. */
    SCRIPT,
    /** A limit of the sandbox was reached. */
    LIMIT,
    /** The evaluation was interrupted from outside. */
    INTERRUPTED
  }

  private final transient Failure failure;

  public ScriptException(Failure failure) {
    super(failure.message(), null, false, false);
    this.failure = failure;
  }

  /** All that is known of why it failed. */
  public Failure failure() {
    return failure;
  }

  public Kind kind() {
    if (failure.limit() == null) {
      return Kind.SCRIPT;
    }
    return failure.limit() == LimitExceeded.Kind.INTERRUPTED ? Kind.INTERRUPTED : Kind.LIMIT;
  }

  /** The limit that was reached, {@code null} where the script is at fault. */
  public LimitExceeded.Kind limit() {
    return failure.limit();
  }

  /** What happened, without the place. */
  public String message() {
    return getMessage();
  }

  /** The file as the user named it, {@code null} where that is not known. */
  public String file() {
    return failure.file();
  }

  /** The line, from 1; 0 where that is not known. */
  public int line() {
    return failure.line();
  }

  /** The column, from 1, in bytes of the line; 0 where that is not known. */
  public int column() {
    return failure.column();
  }

  /** The line's text, {@code null} where that is not known. */
  public String excerpt() {
    return failure.excerpt();
  }

  /** The calls that were active, innermost first; files as the user named them. */
  public List<Traceback.Call> calls() {
    return failure.calls();
  }
}
