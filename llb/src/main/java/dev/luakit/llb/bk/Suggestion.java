package dev.luakit.llb.bk;

import dev.luakit.llb.EditDistance;

/** Finds what somebody who mistyped a name, or cut it short, may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** {@code (did you mean 'x'?)} for the nearest of the names, empty where none is near. */
  static String among(String typed, String... names) {
    String best = null;
    int least = Math.max(1, typed.length() / 3) + 1;
    for (String name : names) {
      boolean prefix = name.length() >= 3 && (typed.startsWith(name) || name.startsWith(typed));
      int distance = prefix ? 1 : EditDistance.between(typed, name, least);
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best == null ? "" : " (did you mean '" + best + "'?)";
  }

  /** The same; where no name is near, all of them. */
  static String amongAll(String typed, String... names) {
    String near = among(typed, names);
    return near.isEmpty() ? "; known are " + String.join(", ", names) : near;
  }
}
