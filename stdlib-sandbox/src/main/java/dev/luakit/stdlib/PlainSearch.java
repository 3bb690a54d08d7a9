package dev.luakit.stdlib;

import dev.luakit.vm.LuaState;

/** Finds a string in another one, and counts the work where that takes long. */
final class PlainSearch {
  /** Up to this length the JVM's own search is used, whose work is then bounded well enough. */
  private static final int SHORT = 16;

  private PlainSearch() {}

  static int find(LuaState state, String string, String sought, int from) {
    if (sought.length() <= SHORT) {
      int found = string.indexOf(sought, from);
      state.work(((found < 0 ? string.length() : found) - from) >> 3);
      return found;
    }
    char first = sought.charAt(0);
    int last = string.length() - sought.length();
    int start = from;
    while (start <= last) {
      int candidate = string.indexOf(first, start);
      if (candidate < 0 || candidate > last) {
        break;
      }
      int same = 1;
      while (same < sought.length() && string.charAt(candidate + same) == sought.charAt(same)) {
        same++;
      }
      state.work(((candidate - start) >> 3) + same);
      if (same == sought.length()) {
        return candidate;
      }
      start = candidate + 1;
    }
    state.work((string.length() - Math.min(start, string.length())) >> 3);
    return -1;
  }
}
