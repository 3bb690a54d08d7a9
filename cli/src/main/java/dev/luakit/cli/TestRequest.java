package dev.luakit.cli;

import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.image.ImageResolver;
import dev.luakit.llb.image.LockFile;
import dev.luakit.llb.image.LockedImages;
import dev.luakit.llb.testing.FileResult;
import dev.luakit.llb.testing.TestFile;
import dev.luakit.llb.testing.TestSettings;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs files of tests, one after the other, and reports on them.
 *
 * @param names files and directories
 * @param filter what the names of tests must contain, or null to run all
 * @param junit where the report in XML goes, or null for nowhere
 * @param buildArguments what {@code bk.arg} sees
 * @param platform the platform that is built for, or null
 * @param limits what each file may use, and each build in it
 * @param color the choice that {@code --color} makes, or null
 */
record TestRequest(
    List<String> names,
    String filter,
    String junit,
    Map<String, String> buildArguments,
    Platform platform,
    Limits limits,
    String color)
    implements Request {

  @Override
  public void run(Host host) {
    List<Path> files = TestFiles.of(names);
    Destination xml = junit == null ? null : junitFile(files, host);
    PrintedOutput printed = new PrintedOutput(new StandardOutput(host));
    TestReport report =
        new TestReport(
            new StandardOutput(host), printed, filter == null, ColorChoice.ofOutput(color, host));
    TestSettings settings =
        new TestSettings(
            limits,
            buildArguments,
            platform,
            SourceDateEpoch.of(buildArguments, host),
            filter,
            printed,
            new PrintedLines(host),
            new Locks(limits));
    Map<Path, FileResult> results = new LinkedHashMap<>();
    for (Path file : files) {
      report.begin(file);
      try {
        results.put(file, TestFile.run(file, settings, report));
      } catch (IOException e) {
        throw new UsageException("cannot read " + file + ": " + Reason.of(e));
      } finally {
        printed.flush();
      }
      report.end(results.get(file));
    }
    if (filter != null && report.isEmpty()) {
      throw new UsageException(
          "no test has a name that contains '" + filter + "'",
          "a test's name is that of its groups and its own, as in: image > has no shell");
    }
    report.conclude(files.size());
    if (xml != null) {
      xml.write(JunitXml.write(results).getBytes(StandardCharsets.UTF_8));
    }
    fail(results, report);
  }

  private Destination junitFile(List<Path> files, Host host) {
    Destination xml = Destination.of("--junit", junit, host);
    if (xml instanceof StandardOutput) {
      throw new UsageException(
          "--junit needs the name of a file: standard output has the report for people",
          "luakit test --junit report.xml");
    }
    for (Path file : files) {
      xml.refuseScript(file);
    }
    return xml;
  }

  private static void fail(Map<Path, FileResult> results, TestReport report) {
    for (FileResult result : results.values()) {
      if (result.reachedLimit()) {
        throw new ReportedException(ExitCode.LIMIT);
      }
    }
    if (report.hasFailures()) {
      throw new ReportedException();
    }
  }

  /** What is known of images by lock files: no registry is asked. */
  private record Locks(Limits limits) implements TestSettings.KnownImages {
    @Override
    public ImageResolver of(Path script) {
      LockFile lock = Lock.read(script, limits);
      return lock == null ? null : new LockedImages(lock, ByteStrings.fromText(script.toString()));
    }
  }
}
