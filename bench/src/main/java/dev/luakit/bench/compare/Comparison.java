package dev.luakit.bench.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs programs by all contenders in turn, so that what slows the machine down slows all down. */
final class Comparison {
  private final List<Contender> contenders;
  private final int rounds;
  private final int limit;
  private final PrintStream out;
  private boolean same = true;

  /**
   * @param contenders the first of them is the reference, whose output is right
   * @param limit seconds after which a process is stopped
   * @param out where the table goes, line by line
   */
  Comparison(List<Contender> contenders, int rounds, int limit, PrintStream out) {
    this.contenders = contenders;
    this.rounds = rounds;
    this.limit = limit;
    this.out = out;
  }

  /** Runs all programs and prints the table. */
  List<Result> run(List<Path> programs) throws IOException, InterruptedException {
    Table table = new Table(contenders, limit);
    out.println(table.header());
    List<Result> results = new ArrayList<>();
    for (Path program : programs) {
      Result result = run(program);
      results.add(result);
      out.println(table.line(result));
      reportDifferences(result);
    }
    out.print(table.summary(results));
    return results;
  }

  private Result run(Path program) throws IOException, InterruptedException {
    List<Runs> runs = new ArrayList<>();
    for (int i = 0; i < contenders.size(); i++) {
      runs.add(new Runs());
    }
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < contenders.size(); i++) {
        if (!runs.get(i).isStopped()) {
          runs.get(i).add(Run.of(contenders.get(i), program, limit));
        }
      }
    }
    String file = program.getFileName().toString();
    return new Result(file.substring(0, file.length() - ".lua".length()), runs);
  }

  private void reportDifferences(Result result) {
    String expected = result.runs().getFirst().output();
    for (int i = 0; i < contenders.size(); i++) {
      Run wrong = result.runs().get(i).firstWrong(expected);
      if (wrong != null) {
        same = false;
        String what = wrong.end() == Run.End.FAILED ? "fails" : "prints something else";
        out.printf("%s: %s %s:%n", result.program(), contenders.get(i).name(), what);
        out.print(wrong.output().indent(4));
      }
    }
  }

  /** Whether all contenders printed the same. */
  boolean isSame() {
    return same;
  }
}
