package dev.luakit.llb.advice;

import dev.luakit.llb.EditDistance;
import java.util.Collection;
import java.util.Locale;

/** Finds the name that was meant by one that was mistyped. */
final class Nearest {
  private Nearest() {}

  /** The nearest of the names, {@code null} where none is near. */
  static String of(String typed, Collection<String> names) {
    String best = null;
    int least = Math.min(typed.length(), 30) / 3 + 1;
    for (String name : names) {
      if (name.equals(typed)) {
        continue;
      }
      int distance =
          name.equalsIgnoreCase(typed) ? 0 : EditDistance.between(lower(typed), lower(name), least);
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
