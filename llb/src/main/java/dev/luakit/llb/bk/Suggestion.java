package dev.luakit.llb.bk;

import dev.luakit.llb.EditDistance;

/** Finds what somebody who mistyped a name, or cut it short, may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** {@code (did you mean 'x'?)} for the nearest of the names, empty where none is near. */
  static String among(String typed, String... names) {
    String best = null;
    int limit = Math.max(1, typed.length() / 3) + 1;
    int least = limit;
    for (String name : names) {
      boolean prefix = name.length() >= 3 && (typed.startsWith(name) || name.startsWith(typed));
      int distance = prefix ? 1 : EditDistance.between(typed, name, limit);
      if (distance < least || best != null && distance == least && isLonger(typed, best, name)) {
        least = distance;
        best = name;
      }
    }
    return best == null ? "" : " (did you mean '" + best + "'?)";
  }

  /** Whether what {@code best} adds to the word, or leaves out of it, is more than the other's. */
  private static boolean isLonger(String typed, String best, String other) {
    return Math.abs(typed.length() - best.length()) > Math.abs(typed.length() - other.length());
  }

  /** The same; where no name is near, all of them. */
  static String amongAll(String typed, String... names) {
    String near = among(typed, names);
    return near.isEmpty() ? "; known are " + String.join(", ", names) : near;
  }
}
