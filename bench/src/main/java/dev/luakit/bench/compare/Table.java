package dev.luakit.bench.compare;

import java.util.List;
import java.util.Locale;

/** The results as text, a line for each program. */
final class Table {
  private final List<Contender> contenders;
  private final int limit;

  /**
   * @param limit seconds after which a process was stopped
   */
  Table(List<Contender> contenders, int limit) {
    this.contenders = contenders;
    this.limit = limit;
  }

  String header() {
    StringBuilder line = new StringBuilder();
    line.append(format("%-22s %9s", "program", contenders.getFirst().name()));
    for (Contender contender : contenders.subList(1, contenders.size())) {
      line.append(format(" %9s %7s", contender.name(), "ratio"));
    }
    return line.toString();
  }

  /** The best times in seconds, and how many times the first contender's they are. */
  String line(Result result) {
    StringBuilder line = new StringBuilder();
    line.append(format("%-22s %8.2fs", result.program(), result.runs().getFirst().best()));
    for (int i = 1; i < contenders.size(); i++) {
      Runs runs = result.runs().get(i);
      if (runs.isStopped()) {
        line.append(format(" %9s %7s", ">" + limit + "s", ""));
      } else {
        line.append(format(" %8.2fs %7.2f", runs.best(), result.ratio(i)));
      }
    }
    return line.toString();
  }

  /**
   * For each contender but the first the geometric mean and the greatest of its ratios; programs
   * that were stopped count with the time they were given.
   */
  String summary(List<Result> results) {
    StringBuilder lines = new StringBuilder();
    for (int i = 1; i < contenders.size(); i++) {
      double logarithms = 0;
      Result worst = results.getFirst();
      for (Result result : results) {
        logarithms += Math.log(result.ratio(i));
        if (result.ratio(i) > worst.ratio(i)) {
          worst = result;
        }
      }
      lines.append(
          format(
              "%s / %s: geometric mean %.2f, worst %.2f (%s)%n",
              contenders.get(i).name(),
              contenders.getFirst().name(),
              Math.exp(logarithms / results.size()),
              worst.ratio(i),
              worst.program()));
    }
    return lines.toString();
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
