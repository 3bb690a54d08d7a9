package dev.luakit.bench.run;

import dev.luakit.bench.Program;
import java.util.List;

/**
 * How much is measured.
 *
 * @param mode what the report calls it
 * @param forks JVMs for each benchmark; 0 for none of its own
 * @param rounds how often each is measured in one
 * @param millis how long each time (three times that with both compilers), and each of as many
 *     times before that don't count
 * @param starts how often a process is started
 * @param programs which Lua programs are run
 * @param only what the names of all that is measured must contain, empty for everything
 */
record Plan(
    String mode,
    int forks,
    int rounds,
    int millis,
    int starts,
    List<Program> programs,
    String only) {
  static final Plan QUICK =
      new Plan(
          "quick",
          1,
          3,
          300,
          10,
          List.of(
              Program.BINARY_TREES,
              Program.FIBONACCI,
              Program.JSON,
              Program.METHODS,
              Program.NBODY,
              Program.PATTERNS,
              Program.SORT_COMPARATOR,
              Program.STRING_BUILDING),
          "");

  static final Plan FULL = new Plan("full", 3, 5, 1000, 20, List.of(Program.values()), "");

  Plan only(String name) {
    return new Plan(mode, forks, rounds, millis, starts, programs, name);
  }

  boolean wants(String name) {
    return name.contains(only);
  }
}
