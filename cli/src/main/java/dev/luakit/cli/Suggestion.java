package dev.luakit.cli;

import java.util.List;

/** Finds what somebody who mistyped a word may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** {@code (did you mean 'x'?)} for the nearest of the words, empty where none is near. */
  static String among(String typed, List<String> words) {
    String best = null;
    int least = Math.min(typed.length(), 30) / 3 + 1;
    for (String word : words) {
      int distance = distance(typed, word, least);
      if (distance < least) {
        least = distance;
        best = word;
      }
    }
    return best == null ? "" : " (did you mean '" + best + "'?)";
  }

  /** Letters to change, add, drop or swap with a neighbour; {@code limit} where it is no less. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return Math.min(last[b.length()], limit);
  }
}
