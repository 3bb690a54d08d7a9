package dev.luakit.cli;

import dev.luakit.llb.testing.FileResult;
import dev.luakit.llb.testing.TestResult;
import java.nio.file.Path;
import java.util.Map;

/**
 * A report in the XML that JUnit's reports have become for all kinds of tests: a suite for each
 * file, a case for each test. A file that fails itself, or reaches a limit, has an error; a test
 * that fails has a failure.
 */
final class JunitXml {
  private static final double NANOS = 1e9;

  /** Most characters of an attribute; scripts raise what they like. */
  private static final int LONGEST = 10_000;

  private final StringBuilder out = new StringBuilder(1024);

  private JunitXml() {}

  /** Writes the results of all files. */
  static String write(Map<Path, FileResult> results) {
    JunitXml xml = new JunitXml();
    Counts all = new Counts();
    for (FileResult result : results.values()) {
      all.add(result);
    }
    xml.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites");
    xml.attribute("name", "luakit test");
    xml.counts(all);
    xml.out.append(">\n");
    for (Map.Entry<Path, FileResult> result : results.entrySet()) {
      xml.suite(result.getKey().toString(), result.getValue());
    }
    return xml.out.append("</testsuites>\n").toString();
  }

  /** How many cases there are, of what kind. */
  private static final class Counts {
    int tests;
    int failures;
    int errors;
    long nanos;

    void add(FileResult file) {
      for (TestResult test : file.tests()) {
        add(test, isError(test));
      }
      if (file.broken() != null) {
        add(file.broken(), true);
      }
    }

    private void add(TestResult test, boolean error) {
      tests++;
      nanos += test.nanos();
      if (!test.passed()) {
        failures += error ? 0 : 1;
        errors += error ? 1 : 0;
      }
    }
  }

  private static boolean isError(TestResult test) {
    return !test.passed() && test.failure().limit() != null;
  }

  private void suite(String file, FileResult result) {
    Counts counts = new Counts();
    counts.add(result);
    out.append("  <testsuite");
    attribute("name", file);
    counts(counts);
    out.append(">\n");
    for (TestResult test : result.tests()) {
      testCase(file, test, isError(test));
    }
    if (result.broken() != null) {
      testCase(file, result.broken(), true);
    }
    out.append("  </testsuite>\n");
  }

  private void testCase(String file, TestResult test, boolean error) {
    out.append("    <testcase");
    attribute("classname", file);
    attribute("name", test.name().isEmpty() ? "(the file)" : test.name());
    attribute("file", file);
    time(test.nanos());
    if (test.passed()) {
      out.append("/>\n");
      return;
    }
    String element = error ? "error" : "failure";
    FailureText text = FailureText.of(test.failure());
    out.append(">\n      <").append(element);
    attribute("message", text.failure().message());
    out.append('>');
    text(text.report(Colors.OFF));
    for (String detail : text.details()) {
      text(detail + "\n");
    }
    if (test.cause() != null) {
      text(FailureText.of(test.cause()).report(Colors.OFF));
    }
    out.append("</").append(element).append(">\n    </testcase>\n");
  }

  private void counts(Counts counts) {
    attribute("tests", Integer.toString(counts.tests));
    attribute("failures", Integer.toString(counts.failures));
    attribute("errors", Integer.toString(counts.errors));
    attribute("skipped", "0");
    time(counts.nanos);
  }

  /** In seconds. */
  private void time(long nanos) {
    long millis = Math.round(nanos / NANOS * 1000);
    String rest = Long.toString(1000 + millis % 1000).substring(1);
    attribute("time", millis / 1000 + "." + rest);
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"");
    text(Visible.line(value.substring(0, Math.min(value.length(), LONGEST))));
    out.append('"');
  }

  /** Appends a text; control characters are made visible first. */
  private void text(String text) {
    Xml.append(out, Visible.lines(text));
  }
}
