package dev.luakit.cli;

import dev.luakit.llb.ScriptException;
import dev.luakit.llb.advice.Advice;
import dev.luakit.vm.Traceback;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error as it is shown: one line that tells what and where, then what helps to see why.
 *
 * <pre>
 * error: build.lua:3: attempt to index local 'x' (a nil value)
 *   3 | local y = x.foo
 *     |           ^
 *   in function 'f' (build.lua:3)
 *   in main chunk (build.lua:12)
 * hint: 'x' is declared without a value
 *   1 | local x
 *     |       ^
 * </pre>
 */
final class ErrorReport {
  /** Most characters of a message; scripts raise what they like. */
  private static final int MESSAGE = 2000;

  /** Most calls that are shown, from the inner and from the outer end of the stack. */
  private static final int INNER_CALLS = 12;

  private static final int OUTER_CALLS = 8;

  /** What {@code require} says of a module that is not Lua: its file and line come twice. */
  private static final Pattern MODULE_CAUSE =
      Pattern.compile("[^\n]*:\n\t.*?:\\d+: (.*)", Pattern.DOTALL);

  private final StringBuilder out = new StringBuilder(256);
  private final Colors colors;

  private ErrorReport(Colors colors) {
    this.colors = colors;
  }

  /** The report of an error that no script's line has made. */
  static String of(String message, String hint, Colors colors) {
    return plain(colors.error("error:"), message, hint, colors);
  }

  /** The report of something that does not end the run. */
  static String warning(String message, String hint, Colors colors) {
    return plain(colors.warning("warning:"), message, hint, colors);
  }

  /** The same with the line that it is about. */
  static String warning(String message, CharSequence excerpt, String hint, Colors colors) {
    ErrorReport report = new ErrorReport(colors);
    report.out.append(colors.warning("warning:")).append(' ');
    report.headline("", message);
    report.out.append(excerpt);
    report.hint(hint);
    return report.out.toString();
  }

  private static String plain(String label, String message, String hint, Colors colors) {
    ErrorReport report = new ErrorReport(colors);
    report.out.append(label).append(' ');
    report.headline("", message);
    report.hint(hint);
    return report.out.toString();
  }

  static String of(ScriptException error, Colors colors) {
    String wayOut =
        error.limit() == null
            ? LimitArguments.wayOut(error.message())
            : LimitArguments.wayOut(error.limit());
    return colors.error("error:") + " " + withoutLabel(error, wayOut, colors);
  }

  /**
   * The report for someone who says himself that it is an error.
   *
   * @param wayOut what helps where a limit was reached, or null
   */
  static String withoutLabel(ScriptException error, String wayOut, Colors colors) {
    ErrorReport report = new ErrorReport(colors);
    report.headline(place(error), ownWords(error.message()));
    if (error.excerpt() != null && error.line() > 0) {
      Excerpt.append(report.out, error.excerpt(), error.line(), error.column(), colors);
    }
    report.stack(error.calls());
    if (error.kind() == ScriptException.Kind.LIMIT) {
      report.hint(wayOut);
    } else {
      report.advice(Advice.on(error.failure()));
      if (LimitArguments.wayOut(error.message()) != null) {
        report.hint(wayOut);
      }
    }
    return report.out.toString();
  }

  /** What a module's error says, without the lines that {@code require} puts around it. */
  private static String ownWords(String message) {
    int line = message.indexOf(":\n\t");
    if (line > 0 && message.startsWith("module '")) {
      return message.substring(0, line);
    }
    if (line > 0 && message.startsWith("error loading module '")) {
      Matcher cause = MODULE_CAUSE.matcher(message);
      return cause.matches() ? cause.group(1) : message;
    }
    return message;
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
      out.append(colors.message(Visible.line(message)));
    } else {
      out.append(colors.message(Visible.line(message.substring(0, MESSAGE))));
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
      boolean all = hint.length() <= MESSAGE;
      String shown = all ? hint : hint.substring(0, MESSAGE);
      out.append(colors.hint("hint:")).append(' ').append(Visible.line(shown));
      out.append(all ? "\n" : "…\n");
    }
  }

  private void advice(Advice advice) {
    if (advice == null) {
      return;
    }
    hint(advice.text());
    if (advice.excerpt() != null) {
      Excerpt.append(out, advice.excerpt(), advice.line(), advice.column(), colors);
    }
  }
}
