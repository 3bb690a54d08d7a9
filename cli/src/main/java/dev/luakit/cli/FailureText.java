package dev.luakit.cli;

import dev.luakit.llb.ScriptException;
import dev.luakit.stdlib.Failure;
import java.util.List;

/**
 * What is said of a test's failure. An assertion says what it expected in lines of its own, which
 * belong below the excerpt.
 *
 * @param failure the failure, with the first line of its message
 * @param details the other lines of the message
 */
record FailureText(Failure failure, List<String> details) {
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
    return new FailureText(first, List.of(message.substring(end + 1).split("\n")));
  }

  /** The report, without the details. */
  String report(Colors colors) {
    String wayOut = failure.limit() == null ? null : LimitArguments.wayOut(failure.limit());
    return ErrorReport.withoutLabel(new ScriptException(failure), wayOut, colors);
  }
}
