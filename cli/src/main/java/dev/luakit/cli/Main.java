package dev.luakit.cli;

import dev.luakit.llb.ScriptException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The luakit command. */
public final class Main {
  private static final String FLATTER =
      "write it with less calls, brackets or tables in each other";

  private static final String FOLDER_GONE =
      "error: the current folder is gone\nhint: change to another one\n";

  private Main() {}

  /** Runs luakit as a process. */
  public static void main(String[] args) {
    ExitCode code = run(args, Host.ofProcess());
    StartCache.forgetRefused();
    // Not exit, which asks for a logger, and that opens all jars.
    Runtime.getRuntime().halt(code.number());
  }

  /** Runs luakit; every failure ends as one error on standard error and the code for its kind. */
  static ExitCode run(String[] args, Host host) {
    try {
      Request request = PlainArguments.parse(args);
      if (request == null) {
        request = Arguments.parse(args);
      }
      request.run(host);
      return ExitCode.OK;
    } catch (UsageException e) {
      return fail(host, e.code(), ErrorReport.of(e.getMessage(), e.hint(), colors(args, host)));
    } catch (ScriptException e) {
      return fail(host, code(e.kind()), ErrorReport.of(e, colors(args, host)));
    } catch (ReportedException e) {
      return e.code();
    } catch (BrokenPipeException e) {
      return ExitCode.BROKEN_PIPE;
    } catch (OutOfMemoryError e) {
      return fail(host, ExitCode.LIMIT, MemoryShortage.report());
    } catch (StackOverflowError e) {
      return fail(
          host,
          ExitCode.LIMIT,
          ErrorReport.of("the script is nested too deeply", FLATTER, Colors.OFF));
    } catch (RuntimeException | Error e) {
      if (isFolderGone(e)) {
        return fail(host, ExitCode.USAGE, FOLDER_GONE);
      }
      return fail(host, ExitCode.INTERNAL, internal(e));
    }
  }

  /** Asked only where something has failed: who builds need not wait for it. */
  private static Colors colors(String[] args, Host host) {
    return ColorChoice.of(args, host);
  }

  private static ExitCode code(ScriptException.Kind kind) {
    if (kind == ScriptException.Kind.LIMIT) {
      return ExitCode.LIMIT;
    }
    return kind == ScriptException.Kind.INTERRUPTED ? ExitCode.INTERRUPTED : ExitCode.SCRIPT;
  }

  /** Whether the folder that luakit was started in has been removed: then paths mean nothing. */
  private static boolean isFolderGone(Throwable failure) {
    String message = failure.getMessage();
    return message != null && message.endsWith("Could not determine current working directory.");
  }

  private static String internal(Throwable bug) {
    StackTraceElement[] trace = bug.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return ErrorReport.of(
        "internal error: " + bug + where,
        "this is a fault of luakit " + VersionRequest.VERSION + ": please report it",
        Colors.OFF);
  }

  private static ExitCode fail(Host host, ExitCode code, String report) {
    try {
      host.err().write(report.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return code; // Nobody reads it; the code still tells.
    }
    return code;
  }
}
