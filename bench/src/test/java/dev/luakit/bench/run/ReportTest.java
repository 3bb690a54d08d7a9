package dev.luakit.bench.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a run, and what is made of it. */
class ReportTest {
  private static final Report REPORT = Reports.of("2026-01-31T12-00-00Z", 4000);

  @Test
  void the_history_is_read_as_it_was_written_from_the_first_to_the_last(@TempDir Path folder)
      throws IOException {
    Report later = Reports.of("2026-02-01T12-00-00Z", 3000);
    assertEquals(List.of(), Report.history(folder.resolve("history")));
    later.write(folder.resolve("history"));
    REPORT.write(folder.resolve("history"));
    assertEquals(List.of(REPORT, later), Report.history(folder.resolve("history")));
  }

  @Test
  void a_measurement_is_told_as_a_multiple_of_its_reference() {
    assertEquals(2, REPORT.ratio(REPORT.find("evaluate 100 lines")));
    assertTrue(Double.isNaN(REPORT.ratio(REPORT.find("java reference"))));
  }

  @Test
  void a_reference_that_is_missing_is_an_error() {
    Measurement lost = new Measurement("vm json", 1, 0, "us", "lua5.1 json");
    Report report = Reports.of("2026-01-31T12-00-00Z", 1, lost);
    String message =
        assertThrows(IllegalStateException.class, () -> Table.text(report)).getMessage();
    assertEquals("vm json is told by lua5.1 json, which is missing", message);
  }

  @Test
  void a_budget_is_kept_below_it_and_broken_at_it() {
    for (Budget budget : Budget.ALL) {
      assertTrue(budget.isKept(REPORT), budget.what());
    }
    Report slow = Reports.of("2026-01-31T12-00-00Z", 10_000);
    assertFalse(Budget.ALL.getFirst().isKept(slow));
    assertTrue(
        Table.budgets(slow).startsWith("budget BROKEN: 10.0 ms below 10.0 ms: a script of 100"));
  }

  @Test
  void a_budget_that_was_not_measured_is_an_error() {
    Report empty = new Report("2026", "", "", "", "quick", List.of(), List.of());
    assertThrows(IllegalStateException.class, () -> Table.budgets(empty));
  }

  @Test
  void the_table_tells_value_spread_ratio_and_what_was_left_out() {
    String text = Table.text(REPORT);
    assertTrue(text.contains("java reference"), text);
    assertTrue(text.matches("(?s).*\njava reference +2.00 ms +\\+ 10.0 µs\n.*"), text);
    assertTrue(
        text.matches("(?s).*\nevaluate 100 lines +4.00 ms +2.00x  java reference\n.*"), text);
    assertTrue(text.endsWith("left out: something\n"), text);
  }

  @Test
  void amounts_have_the_unit_that_fits() {
    assertEquals("0.123 µs", Amount.of(0.1234, "us"));
    assertEquals("1.23 ms", Amount.of(1234, "us"));
    assertEquals("12.3 s", Amount.of(12_345_678, "us"));
    assertEquals("1,234 MB", Amount.of(1234.4, "MB"));
  }

  @Test
  void the_document_gets_tables_between_its_marks_and_keeps_the_rest() {
    String text = "before\n<!-- made by bench/run --document -->\nold\n<!-- end -->\nafter\n";
    String with = GuidePage.with(text, REPORT);
    assertTrue(
        with.startsWith("before\n<!-- made by bench/run --document -->\n\nMeasured at"), with);
    assertTrue(with.endsWith("\n<!-- end -->\nafter\n"), with);
    assertTrue(with.contains("| evaluate 100 lines | 4.00 ms | 2.00 | java reference |\n"), with);
    assertFalse(with.contains("old"), with);
    assertEquals(with, GuidePage.with(with, REPORT));
    assertThrows(IllegalStateException.class, () -> GuidePage.with("no marks", REPORT));
  }
}
