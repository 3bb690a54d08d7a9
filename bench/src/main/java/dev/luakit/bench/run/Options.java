package dev.luakit.bench.run;

/**
 * The command line.
 *
 * @param plan how much is measured
 * @param document whether only the document is written anew, from the last run that is kept
 * @param chart whether only the chart is
 */
record Options(Plan plan, boolean document, boolean chart) {
  static final String USAGE =
      """
      usage: bench/run [--full | --only NAME | --document | --chart]
        --full         measure for long, and all of the programs
        --only NAME    only what has this in its name, and keep nothing: to try something
        --document     measure nothing: write the last run's tables into docs/performance.md
        --chart        measure nothing: draw the runs that are kept in bench/history/trend.svg
      """;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  static Options parse(String... arguments) {
    if (arguments.length == 0) {
      return new Options(Plan.QUICK, false, false);
    }
    int expected = arguments[0].equals("--only") ? 2 : 1;
    if (arguments.length != expected) {
      throw new IllegalArgumentException(
          arguments.length < expected ? "--only needs a name" : "unknown " + arguments[expected]);
    }
    return switch (arguments[0]) {
      case "--full" -> new Options(Plan.FULL, false, false);
      case "--only" -> new Options(Plan.QUICK.only(arguments[1]), false, false);
      case "--document" -> new Options(null, true, false);
      case "--chart" -> new Options(null, false, true);
      default -> throw new IllegalArgumentException("unknown option " + arguments[0]);
    };
  }
}
