package dev.luakit.bench.run;

import dev.luakit.bench.guard.Processor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/** {@code bench/run}; see {@link Options#USAGE}. */
final class Main {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ssX").withZone(ZoneOffset.UTC);

  private Main() {}

  /** Ends with 1 where a budget is broken, with 2 where it was called wrongly. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, RunnerException {
    Path root = Path.of(System.getProperty("luakit.root"));
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println("run: " + e.getMessage() + "\n" + Options.USAGE);
      System.exit(2);
      return;
    }
    Path history = root.resolve("bench/history");
    if (options.plan() != null) {
      measure(options.plan(), root, history);
      return;
    }
    List<Report> kept = Report.history(history);
    if (kept.isEmpty()) {
      System.err.println("run: nothing was measured yet: bench/run");
      System.exit(2);
    } else if (options.document()) {
      new GuidePage(root.resolve("docs/performance.md")).write(kept.getLast());
    } else {
      draw(history, kept);
    }
  }

  private static void measure(Plan plan, Path root, Path history)
      throws IOException, InterruptedException, RunnerException {
    String date = DATE.format(Instant.now());
    String before = load();
    Suite suite = new Suite(plan, root, System.err);
    suite.run();
    Report report =
        new Report(
            date,
            commit(root),
            Processor.name(),
            before.isEmpty() ? "" : before + " and " + load(),
            plan.mode(),
            suite.left(),
            suite.measurements());
    System.out.print(Table.text(report));
    if (!plan.only().isEmpty()) {
      return;
    }
    report.write(history);
    draw(history, Report.history(history));
    System.out.print(Table.budgets(report));
    if (!Budget.ALL.stream().allMatch(budget -> budget.isKept(report))) {
      System.exit(1);
    }
  }

  private static void draw(Path history, List<Report> kept) throws IOException {
    Files.writeString(history.resolve("trend.svg"), Chart.svg(kept));
  }

  /** How many programs wanted to run during the last minute; empty where there is no Linux. */
  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    } catch (IOException e) {
      return "";
    }
  }

  /** Empty where there is no Git. */
  private static String commit(Path root) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder("git", "describe", "--always", "--dirty=+", "--exclude=*")
              .directory(root.toFile())
              .start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? said : "";
    } catch (IOException e) {
      return "";
    }
  }
}
