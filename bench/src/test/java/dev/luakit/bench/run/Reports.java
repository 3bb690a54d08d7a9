package dev.luakit.bench.run;

import java.util.ArrayList;
import java.util.List;

/** Made-up reports. */
final class Reports {
  private Reports() {}

  /** One in which all budgets were measured, and more. */
  static Report of(String date, double micros, Measurement... more) {
    List<Measurement> all = new ArrayList<>(List.of(more));
    all.add(new Measurement("java reference", 2000, 10, "us", ""));
    for (Budget budget : Budget.ALL) {
      String unit = budget.most() == 50 ? "MB" : "us";
      double value = unit.equals("MB") ? 4 : micros;
      all.add(
          new Measurement(
              budget.measurement(), value, 0, unit, unit.equals("MB") ? "" : "java reference"));
    }
    return new Report(date, "abc", "A <CPU>", "1 and 2", "quick", List.of("something"), all);
  }
}
