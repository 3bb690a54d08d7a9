package dev.luakit.cli;

import dev.luakit.llb.ScriptException;
import dev.luakit.vm.Traceback;
import java.util.List;

/**
 * An error as it is shown: one line that tells what and where, then what helps to see why.
 *
 * <pre>
 * error: build.lua:3: attempt to index local 'x' (a nil value)
 *   3 | local y = x.foo
 *     |           ^
 *   in function 'f' (build.lua:3)
 *   in main chunk (build.lua:12)
 * </pre>
 */
final class ErrorReport {
  /** Most characters of a message; scripts raise what they like. */
  private static final int MESSAGE = 2000;

  /** Most calls that are shown, from the inner and from the outer end of the stack. */
  private static final int INNER_CALLS = 12;

  private static final int OUTER_CALLS = 8;

  private static final String LABEL = "error: ";

  private final StringBuilder out = new StringBuilder(256);

  private ErrorReport() {}

  /** The report of an error that no script's line has made. */
  static String of(String message, String hint) {
    ErrorReport report = new ErrorReport();
    report.headline("", message);
    report.hint(hint);
    return LABEL + report.out;
  }

  /** The report of something that does not end the run. */
  static String warning(String message, String hint) {
    ErrorReport report = new ErrorReport();
    report.headline("", message);
    report.hint(hint);
    return "warning: " + report.out;
  }

  static String of(ScriptException error) {
    String wayOut = error.limit() == null ? null : LimitArguments.wayOut(error.limit());
    return LABEL + withoutLabel(error, wayOut);
  }

  /**
   * The report for someone who says himself that it is an error.
   *
   * @param wayOut what helps where a limit was reached, or null
   */
  static String withoutLabel(ScriptException error, String wayOut) {
    ErrorReport report = new ErrorReport();
    report.headline(place(error), error.message());
    if (error.excerpt() != null && error.line() > 0) {
      Excerpt.append(report.out, error.excerpt(), error.line(), error.column());
    }
    report.stack(error.calls());
    if (error.kind() == ScriptException.Kind.LIMIT) {
      report.hint(wayOut);
    }
    return report.out.toString();
  }

  private static String place(ScriptException error) {
    if (error.file() == null) {
      return "";
    }
    return error.line() == 0 ? error.file() + ": " : error.file() + ":" + error.line() + ": ";
  }

  private void headline(String place, String message) {
    out.append(Visible.line(place));
    if (message.length() <= MESSAGE) {
      out.append(Visible.line(message));
    } else {
      out.append(Visible.line(message.substring(0, MESSAGE)));
      out.append("… (").append(message.length() - MESSAGE).append(" more characters)");
    }
    out.append('\n');
  }

  private void stack(List<Traceback.Call> calls) {
    int count = calls.size();
    if (count < 2) {
      return;
    }
    boolean all = count <= INNER_CALLS + OUTER_CALLS + 1;
    for (int i = 0; i < count; i++) {
      if (!all && i == INNER_CALLS) {
        i = count - OUTER_CALLS;
        out.append("  … (").append(i - INNER_CALLS).append(" more calls)\n");
      }
      Traceback.Call call = calls.get(i);
      out.append("  in ").append(Visible.line(call.function()));
      out.append(" (").append(Visible.line(call.chunk())).append(':').append(call.line());
      out.append(")\n");
    }
  }

  private void hint(String hint) {
    if (hint != null) {
      out.append("hint: ").append(Visible.line(hint)).append('\n');
    }
  }
}
