package dev.luakit.vm;

/** How a chunk is called in messages, given the name that it was loaded with. */
public final class ChunkName {
  /** LUA_IDSIZE of the reference implementation, less the terminating zero. */
  private static final int MAX_LENGTH = 59;

  /** MAXSRC of its scanner, less the terminating zero. */
  private static final int MAX_LENGTH_OF_NO_LUA = 79;

  private ChunkName() {}

  /**
   * {@code @name} is a file and {@code =name} any other name, both shown as they are (shortened);
   * else the name is the source itself, shown as {@code [string "first line..."]}.
   */
  public static String display(String name) {
    return display(name, MAX_LENGTH);
  }

  /** The same in a message that says why the chunk is not Lua, where there is more room. */
  public static String displayOfNoLua(String name) {
    return display(name, MAX_LENGTH_OF_NO_LUA);
  }

  private static String display(String text, int most) {
    // To C a string ends at its first zero byte.
    int zero = text.indexOf('\0');
    String name = zero < 0 ? text : text.substring(0, zero);
    if (name.startsWith("=")) {
      return name.substring(1, Math.min(name.length(), most + 1));
    }
    if (name.startsWith("@")) {
      int available = most - " '...' ".length();
      return name.length() - 1 > available
          ? "..." + name.substring(name.length() - available)
          : name.substring(1);
    }
    int available = most - " [string \"...\"] ".length();
    int lineEnd = 0;
    while (lineEnd < name.length()
        && name.charAt(lineEnd) != '\n'
        && name.charAt(lineEnd) != '\r') {
      lineEnd++;
    }
    int length = Math.min(lineEnd, available);
    return length < name.length()
        ? "[string \"" + name.substring(0, length) + "...\"]"
        : "[string \"" + name + "\"]";
  }
}
