package dev.luakit.vm;

/**
 * A group of functions written in Java. One class with a {@code switch} holds a whole library, so
 * that starting loads one class for it and not one for each function.
 */
public abstract class Library {
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

  /** Stores every function of the library in {@code table} by its name. */
  public final void install(LuaTable table) {
    for (int i = 0; i < names.length; i++) {
      table.set(names[i], new Builtin(this, i, names[i]));
    }
  }

  /** The {@code index}-th function on its own. */
  public final Builtin function(int index) {
    return new Builtin(this, index, names[index]);
  }
}
