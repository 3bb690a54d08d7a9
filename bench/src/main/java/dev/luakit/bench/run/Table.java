package dev.luakit.bench.run;

import java.util.Locale;

/** A report as text, and as the tables of a document. */
final class Table {
  private Table() {}

  /** For a terminal. */
  static String text(Report report) {
    StringBuilder text = new StringBuilder();
    text.append(line("measured", "value", "spread", "ratio", "of"));
    for (Measurement measurement : report.measurements()) {
      String spread =
          measurement.spread() > 0
              ? "+ " + Amount.of(measurement.spread(), measurement.unit())
              : "";
      text.append(
          line(
              measurement.name(),
              Amount.of(measurement.value(), measurement.unit()),
              spread,
              ratio(report, measurement),
              measurement.reference()));
    }
    for (String left : report.left()) {
      text.append("left out: ").append(left).append('\n');
    }
    return text.toString();
  }

  private static String line(String name, String value, String spread, String ratio, String of) {
    return String.format(Locale.ROOT, "%-38s %10s %12s %9s  %s", name, value, spread, ratio, of)
            .stripTrailing()
        + "\n";
  }

  private static String ratio(Report report, Measurement measurement) {
    double ratio = report.ratio(measurement);
    return Double.isNaN(ratio) ? "" : Amount.digits(ratio) + "x";
  }

  /** The budgets, a line each. */
  static String budgets(Report report) {
    StringBuilder text = new StringBuilder();
    for (Budget budget : Budget.ALL) {
      Measurement measured = budget.measured(report);
      text.append(
          String.format(
              Locale.ROOT,
              "budget %s: %s below %s: %s%n",
              budget.isKept(report) ? "kept" : "BROKEN",
              Amount.of(measured.value(), measured.unit()),
              Amount.of(budget.most(), measured.unit()),
              budget.what()));
    }
    return text.toString();
  }

  /** The tables of docs/performance.md. */
  static String markdown(Report report) {
    StringBuilder text = new StringBuilder();
    text.append("Measured at ").append(report.date()).append(" (").append(report.mode());
    text.append(") on ").append(report.processor());
    if (!report.load().isEmpty()) {
      text.append(", with a load of ").append(report.load()).append(" before and after");
    }
    text.append(".\n\n| budget | below | measured |\n|---|---|---|\n");
    for (Budget budget : Budget.ALL) {
      Measurement measured = budget.measured(report);
      row(
          text,
          budget.what(),
          Amount.of(budget.most(), measured.unit()),
          Amount.of(measured.value(), measured.unit()));
    }
    text.append("\n| measured | value | ratio | of |\n|---|---|---|---|\n");
    for (Measurement measurement : report.measurements()) {
      row(
          text,
          measurement.name(),
          Amount.of(measurement.value(), measurement.unit()),
          ratio(report, measurement).replace("x", ""),
          measurement.reference());
    }
    for (String left : report.left()) {
      text.append("\nLeft out: ").append(left).append(".\n");
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String... cells) {
    text.append('|');
    for (String cell : cells) {
      text.append(cell.isEmpty() ? " " : " " + cell + " ").append('|');
    }
    text.append('\n');
  }
}
