package dev.luakit.bench.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares what workloads take with what they took. */
final class Judgement {
  /**
   * Of a processor's time: well above the double that a busy machine was seen to make of it, as
   * what is exact finds what is less.
   */
  static final double TIME = 2.0;

  /** Of the bytes that are allocated, which differ a little by when the compiler was ready. */
  static final double BYTES = 0.03;

  /** Of the JVM's instructions: they are exact, but another compiler may need some more. */
  static final double STEPS = 0.01;

  private Judgement() {}

  /** Whether more measurements could clear what looks worse; they don't change what is exact. */
  static boolean isInDoubt(Baseline baseline, Baseline now) {
    for (Map.Entry<String, Measured> workload : now.workloads().entrySet()) {
      Measured before = baseline.workloads().get(workload.getKey());
      if (before != null
          && (isSlower(before, workload.getValue())
              || allocatesMore(before, workload.getValue()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSlower(Measured before, Measured after) {
    return after.ratio() > before.ratio() * (1 + TIME);
  }

  private static boolean allocatesMore(Measured before, Measured after) {
    return after.bytes() > before.bytes() * (1 + BYTES);
  }

  /** What got worse, a line each; empty if all is well. */
  static List<String> regressions(Baseline baseline, Baseline now) {
    List<String> regressions = new ArrayList<>();
    for (Map.Entry<String, Measured> workload : now.workloads().entrySet()) {
      Measured before = baseline.workloads().get(workload.getKey());
      Measured after = workload.getValue();
      if (before == null) {
        regressions.add(workload.getKey() + ": is not in the baseline");
        continue;
      }
      if (isSlower(before, after)) {
        regressions.add(
            worse(
                workload.getKey(), "takes", before.ratio(), after.ratio(), "times the reference"));
      }
      if (allocatesMore(before, after)) {
        regressions.add(
            worse(workload.getKey(), "allocates", before.bytes(), after.bytes(), "bytes"));
      }
      if (after.steps() > before.steps() * (1 + STEPS)) {
        regressions.add(
            worse(
                workload.getKey(),
                "executes",
                (double) before.steps(),
                (double) after.steps(),
                "instructions of the JVM"));
      }
      if (after.count() > before.count()) {
        regressions.add(
            worse(
                workload.getKey(),
                "counts",
                (double) before.count(),
                (double) after.count(),
                "steps or bytes"));
      }
    }
    for (String name : baseline.workloads().keySet()) {
      if (!now.workloads().containsKey(name)) {
        regressions.add(name + ": is in the baseline, but was not measured");
      }
    }
    return regressions;
  }

  private static String worse(String name, String verb, double before, double after, String unit) {
    String format =
        after < 1000
            ? "%s: %s %.3f %s, not %.3f: %+.1f %%"
            : "%s: %s %,.0f %s, not %,.0f: %+.1f %%";
    return String.format(
        Locale.ROOT, format, name, verb, after, unit, before, (after / before - 1) * 100);
  }

  /** A line for each workload. */
  static String table(Baseline baseline, Baseline now) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-26s %10s %8s %14s %8s %14s %8s %14s%n",
            "workload",
            "reference",
            "before",
            "bytes",
            "before",
            "steps",
            "before",
            "count"));
    for (Map.Entry<String, Measured> workload : now.workloads().entrySet()) {
      Measured after = workload.getValue();
      Measured before = baseline.workloads().getOrDefault(workload.getKey(), after);
      text.append(
          String.format(
              Locale.ROOT,
              "%-26s %9.3fx %+7.1f%% %,14.0f %+7.1f%% %,14d %+7.1f%% %,14d%n",
              workload.getKey(),
              after.ratio(),
              (after.ratio() / before.ratio() - 1) * 100,
              after.bytes(),
              (after.bytes() / before.bytes() - 1) * 100,
              after.steps(),
              ((double) after.steps() / before.steps() - 1) * 100,
              after.count()));
    }
    return text.toString();
  }
}
