package dev.luakit.bench.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bench/guard [--update]}. */
final class Main {
  private static final int FORKS = 3;

  /** How often what looks slower is measured again before it is believed. */
  private static final int ATTEMPTS = 3;

  private static final List<String> FLAGS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmn128m", "-Xmx512m", "-Xss16m");

  private Main() {}

  /** Ends with 1 where something got slower, with 2 where it was called wrongly. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Path.of(System.getProperty("luakit.root"), "bench", "baseline.json");
    if (arguments.length == 1 && arguments[0].equals("--update")) {
      List<Baseline> all = new ArrayList<>();
      for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
        all.addAll(forks());
      }
      Baseline now = least(all);
      now.write(file);
      System.out.print(Judgement.table(now, now));
      return;
    }
    if (arguments.length != 0) {
      System.err.println("usage: bench/guard [--update]");
      System.exit(2);
    }
    Baseline baseline = Baseline.read(file);
    List<Baseline> forks = new ArrayList<>();
    List<String> regressions = List.of();
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      forks.addAll(forks());
      Baseline now = least(forks);
      regressions = Judgement.regressions(baseline, now);
      if (regressions.isEmpty() || attempt == ATTEMPTS) {
        System.out.print(Judgement.table(baseline, now));
        break;
      }
    }
    if (!baseline.processor().equals(Baseline.thisProcessor())) {
      System.out.printf(
          "The baseline was made on another processor (%s): times may differ by %.0f %%.%n",
          baseline.processor(), Judgement.TIME_ELSEWHERE * 100);
    }
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

  private static List<Baseline> forks() throws IOException, InterruptedException {
    List<Baseline> forks = new ArrayList<>();
    for (int i = 0; i < FORKS; i++) {
      forks.add(fork());
    }
    return forks;
  }

  private static Baseline fork() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Fork.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, Measured> workloads = new LinkedHashMap<>();
    try (var lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split("\t");
        workloads.put(
            parts[0],
            new Measured(
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Long.parseLong(parts[3])));
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("a measuring JVM ended with " + process.exitValue());
    }
    return new Baseline(Baseline.thisProcessor(), workloads);
  }

  /** The least of each workload: noise only ever adds. */
  private static Baseline least(List<Baseline> forks) {
    Map<String, Measured> least = new LinkedHashMap<>();
    for (Baseline fork : forks) {
      for (Map.Entry<String, Measured> workload : fork.workloads().entrySet()) {
        least.merge(workload.getKey(), workload.getValue(), Measured::least);
      }
    }
    return new Baseline(Baseline.thisProcessor(), least);
  }
}
