package dev.luakit.cli;

/** What the process says about itself when it ends. */
enum ExitCode {
  OK(0),
  /** The script is at fault. */
  SCRIPT(1),
  /** The command line is: an unknown option, a missing script, an output that can't be written. */
  USAGE(2),
  /** A limit of the sandbox was reached. */
  LIMIT(3),
  /** Luakit is at fault; as {@code EX_SOFTWARE} of sysexits.h. */
  INTERNAL(70),
  /** As a shell has it for a process that SIGINT ended. */
  INTERRUPTED(130),
  /** Nobody reads the output any more; as a shell has it for a process that SIGPIPE ended. */
  BROKEN_PIPE(141);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
