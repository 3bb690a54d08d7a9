package dev.luakit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that evaluates a build script. */
final class ScriptArguments {
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
      paramLabel = "PLATFORM[,PLATFORM…]",
      completionCandidates = PlatformNames.class,
      description =
          "What to build for, as os/arch[/variant]; BuildKit's own platform unless it is given.")
  private List<String> platforms = new ArrayList<>();

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description = "What to build of that which the script can build: what its bk.target is.")
  private String target;

  @Option(
      names = "--resolve",
      paramLabel = "always|auto|never",
      description =
          "Whether registries are asked for digests and configurations of images that no lock file"
              + " has; with auto, the default, the build goes on where one can't be reached.")
  private String resolve;

  @Option(
      names = "--locked",
      description = "Refuse images that are not in luakit.lock, also where there is no such file.")
  private boolean locked;

  @Mixin private RegistryArguments registries;

  @Mixin private LimitArguments limits;

  /** Whether the command line names no script. */
  boolean isUnnamed() {
    return script == null;
  }

  /** Takes an argument that was read as something else for the script. */
  void name(String script) {
    this.script = script;
  }

  ScriptOptions options() {
    return new ScriptOptions(
        script,
        BuildArguments.parse(buildArguments),
        PlatformArguments.parse(platforms),
        target,
        limits.limits(),
        resolve == null ? Resolve.AUTO : Resolve.parse(resolve),
        locked,
        registries.places());
  }
}
