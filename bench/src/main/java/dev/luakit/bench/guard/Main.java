package dev.luakit.bench.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code bench/guard [--update]}. */
final class Main {
  private static final int FORKS = 1;

  private static final int FORKS_OF_BASELINE = 6;

  /** How often what looks slower is measured again before it is believed. */
  private static final int ATTEMPTS = 3;

  private Main() {}

  /** Ends with 1 where something got slower, with 2 where it was called wrongly. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean update = arguments.length == 1 && arguments[0].equals("--update");
    if (arguments.length != 0 && !update) {
      System.err.println("usage: bench/guard [--update]");
      System.exit(2);
    }
    Path file = Path.of(System.getProperty("luakit.root"), "bench", "baseline.json");
    Processes processes = new Processes(System.getProperty("java.class.path"));
    Map<String, Long> steps = processes.steps();
    if (update) {
      Baseline now = Baseline.least(processes.measure(FORKS_OF_BASELINE, steps));
      now.write(file);
      System.out.print(Judgement.table(now, now));
      return;
    }
    Baseline baseline = Baseline.read(file);
    List<Baseline> forks = new ArrayList<>(processes.measure(FORKS, steps));
    Baseline now = Baseline.least(forks);
    for (int attempt = 1; attempt < ATTEMPTS && Judgement.isInDoubt(baseline, now); attempt++) {
      forks.addAll(processes.measure(FORKS, steps));
      now = Baseline.least(forks);
    }
    System.out.print(Judgement.table(baseline, now));
    report(baseline, now);
  }

  private static void report(Baseline baseline, Baseline now) {
    if (!baseline.processor().equals(now.processor())) {
      System.out.printf(
          "The baseline was made on another processor (%s): times may differ.%n",
          baseline.processor());
    }
    List<String> regressions = Judgement.regressions(baseline, now);
    if (!regressions.isEmpty()) {
      System.err.println("guard: slower than bench/baseline.json:");
      for (String regression : regressions) {
        System.err.println("  " + regression);
      }
      System.err.println(
          "If it has to be so, say why in the commit, and run: bench/guard --update");
      System.exit(1);
    }
  }
}
