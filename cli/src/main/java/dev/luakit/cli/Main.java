package dev.luakit.cli;

import dev.luakit.llb.ScriptException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The luakit command. */
public final class Main {
  private static final String MORE_HEAP =
      "give Java more with JDK_JAVA_OPTIONS=-Xmx2g, or the script less with --max-memory";

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
      return fail(host, ExitCode.USAGE, ErrorReport.of(e.getMessage(), e.hint()));
    } catch (ScriptException e) {
      return fail(host, code(e.kind()), ErrorReport.of(e));
    } catch (ReportedException e) {
      return ExitCode.SCRIPT;
    } catch (BrokenPipeException e) {
      return ExitCode.BROKEN_PIPE;
    } catch (OutOfMemoryError e) {
      return fail(host, ExitCode.LIMIT, ErrorReport.of("Java's memory is used up", MORE_HEAP));
    } catch (StackOverflowError e) {
      return fail(host, ExitCode.LIMIT, ErrorReport.of("the script is nested too deeply", null));
    } catch (RuntimeException | Error e) {
      return fail(host, ExitCode.INTERNAL, internal(e));
    }
  }

  private static ExitCode code(ScriptException.Kind kind) {
    if (kind == ScriptException.Kind.LIMIT) {
      return ExitCode.LIMIT;
    }
    return kind == ScriptException.Kind.INTERRUPTED ? ExitCode.INTERRUPTED : ExitCode.SCRIPT;
  }

  private static String internal(Throwable bug) {
    StackTraceElement[] trace = bug.getStackTrace();
    String where = trace.length == 0 ? "" : " at " + trace[0];
    return ErrorReport.of(
        "internal error: " + bug + where,
        "this is a fault of luakit " + VersionRequest.VERSION + ": please report it");
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
