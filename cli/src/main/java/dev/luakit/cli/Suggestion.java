package dev.luakit.cli;

import dev.luakit.llb.EditDistance;
import java.util.List;

/** Finds what somebody who mistyped a word may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** {@code (did you mean 'x'?)} for the nearest of the words, empty where none is near. */
  static String among(String typed, List<String> words) {
    String best = EditDistance.nearest(typed, words);
    return best == null ? "" : " (did you mean '" + best + "'?)";
  }
}
