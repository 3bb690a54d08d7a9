package dev.luakit.gateway;

import java.util.ArrayList;
import java.util.List;

/** Rows of texts, whose columns are as wide as they need be. */
final class TextTable {
  private final int gap;
  private final List<String[]> rows = new ArrayList<>();

  /**
   * @param gap the blanks between columns
   * @param headings the first row
   */
  TextTable(int gap, String... headings) {
    this.gap = gap;
    rows.add(headings);
  }

  /** Adds a row of as many texts as the first has. */
  void add(String... row) {
    rows.add(row);
  }

  /** Whether there are no rows but the headings. */
  boolean isEmpty() {
    return rows.size() == 1;
  }

  /** All rows, each with a newline. */
  @Override
  public String toString() {
    int columns = rows.getFirst().length;
    int[] widths = new int[columns];
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row[i].codePointCount(0, row[i].length()));
      }
    }
    StringBuilder out = new StringBuilder();
    for (String[] row : rows) {
      for (int i = 0; i < columns; i++) {
        out.append(row[i]);
        if (i < columns - 1) {
          out.repeat(' ', widths[i] + gap - row[i].codePointCount(0, row[i].length()));
        }
      }
      out.append('\n');
    }
    return out.toString();
  }
}
