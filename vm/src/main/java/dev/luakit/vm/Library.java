package dev.luakit.vm;

/**
 * A group of functions written in Java. One class with a {@code switch} holds a whole library, so
 * that starting loads one class for it and not one for each function.
 */
public abstract class Library {
  /** What {@link #callQuickly} returns where it does nothing. */
  protected static final Object NOT_QUICK = new Object();

  /** The most arguments with which {@link #callQuickly} is tried. */
  static final int MAX_QUICK = 3;

  private final String[] names;

  /** {@code names[i]} is the name of the function that {@link #call} knows as {@code i}. */
  protected Library(String... names) {
    this.names = names;
  }

  /**
   * Runs a function.
   *
   * @param function index of the function in the names given to the constructor
   * @return its result: {@code null} for nil, one value, or an {@code Object[]} of any number
   * @throws LuaError for the script to catch
   */
  protected abstract Object call(int function, Arguments arguments);

  /**
   * Bytes of memory that are there as long as a function of the library is: none for most, but a
   * function that is an iterator keeps what it iterates over.
   */
  protected long retainedBytes() {
    return 0;
  }

  /**
   * Runs a function on plain arguments without the cost of {@link Arguments}. It does what {@link
   * #call} would, the work that is counted included, and leaves everything out of the ordinary to
   * that one, errors above all.
   *
   * @param count how many arguments there are, up to three; the others are {@code null}
   * @return its result, or {@link #NOT_QUICK} if nothing was done
   */
  protected Object callQuickly(
      LuaState state, int function, int count, Object a, Object b, Object c) {
    return NOT_QUICK;
  }

  /** Stores every function of the library in {@code table} by its name. */
  public final void install(LuaTable table) {
    for (int i = 0; i < names.length; i++) {
      table.set(names[i], new Builtin(this, i));
    }
  }

  /** The {@code index}-th function on its own. */
  public final Builtin function(int index) {
    return new Builtin(this, index);
  }
}
