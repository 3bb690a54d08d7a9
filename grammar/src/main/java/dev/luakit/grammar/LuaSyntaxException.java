package dev.luakit.grammar;

/** A chunk is not Lua. */
public final class LuaSyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  /**
   * @param message without chunk and line, as Lua words it: {@code '=' expected near 'x'}
   * @param line from 1
   * @param column from 1, in bytes
   */
  public LuaSyntaxException(String message, int line, int column) {
    super(message, null, false, false);
    this.line = line;
    this.column = column;
  }

  public int line() {
    return line;
  }

  public int column() {
    return column;
  }
}
