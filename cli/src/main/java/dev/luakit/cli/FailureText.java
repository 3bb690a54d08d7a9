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
    return new FailureText(first, details(message, end + 1));
  }

  /** The lines from an index on, read one by one: there may be millions. */
  private static List<String> details(String message, int from) {
    List<String> details = new ArrayList<>();
    int more = 0;
    for (int start = from, end; start < message.length(); start = end + 1) {
      end = message.indexOf('\n', start);
      end = end < 0 ? message.length() : end;
      if (details.size() == LINES) {
        more++;
      } else if (end - start <= LINE) {
        details.add(message.substring(start, end));
      } else {
        details.add(message.substring(start, start + LINE) + "…");
      }
    }
    if (more > 0) {
      details.add("… (" + more + " more lines)");
    }
    return details;
  }

  /** The report, without the details. */
  String report(Colors colors) {
    String wayOut = failure.limit() == null ? null : LimitArguments.wayOut(failure.limit());
    return ErrorReport.withoutLabel(new ScriptException(failure), wayOut, colors);
  }
}
