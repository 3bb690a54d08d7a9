package dev.luakit.bench.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document that has the tables of the last run, between two marks. */
record GuidePage(Path file) {
  private static final String BEGIN = "<!-- made by bench/run --document -->\n";
  private static final String END = "<!-- end -->";

  /** Writes the tables of a report into it. */
  void write(Report report) throws IOException {
    Files.writeString(file, with(Files.readString(file), report));
  }

  /**
   * A document's text with the tables of a report.
   *
   * @throws IllegalStateException if it has not both marks
   */
  static String with(String text, Report report) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END, begin);
    if (begin < 0 || end < 0) {
      throw new IllegalStateException("the document has no place for tables");
    }
    return text.substring(0, begin + BEGIN.length())
        + "\n"
        + Table.markdown(report)
        + "\n"
        + text.substring(end);
  }
}
