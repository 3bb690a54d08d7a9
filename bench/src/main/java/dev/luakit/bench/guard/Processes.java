package dev.luakit.bench.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts the JVMs that measure, and reads what they print. */
final class Processes {
  private static final List<String> FLAGS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmn128m", "-Xmx512m", "-Xss16m");

  private final String jar;

  /**
   * @param jar the benchmarks' jar, which is the agent too
   */
  Processes(String jar) {
    this.jar = jar;
  }

  /** Counts the steps of each workload. */
  Map<String, Long> steps() throws IOException, InterruptedException {
    Map<String, Long> steps = new LinkedHashMap<>();
    for (String line : run("-javaagent:" + jar, StepFork.class)) {
      String[] parts = columns(line, 2);
      steps.put(parts[0], Long.parseLong(parts[1]));
    }
    return steps;
  }

  /**
   * Measures time and bytes, in a few JVMs, one after the other.
   *
   * @param steps of each workload
   */
  List<Baseline> measure(int forks, Map<String, Long> steps)
      throws IOException, InterruptedException {
    List<Baseline> all = new ArrayList<>();
    for (int i = 0; i < forks; i++) {
      Map<String, Measured> workloads = new LinkedHashMap<>();
      for (String line : run("-Dfile.encoding=UTF-8", Fork.class)) {
        String[] parts = columns(line, 4);
        workloads.put(parts[0], measured(parts, steps));
      }
      all.add(new Baseline(Processor.name(), workloads));
    }
    return all;
  }

  private static Measured measured(String[] parts, Map<String, Long> steps) {
    Long counted = steps.get(parts[0]);
    if (counted == null) {
      throw new IllegalStateException("the steps of " + parts[0] + " were not counted");
    }
    return new Measured(
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        counted,
        Long.parseLong(parts[3]));
  }

  private static String[] columns(String line, int count) {
    String[] parts = line.split("\t");
    if (parts.length != count) {
      throw new IllegalStateException("a measuring JVM said: " + line);
    }
    return parts;
  }

  private List<String> run(String flag, Class<?> main) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of(flag, "-cp", jar, main.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    List<String> lines;
    try (var output = process.inputReader()) {
      lines = output.lines().toList();
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("a measuring JVM ended with " + process.exitValue());
    }
    return lines;
  }
}
