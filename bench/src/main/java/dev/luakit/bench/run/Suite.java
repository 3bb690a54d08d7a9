package dev.luakit.bench.run;

import dev.luakit.bench.Program;
import dev.luakit.bench.Start;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.ListStatistics;

/** Measures all that a plan wants. */
final class Suite {
  private static final int LUA_RUNS = 20;
  private static final int GRAPH = 1000;
  private static final int BIG_BUILD = 100_000;

  private final Plan plan;
  private final Path root;
  private final PrintStream progress;
  private final Map<String, Measurement> measured = new LinkedHashMap<>();
  private final List<String> left = new ArrayList<>();

  /**
   * @param root the clone
   * @param progress gets a line for each measurement
   */
  Suite(Plan plan, Path root, PrintStream progress) {
    this.plan = plan;
    this.root = root;
    this.progress = progress;
  }

  /** Measures, which takes minutes. */
  void run() throws IOException, InterruptedException, RunnerException {
    starts();
    reference();
    inProcess();
    reference();
    programs();
    reference();
    memory();
  }

  List<Measurement> measurements() {
    return List.copyOf(measured.values());
  }

  /** What was left out, and why. */
  List<String> left() {
    return left;
  }

  private void starts() throws RunnerException {
    List<Case> starts = Case.starts();
    for (Case each : starts) {
      boolean reference = each.reference().isEmpty();
      if (plan.wants(each.name())
          || reference && starts.stream().anyMatch(other -> plan.wants(other.name()))) {
        add(measurement(each));
      }
    }
    if (!Start.NATIVE.isThere()) {
      left.add("the native binary, which is not built (mvn -B -Pnative package)");
    }
  }

  /** The work in Java: at several times, of which the least counts. */
  private void reference() throws RunnerException {
    Measurement before = measured.get(Case.JAVA.name());
    Measurement now = measurement(Case.JAVA);
    add(before != null && before.value() < now.value() ? before : now);
  }

  private void inProcess() throws RunnerException {
    for (Case each : Case.inProcess()) {
      measure(each);
    }
  }

  private void programs() throws IOException, InterruptedException, RunnerException {
    boolean lua = Start.isLuaThere();
    if (!lua) {
      left.add("lua5.1, which is not installed");
    }
    for (Program program : plan.programs()) {
      Case each = Case.of(program, lua);
      if (plan.wants(each.name())) {
        if (lua) {
          double micros = LuaReference.micros(program, LUA_RUNS);
          add(new Measurement(each.reference(), micros, 0, "us", ""));
        }
        measure(each);
      }
    }
  }

  private void memory() throws IOException, InterruptedException {
    String graph = "memory of 1000 operations";
    if (plan.wants(graph)) {
      add(new Measurement(graph, MemoryUse.ofGraph(GRAPH), 0, "MB", ""));
    }
    String peak = "peak memory of a build of 100000 operations";
    if (plan.wants(peak)) {
      List<String> jvm = List.of(root.resolve("luakit").toString());
      add(new Measurement(peak + ", JVM", MemoryUse.ofBuild(jvm, BIG_BUILD), 0, "MB", ""));
      Path binary = root.resolve("cli/target/luakit");
      if (Files.isExecutable(binary)) {
        double megabytes = MemoryUse.ofBuild(List.of(binary.toString()), BIG_BUILD);
        add(new Measurement(peak + ", native", megabytes, 0, "MB", ""));
      }
    }
  }

  private void measure(Case each) throws RunnerException {
    if (plan.wants(each.name())) {
      add(measurement(each));
    }
  }

  private void add(Measurement measurement) {
    measured.put(measurement.name(), measurement);
    progress.println(
        measurement.name() + ": " + Amount.of(measurement.value(), measurement.unit()));
  }

  /**
   * The least of the rounds: whatever else the machine does only adds. Work in the JVM is measured
   * on the processor, processes by the clock.
   */
  private Measurement measurement(Case each) throws RunnerException {
    RunResult result = new Runner(options(each)).runSingle();
    boolean process = each.isProcess();
    ListStatistics rounds = new ListStatistics();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      for (IterationResult round : fork.getIterationResults()) {
        Result<?> taken =
            process
                ? round.getPrimaryResult()
                : round.getSecondaryResults().get(ProcessorTime.RESULT);
        rounds.addValue(taken.getScore());
      }
    }
    double least = rounds.getMin();
    return new Measurement(
        each.name(), least, rounds.getPercentile(50) - least, "us", each.reference());
  }

  private org.openjdk.jmh.runner.options.Options options(Case each) {
    boolean process = each.isProcess();
    // The second compiler takes its time.
    TimeValue time = TimeValue.milliseconds(each.isBrief() ? plan.millis() : 3 * plan.millis());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + each.benchmark().getName() + "\\." + each.method() + "$")
            .mode(process ? Mode.SingleShotTime : Mode.AverageTime)
            .timeUnit(TimeUnit.MICROSECONDS)
            .forks(process ? Math.min(1, plan.forks()) : plan.forks())
            .warmupIterations(process ? 2 : plan.rounds())
            .warmupTime(time)
            .measurementIterations(process ? plan.starts() : plan.rounds())
            .measurementTime(time)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT);
    if (!process) {
      options.addProfiler(ProcessorTime.class);
    }
    if (each.isBrief()) {
      options.jvmArgsAppend("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss16m");
    }
    for (Map.Entry<String, String> parameter : each.parameters().entrySet()) {
      options.param(parameter.getKey(), parameter.getValue());
    }
    return options.build();
  }
}
