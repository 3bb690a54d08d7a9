package dev.luakit.llb;

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

  private final Kind kind;
  private final transient Place place;

  /**
   * Where it failed.
   *
   * @param file the file as the user named it, {@code null} where that is not known
   * @param line from 1; 0 where that is not known
   * @param column from 1, in bytes; 0 where that is not known
   * @param excerpt the line's text, {@code null} where that is not known
   * @param calls the active calls, innermost first
   */
  record Place(String file, int line, int column, String excerpt, List<Traceback.Call> calls) {}

  ScriptException(Kind kind, String message, Place place) {
    super(message, null, false, false);
    this.kind = kind;
    this.place = place;
  }

  public Kind kind() {
    return kind;
  }

  /** What happened, without the place. */
  public String message() {
    return getMessage();
  }

  /** The file as the user named it, {@code null} where that is not known. */
  public String file() {
    return place.file();
  }

  /** The line, from 1; 0 where that is not known. */
  public int line() {
    return place.line();
  }

  /** The column, from 1, in bytes of the line; 0 where that is not known. */
  public int column() {
    return place.column();
  }

  /** The line's text, {@code null} where that is not known. */
  public String excerpt() {
    return place.excerpt();
  }

  /** The calls that were active, innermost first; files as the user named them. */
  public List<Traceback.Call> calls() {
    return place.calls();
  }
}
