package dev.luakit.llb.graph;

/** Lexical operations on slash-separated paths, with the results of Go's package {@code path}. */
final class UnixPath {
  private UnixPath() {}

  static boolean isAbsolute(String path) {
    return !path.isEmpty() && path.charAt(0) == '/';
  }

  /** The shortest path that means the same, and {@code "."} for the empty one. */
  static String clean(String path) {
    int length = path.length();
    boolean rooted = isAbsolute(path);
    StringBuilder out = new StringBuilder(length);
    if (rooted) {
      out.append('/');
    }
    // Nothing before this may be taken back: the root, or a leading "../..".
    int floor = out.length();
    int at = 0;
    while (at < length) {
      if (path.charAt(at) == '/') {
        at++;
        continue;
      }
      int end = path.indexOf('/', at);
      if (end < 0) {
        end = length;
      }
      int width = end - at;
      boolean dot = width == 1 && path.charAt(at) == '.';
      boolean dotDot = width == 2 && path.charAt(at) == '.' && path.charAt(at + 1) == '.';
      if (dotDot && out.length() > floor) {
        int slash = out.lastIndexOf("/");
        out.setLength(Math.max(slash, floor));
      } else if (dotDot && !rooted) {
        separate(out);
        out.append("..");
        floor = out.length();
      } else if (!dot && !dotDot) {
        separate(out);
        out.append(path, at, end);
      }
      at = end;
    }
    return out.isEmpty() ? "." : out.toString();
  }

  private static void separate(StringBuilder out) {
    if (!out.isEmpty() && out.charAt(out.length() - 1) != '/') {
      out.append('/');
    }
  }

  /** {@code path} as seen from {@code directory}, cleaned. */
  static String resolve(String directory, String path) {
    return isAbsolute(path) ? clean(path) : clean("/" + directory + "/" + path);
  }

  /** A working directory: an absolute one as it was given, a relative one on top of the last. */
  static String changeDirectory(String directory, String path) {
    if (isAbsolute(path)) {
      return path;
    }
    String from = directory.isEmpty() ? "/" : directory;
    return clean(from + "/" + path);
  }
}
