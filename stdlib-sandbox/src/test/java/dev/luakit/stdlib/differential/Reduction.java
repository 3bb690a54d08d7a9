package dev.luakit.stdlib.differential;

import dev.luakit.stdlib.differential.Comparison.Difference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes a snippet smaller as long as it still shows a difference by itself. */
final class Reduction {
  /** Cuts a text before its lines, before its words, and before each character. */
  private static final String[] CUTS = {"(?<=\n)", "(?= )", ""};

  private final Comparison comparison;

  Reduction(Comparison comparison) {
    this.comparison = comparison;
  }

  /** The difference in less text, or as it was where the snippet shows none when it is alone. */
  Difference reduce(Difference difference) throws IOException, InterruptedException {
    Difference smallest = alone(difference.snippet());
    if (smallest == null) {
      return difference;
    }
    for (String cut : CUTS) {
      smallest = reduce(smallest, cut);
    }
    return smallest;
  }

  private Difference reduce(Difference difference, String cut)
      throws IOException, InterruptedException {
    Difference smallest = difference;
    for (int size = pieces(smallest, cut).size() / 2; size > 0; size /= 2) {
      int at = 0;
      while (at < pieces(smallest, cut).size()) {
        Difference smaller = without(smallest, cut, at, size);
        if (smaller == null) {
          at += size;
        } else {
          smallest = smaller;
        }
      }
    }
    return smallest;
  }

  private static List<String> pieces(Difference difference, String cut) {
    return List.of(difference.snippet().text().split(cut));
  }

  private Difference without(Difference difference, String cut, int from, int size)
      throws IOException, InterruptedException {
    List<String> pieces = new ArrayList<>(pieces(difference, cut));
    pieces.subList(from, Math.min(from + size, pieces.size())).clear();
    Difference smaller = alone(new Snippet(difference.snippet().name(), String.join("", pieces)));
    // A chunk that is no longer one may be refused in other words, which is another matter.
    return smaller == null || (isSyntax(smaller) && !isSyntax(difference)) ? null : smaller;
  }

  private static boolean isSyntax(Difference difference) {
    return difference.expected().startsWith("\"syntax\"");
  }

  private Difference alone(Snippet snippet) throws IOException, InterruptedException {
    return comparison.firstDifference(new Program(List.of(snippet)));
  }
}
