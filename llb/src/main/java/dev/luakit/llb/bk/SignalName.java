package dev.luakit.llb.bk;

import dev.luakit.llb.EditDistance;
import dev.luakit.llb.graph.InvalidGraphException;
import java.util.List;

/** Knows the signals, to tell a slip from a name that is merely rare. */
final class SignalName {
  private static final List<String> ALL =
      List.of(
          "SIGTERM",
          "SIGINT",
          "SIGQUIT",
          "SIGHUP",
          "SIGKILL",
          "SIGUSR1",
          "SIGUSR2",
          "SIGWINCH",
          "SIGCONT",
          "SIGSTOP",
          "SIGTSTP",
          "SIGALRM",
          "SIGABRT",
          "SIGPIPE",
          "SIGCHLD",
          "SIGPWR",
          "SIGILL",
          "SIGTRAP",
          "SIGBUS",
          "SIGFPE",
          "SIGSEGV",
          "SIGSTKFLT",
          "SIGTTIN",
          "SIGTTOU",
          "SIGURG",
          "SIGXCPU",
          "SIGXFSZ",
          "SIGVTALRM",
          "SIGPROF",
          "SIGIO",
          "SIGPOLL",
          "SIGSYS",
          "SIGIOT",
          "SIGCLD");

  /** What the names of signals without one of their own begin with. */
  private static final String REAL_TIME = "SIGRT";

  private SignalName() {}

  /**
   * A signal, as a name or a number.
   *
   * @throws InvalidGraphException if it is misspelt
   */
  static String spelt(String signal) {
    boolean name = signal.startsWith("SIG") && !signal.startsWith(REAL_TIME);
    String near = name && !ALL.contains(signal) ? EditDistance.nearest(signal, ALL) : null;
    if (near != null) {
      throw new InvalidGraphException(
          "there is no signal \"" + signal + "\" (did you mean '" + near + "'?)");
    }
    return signal;
  }
}
