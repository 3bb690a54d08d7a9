package dev.luakit.llb.bk;

/** Finds what somebody who mistyped a name, or cut it short, may have meant. */
final class Suggestion {
  private Suggestion() {}

  /** {@code (did you mean 'x'?)} for the nearest of the names, empty where none is near. */
  static String among(String typed, String... names) {
    String best = null;
    int least = Math.max(1, typed.length() / 3) + 1;
    for (String name : names) {
      boolean prefix = name.length() >= 3 && (typed.startsWith(name) || name.startsWith(typed));
      int distance = prefix ? 1 : distance(typed, name, least);
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

  /** Edits (a swap of neighbours is one) between two words; {@code limit} where it is no less. */
  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[][] rows = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      rows[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      rows[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1), rows[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        rows[i][j] = swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
      }
    }
    return rows[a.length()][b.length()];
  }
}
