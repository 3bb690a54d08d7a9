package dev.luakit.cli.fmt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The difference between two texts, as {@code diff -u} writes it and {@code patch} reads it. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** Changed lines beyond which the texts are not compared line by line any more. */
  private static final int MOST_CHANGES = 4000;

  private final List<String> before;
  private final List<String> after;
  private final List<Edit> edits = new ArrayList<>();

  /**
   * Lines that gave way to others.
   *
   * @param from the first line of the text before, from 0, and how many
   * @param to the first line of the text after, from 0, and how many
   */
  private record Edit(int from, int removed, int to, int added) {
    int fromEnd() {
      return from + removed;
    }

    int toEnd() {
      return to + added;
    }
  }

  private UnifiedDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * The difference.
   *
   * @param name the file that both texts are of, as the diff calls it
   * @return empty if there is none
   */
  public static String of(String name, String before, String after) {
    UnifiedDiff diff = new UnifiedDiff(lines(before), lines(after));
    diff.compare();
    return diff.edits.isEmpty() ? "" : "--- " + name + "\n+++ " + name + "\n" + diff.hunks();
  }

  /** The lines, each with its line feed, if it has one. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    for (int start = 0; start < text.length(); ) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  /** Finds the edits: what is the same at both ends needs no search. */
  private void compare() {
    int start = 0;
    int most = Math.min(before.size(), after.size());
    while (start < most && before.get(start).equals(after.get(start))) {
      start++;
    }
    int fromEnd = before.size();
    int toEnd = after.size();
    while (fromEnd > start
        && toEnd > start
        && before.get(fromEnd - 1).equals(after.get(toEnd - 1))) {
      fromEnd--;
      toEnd--;
    }
    if (fromEnd > start || toEnd > start) {
      search(start, fromEnd, toEnd);
    }
  }

  /**
   * The shortest way from one text to the other, by the algorithm of Myers: after each number of
   * changes, for each diagonal of the grid of lines, how far it can have come.
   */
  private void search(int start, int fromEnd, int toEnd) {
    int width = fromEnd - start;
    int height = toEnd - start;
    int most = Math.min(width + height, MOST_CHANGES);
    int[] reach = new int[2 * most + 3];
    int middle = most + 1;
    List<int[]> history = new ArrayList<>();
    for (int changes = 0; changes <= most; changes++) {
      history.add(Arrays.copyOfRange(reach, middle - changes - 1, middle + changes + 2));
      for (int k = -changes; k <= changes; k += 2) {
        boolean down =
            k == -changes || k != changes && reach[middle + k - 1] < reach[middle + k + 1];
        int x = down ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
        while (x < width
            && x - k < height
            && x - k >= 0
            && before.get(start + x).equals(after.get(start + x - k))) {
          x++;
        }
        reach[middle + k] = x;
        if (x >= width && x - k >= height) {
          trace(start, width, height, history);
          return;
        }
      }
    }
    edits.add(new Edit(start, width, start, height));
  }

  /** Walks back along the way that was found, and joins changes that touch. */
  private void trace(int start, int width, int height, List<int[]> history) {
    int x = width;
    int y = height;
    for (int changes = history.size() - 1; changes > 0; changes--) {
      int[] reach = history.get(changes);
      int middle = changes + 1;
      int k = x - y;
      boolean down = k == -changes || k != changes && reach[middle + k - 1] < reach[middle + k + 1];
      int previous = down ? k + 1 : k - 1;
      int fromX = reach[middle + previous];
      int fromY = fromX - previous;
      Edit edit = new Edit(start + fromX, down ? 0 : 1, start + fromY, down ? 1 : 0);
      Edit next = edits.isEmpty() ? null : edits.getLast();
      if (next != null && edit.fromEnd() == next.from() && edit.toEnd() == next.to()) {
        edits.removeLast();
        edit =
            new Edit(
                edit.from(),
                edit.removed() + next.removed(),
                edit.to(),
                edit.added() + next.added());
      }
      edits.add(edit);
      x = fromX;
      y = fromY;
    }
    Collections.reverse(edits);
  }

  private String hunks() {
    StringBuilder out = new StringBuilder();
    int first = 0;
    while (first < edits.size()) {
      int last = first;
      while (last + 1 < edits.size()
          && edits.get(last + 1).from() - edits.get(last).fromEnd() <= 2 * CONTEXT) {
        last++;
      }
      hunk(out, edits.subList(first, last + 1));
      first = last + 1;
    }
    return out.toString();
  }

  private void hunk(StringBuilder out, List<Edit> part) {
    int lead = Math.min(CONTEXT, part.getFirst().from());
    int from = part.getFirst().from() - lead;
    int to = part.getFirst().to() - lead;
    int fromEnd = Math.min(before.size(), part.getLast().fromEnd() + CONTEXT);
    int toEnd = part.getLast().toEnd() + fromEnd - part.getLast().fromEnd();
    out.append("@@ -").append(range(from, fromEnd)).append(" +").append(range(to, toEnd));
    out.append(" @@\n");
    int at = from;
    for (Edit edit : part) {
      append(out, ' ', before.subList(at, edit.from()));
      append(out, '-', before.subList(edit.from(), edit.fromEnd()));
      append(out, '+', after.subList(edit.to(), edit.toEnd()));
      at = edit.fromEnd();
    }
    append(out, ' ', before.subList(at, fromEnd));
  }

  /** The lines of a hunk as diff counts them: those that are none are behind the line before. */
  private static String range(int start, int end) {
    int count = end - start;
    return (count == 0 ? start : start + 1) + (count == 1 ? "" : "," + count);
  }

  private static void append(StringBuilder out, char sign, List<String> lines) {
    for (String line : lines) {
      out.append(sign).append(line);
      if (!line.endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }
}
