package dev.luakit.stdlib;

/** Which names of modules and which paths {@code require} may look at. */
final class ModulePath {
  private static final int MAX_LENGTH = 1000;

  private ModulePath() {}

  /** Whether a name, such as {@code libs.go} or {@code libs/go}, stays within the directory. */
  static boolean isName(String name) {
    // What is too long is not copied first.
    return name.length() <= MAX_LENGTH && isPath(name.replace('.', '/'));
  }

  /** Whether a path is relative, goes down only, and has no character that a name needs not. */
  static boolean isPath(String path) {
    if (path.isEmpty() || path.length() > MAX_LENGTH) {
      return false;
    }
    int start = 0;
    for (int i = 0; i <= path.length(); i++) {
      char c = i < path.length() ? path.charAt(i) : '/';
      if (c == '/') {
        if (!isPart(path, start, i)) {
          return false;
        }
        start = i + 1;
      } else if (c < ' ' || c == 0x7f || c == '\\' || c == ':') {
        return false;
      }
    }
    return true;
  }

  private static boolean isPart(String path, int start, int end) {
    int length = end - start;
    return length > 0
        && !(path.startsWith("..", start) && length <= 2)
        && !(length == 1 && path.charAt(start) == '.');
  }

  /** The name as messages show it: without what could be taken for something else. */
  static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < name.length() && i < MAX_LENGTH; i++) {
      char c = name.charAt(i);
      shown.append(c < ' ' || c == 0x7f ? '?' : c);
    }
    return shown.toString();
  }
}
