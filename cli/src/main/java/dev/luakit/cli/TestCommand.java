package dev.luakit.cli;

import dev.luakit.llb.graph.Platform;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code luakit test}. */
@CommandLine.Command(
    name = "test",
    abbreviateSynopsis = true,
    description = "Runs tests of build scripts, which look at their graphs without BuildKit.",
    footer = {
      "",
      "Examples:",
      "  luakit test",
      "  luakit test build_test.lua services",
      "  luakit test --filter cache --build-arg VERSION=1.2",
      "  luakit test --junit report.xml ."
    })
final class TestCommand implements Command {
  @ParentCommand private LuakitCommand luakit;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE|DIR",
      description =
          "The tests: files, and of directories all that end in _test.lua, at any depth, but for"
              + " hidden directories; this directory unless any is given.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      description = "Run only tests whose names contain this, those of their groups included.")
  private String filter;

  @Option(
      names = "--junit",
      paramLabel = "FILE",
      description = "Write a report for programs to FILE too, in the XML of JUnit.")
  private String junit;

  @Option(
      names = {"--build-arg", "--frontend-arg"},
      paramLabel = "KEY=VALUE",
      description =
          "What bk.arg(KEY) and os.getenv(KEY) give, in tests and in the scripts that they"
              + " evaluate. SOURCE_DATE_EPOCH, here or in the environment, is the scripts' time.")
  private List<String> buildArguments = new ArrayList<>();

  @Option(
      names = "--platform",
      paramLabel = "PLATFORM",
      completionCandidates = PlatformNames.class,
      description =
          "What scripts build for where a test does not say it, as os/arch[/variant]; BuildKit's"
              + " own platform unless it is given.")
  private List<String> platforms = new ArrayList<>();

  @Mixin private LimitArguments limits;

  @Override
  public Request request() {
    List<Platform> parsed = PlatformArguments.parse(platforms);
    if (parsed.size() > 1) {
      throw new UsageException("test takes one --platform, not " + parsed.size());
    }
    return new TestRequest(
        names.isEmpty() ? List.of(".") : names,
        filter,
        junit,
        BuildArguments.parse(buildArguments),
        parsed.isEmpty() ? null : parsed.getFirst(),
        limits.limits(),
        luakit.color);
  }
}
