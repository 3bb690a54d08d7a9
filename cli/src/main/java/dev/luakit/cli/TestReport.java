package dev.luakit.cli;

import dev.luakit.llb.testing.FileResult;
import dev.luakit.llb.testing.TestResult;
import dev.luakit.stdlib.Failure;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Tells people of tests while they run: a line for each, below it what is wrong where it failed,
 * and how many there were at the end.
 *
 * <pre>
 * build_test.lua
 *   ok   the image &gt; has no shell
 *   FAIL the image &gt; runs as nobody
 *     build_test.lua:8: assert.equal: the values are not equal
 *       8 | assert.equal("nobody", build.config.user)
 *         |             ^
 *       expected: "nobody"
 *       actual:   "root"
 *
 * 1 passed, 1 failed
 * </pre>
 */
final class TestReport implements Consumer<TestResult> {
  private static final String INDENT = "    ";

  private final StandardOutput output;
  private final PrintedOutput printed;
  private final Colors colors;

  /** Whether a file is named though none of its tests may run. */
  private final boolean namesAll;

  /** The file whose line is still to be written, or null. */
  private Path unnamed;

  private int named;

  private int passed;
  private int failed;
  private int notRun;

  /**
   * @param printed what tests print, which comes before the line of the test
   * @param namesAll whether a file is named before its tests run, and not only if one does
   */
  TestReport(StandardOutput output, PrintedOutput printed, boolean namesAll, Colors colors) {
    this.output = output;
    this.printed = printed;
    this.namesAll = namesAll;
    this.colors = colors;
  }

  void begin(Path file) {
    unnamed = file;
    if (namesAll) {
      StringBuilder out = new StringBuilder();
      name(out);
      write(out);
    }
  }

  private void name(StringBuilder out) {
    if (unnamed != null) {
      out.append(named++ == 0 ? "" : "\n");
      out.append(colors.message(Visible.line(unnamed.toString()))).append('\n');
      unnamed = null;
    }
  }

  @Override
  public void accept(TestResult test) {
    printed.flush();
    StringBuilder out = new StringBuilder();
    name(out);
    String name = test.name().isEmpty() ? "(the file)" : Visible.line(test.name());
    if (test.passed()) {
      passed++;
      out.append("  ").append(colors.success("ok")).append("   ").append(name).append('\n');
    } else {
      failed++;
      out.append("  ").append(colors.error("FAIL")).append(' ').append(name).append('\n');
      append(out, test.failure());
      if (test.cause() != null) {
        append(out, test.cause());
      }
    }
    write(out);
  }

  private void append(StringBuilder out, Failure failure) {
    FailureText text = FailureText.of(failure);
    String report = text.report(colors);
    for (String line : report.split("\n")) {
      out.append(INDENT).append(line).append('\n');
    }
    for (String detail : text.details()) {
      out.append(INDENT).append(Visible.line(detail)).append('\n');
    }
  }

  void end(FileResult file) {
    if (file.notRun() > 0) {
      notRun += file.notRun();
      String tests = file.notRun() == 1 ? " test" : " tests";
      write(new StringBuilder("  the file ends here: " + file.notRun() + tests + " did not run\n"));
    }
  }

  /** Whether nothing has run, or failed. */
  boolean isEmpty() {
    return passed + failed == 0;
  }

  boolean hasFailures() {
    return failed > 0;
  }

  /**
   * Writes the last line.
   *
   * @param files how many files there were
   */
  void conclude(int files) {
    StringBuilder out = new StringBuilder("\n");
    out.append(passed == 0 ? "0 passed" : colors.success(passed + " passed"));
    if (failed > 0) {
      out.append(", ").append(colors.error(failed + " failed"));
    }
    if (notRun > 0) {
      out.append(", ").append(notRun).append(" not run");
    }
    out.append(" in ").append(files).append(files == 1 ? " file\n" : " files\n");
    write(out);
  }

  private void write(StringBuilder text) {
    output.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
