package dev.luakit.cli;

import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Platform;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that evaluates a build script. */
final class ScriptArguments {
  private static final List<String> RESOLVE = List.of("always", "auto", "never");

  @Parameters(
      arity = "0..1",
      paramLabel = "SCRIPT",
      description = "The script; build.lua unless it is given.")
  private String script;

  @Option(
      names = {"--build-arg", "--frontend-arg"},
      paramLabel = "KEY=VALUE",
      description =
          "What the script's bk.arg(KEY) and os.getenv(KEY) give. SOURCE_DATE_EPOCH, here or in"
              + " the environment, is the script's time.")
  private List<String> buildArguments = new ArrayList<>();

  @Option(
      names = "--platform",
      paramLabel = "PLATFORM",
      description =
          "What to build for, as os/arch[/variant]; BuildKit's own platform unless it is given.")
  private String platform;

  @Option(
      names = "--resolve",
      paramLabel = "always|auto|never",
      description = "Whether to look up the configuration of images; auto unless it is given.")
  private String resolve;

  @Mixin private LimitArguments limits;

  ScriptOptions options() {
    checkResolve();
    return new ScriptOptions(
        script, BuildArguments.parse(buildArguments), parsedPlatform(), limits.limits());
  }

  private void checkResolve() {
    if (resolve == null) {
      return;
    }
    if (!RESOLVE.contains(resolve)) {
      throw new UsageException(
          "--resolve: '"
              + resolve
              + "' is not one of always, auto, never"
              + Suggestion.among(resolve, RESOLVE));
    }
    if (resolve.equals("always")) {
      throw new UsageException(
          "--resolve=always is not available yet: this luakit can't ask a registry",
          "--resolve=auto goes on without what a registry knows");
    }
  }

  private Platform parsedPlatform() {
    try {
      return platform == null ? null : Platform.parse(platform);
    } catch (InvalidGraphException e) {
      throw new UsageException("--platform: " + e.getMessage());
    }
  }
}
