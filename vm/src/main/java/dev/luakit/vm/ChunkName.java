package dev.luakit.vm;

/** How a chunk is called in messages, given the name that it was loaded with. */
public final class ChunkName {
  /** LUA_IDSIZE of the reference implementation, less the terminating zero. */
  private static final int MAX_LENGTH = 59;

  private ChunkName() {}

  /**
   * {@code @name} is a file and {@code =name} any other name, both shown as they are (shortened);
   * else the name is the source itself, shown as {@code [string "first line..."]}.
   */
  public static String display(String name) {
    if (name.startsWith("=")) {
      return name.substring(1, Math.min(name.length(), MAX_LENGTH + 1));
    }
    if (name.startsWith("@")) {
      int available = MAX_LENGTH + 1 - " '...' ".length();
      return name.length() - 1 > available
          ? "..." + name.substring(name.length() - available)
          : name.substring(1);
    }
    int available = MAX_LENGTH + 1 - " [string \"...\"] ".length();
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
