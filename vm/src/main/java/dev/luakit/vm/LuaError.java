package dev.luakit.vm;

/**
 * An error that a script can catch. Its value is what {@code pcall} returns: for errors of the
 * language a string that begins with {@code CHUNK:LINE:}.
 */
public final class LuaError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Object value;
  private transient Traceback traceback;

  /** The column of what is at fault, 0 where that is the one of the failed instruction. */
  private transient int column;

  /**
   * @param value any Lua value, {@code null} for nil
   */
  public LuaError(Object value) {
    super(null, null, false, false);
    this.value = value;
  }

  /**
   * An error in place of another one, whose calls it keeps.
   *
   * @param traceback may be {@code null}
   */
  public LuaError(Object value, Traceback traceback) {
    this(value);
    this.traceback = traceback;
  }

  public Object value() {
    return value;
  }

  /** The value as text: a string or a number as it is, others by their type. */
  @Override
  public String getMessage() {
    if (value instanceof String string) {
      return ByteStrings.toText(string);
    }
    if (value instanceof Double number) {
      return Numbers.toString(number);
    }
    return "(error object is a " + LuaType.of(value).luaName() + " value)";
  }

  /** The calls that were active when the error was raised and not caught, else {@code null}. */
  public Traceback traceback() {
    return traceback;
  }

  /** Says where in its line the innermost call has failed. */
  void setColumn(int column) {
    this.column = column;
  }

  void setTraceback(Traceback traceback) {
    if (this.traceback == null) {
      this.traceback = column == 0 ? traceback : traceback.at(column);
    }
  }
}
