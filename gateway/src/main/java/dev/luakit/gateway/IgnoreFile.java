package dev.luakit.gateway;

import dev.luakit.vm.ByteStrings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** A file {@code .dockerignore}: patterns of files that are no part of a context. */
final class IgnoreFile {
  private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

  private IgnoreFile() {}

  /**
   * The patterns, one from each line that is neither empty nor begins with {@code #}. They are
   * cleaned as paths, and seen from the context's root; {@code !} before one is kept.
   *
   * @return byte strings
   */
  static List<String> patterns(byte[] text) {
    List<String> patterns = new ArrayList<>();
    String all = ByteStrings.fromBytes(text);
    if (all.startsWith(BYTE_ORDER_MARK)) {
      all = all.substring(BYTE_ORDER_MARK.length());
    }
    for (String line : all.split("\n")) {
      if (line.startsWith("#")) {
        continue;
      }
      String pattern = line.trim();
      if (pattern.isEmpty()) {
        continue;
      }
      boolean kept = pattern.startsWith("!");
      if (kept) {
        pattern = pattern.substring(1).trim();
      }
      if (!pattern.isEmpty()) {
        pattern = clean(pattern);
      }
      patterns.add(kept ? "!" + pattern : pattern);
    }
    return patterns;
  }

  private static String clean(String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/")) {
      if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return parts.isEmpty() ? "." : String.join("/", parts);
  }
}
