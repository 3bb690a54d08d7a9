package dev.luakit.cli;

import dev.luakit.llb.EditDistance;
import java.util.List;

/** Finds what somebody who mistyped a word may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** {@code (did you mean 'x'?)} for the nearest of the words, empty where none is near. */
  static String among(String typed, List<String> words) {
    String best = null;
    int least = Math.min(typed.length(), 30) / 3 + 1;
    for (String word : words) {
      int distance = EditDistance.between(typed, word, least);
      if (distance < least) {
        least = distance;
        best = word;
      }
    }
    return best == null ? "" : " (did you mean '" + best + "'?)";
  }
}
