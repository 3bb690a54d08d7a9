package dev.luakit.llb;

import java.util.List;

/** How far a word that somebody typed is from one that is known. */
public final class EditDistance {
  /** Longer words are nobody's slip, and comparing them takes long. */
  private static final int LONGEST = 64;

  /** Who makes more slips means another word. */
  private static final int MOST_SLIPS = 10;

  /** Only so many words are looked at: a script may know as many as it likes. */
  private static final int MOST_WORDS = 1000;

  private EditDistance() {}

  /** The word that somebody meant who typed another one; {@code null} where none is near. */
  public static String nearest(String typed, List<String> words) {
    String best = null;
    int least = Math.min(typed.length() / 3, MOST_SLIPS) + 1;
    for (String word : words.subList(0, Math.min(words.size(), MOST_WORDS))) {
      int distance = between(typed, word, least);
      if (distance < least) {
        least = distance;
        best = word;
      }
    }
    return best;
  }

  /**
   * Letters to change, add, drop or swap with a neighbour to make one word of the other.
   *
   * @return {@code limit} where it is no less, or where a word is very long
   */
  public static int between(String a, String b, int limit) {
    if (Math.max(a.length(), b.length()) > LONGEST || Math.abs(a.length() - b.length()) >= limit) {
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
