package dev.luakit.cli;

import dev.luakit.llb.ScriptException;
import dev.luakit.stdlib.Failure;
import java.util.ArrayList;
import java.util.List;

/**
 * What is said of a test's failure. An assertion says what it expected in lines of its own, which
 * belong below the excerpt.
 *
 * @param failure the failure, with the first line of its message
 * @param details the other lines of the message
 */
record FailureText(Failure failure, List<String> details) {
  /** Most lines of details, and most characters of one; scripts raise what they like. */
  private static final int LINES = 40;

  private static final int LINE = 2000;

  static FailureText of(Failure failure) {
    String message = failure.message();
    int end = message.indexOf('\n');
    // Lines that begin with a tab are those of require, which are told in another way.
    if (end < 0 || message.startsWith("\t", end + 1)) {
      return new FailureText(failure, List.of());
    }
    Failure first =
        new Failure(
            failure.limit(),
            message.substring(0, end),
            failure.file(),
            failure.line(),
            failure.column(),
            failure.excerpt(),
            failure.calls(),
            failure.sources(),
            failure.chunk());
    return new FailureText(first, details(message.substring(end + 1).split("\n")));
  }

  private static List<String> details(String[] lines) {
    List<String> details = new ArrayList<>();
    for (int i = 0; i < Math.min(lines.length, LINES); i++) {
      String line = lines[i];
      details.add(line.length() <= LINE ? line : line.substring(0, LINE) + "…");
    }
    if (lines.length > LINES) {
      details.add("… (" + (lines.length - LINES) + " more lines)");
    }
    return details;
  }

  /** The report, without the details. */
  String report(Colors colors) {
    String wayOut = failure.limit() == null ? null : LimitArguments.wayOut(failure.limit());
    return ErrorReport.withoutLabel(new ScriptException(failure), wayOut, colors);
  }
}
