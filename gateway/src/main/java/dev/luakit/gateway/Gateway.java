package dev.luakit.gateway;

import dev.luakit.llb.ScriptException;
import dev.luakit.proto.gateway.ReturnRequest;
import dev.luakit.proto.ops.SourceInfo;
import dev.luakit.proto.rpc.Status;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/** A frontend's run: one build, whose daemon is at the other end of two streams. */
public final class Gateway {
  /** How a run has ended. */
  public enum Ending {
    /** The daemon has the result. */
    DONE,
    /** The build has failed, and the daemon knows why. */
    FAILED,
    /** The daemon is gone. */
    LOST
  }

  private final Map<String, String> environment;
  private final Manners manners;

  /**
   * @param environment what BuildKit says about the build
   * @param manners the command line's
   */
  public Gateway(Map<String, String> environment, Manners manners) {
    this.environment = environment;
    this.manners = manners;
  }

  /**
   * Runs the build. Whatever happens, the daemon is told what came of it, once, unless it is gone.
   *
   * @param in what the daemon writes
   * @param out what the daemon reads; nothing else may ever be written to it
   */
  public Ending run(InputStream in, OutputStream out) {
    Thread builder = Thread.currentThread();
    try (Bridge bridge = new Bridge(in, out, builder::interrupt)) {
      Frontend frontend = new Frontend(bridge, new FrontendOptions(environment), manners);
      ReturnRequest answer;
      Ending ending = Ending.FAILED;
      try {
        answer = ReturnRequest.newBuilder().setResult(frontend.run()).build();
        ending = Ending.DONE;
      } catch (Throwable e) {
        if (bridge.isLost() || e instanceof AbandonedException) {
          return Ending.LOST;
        }
        answer = ReturnRequest.newBuilder().setError(status(e, frontend)).build();
      }
      bridge.giveBack(answer);
      return ending;
    } catch (AbandonedException e) {
      return Ending.LOST;
    } catch (BridgeException e) {
      return Ending.FAILED; // The daemon did not take the answer, and knows why.
    } finally {
      // The end of the connection, which was expected, is not to interrupt what comes next.
      Thread.interrupted();
    }
  }

  private Status status(Throwable failure, Frontend frontend) {
    return switch (failure) {
      case ScriptException e -> {
        SourceInfo source = e.line() == 0 ? null : frontend.source(e.file());
        yield Failure.of(manners.describe(e), source, Places.range(e.line(), e.column()));
      }
      case BridgeException e -> e.status();
      case FrontendException e -> Failure.of(e.getMessage(), e.source(), e.range());
      case UnsupportedRequestException e -> Failure.of(e);
      case OutOfMemoryError e -> Failure.of("Java's memory is used up");
      case StackOverflowError e -> Failure.of("the script is nested too deeply");
      default -> Failure.of("internal error of luakit: " + failure + where(failure));
    };
  }

  private static String where(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "" : " at " + trace[0];
  }
}
