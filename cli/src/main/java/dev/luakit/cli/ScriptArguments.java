package dev.luakit.cli;

import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Platform;
import dev.luakit.vm.Limits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of every command that evaluates a script. */
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

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "Most time for the script: 30s (the default), 2m, 500ms.")
  private String timeout;

  @Option(
      names = "--max-memory",
      paramLabel = "BYTES",
      description = "Most memory for the script: 256m, 1g (the default).")
  private String memory;

  @Option(
      names = "--max-instructions",
      paramLabel = "COUNT",
      description = "Most instructions for the script: 500k, 20m, 10g (the default).")
  private String instructions;

  ScriptOptions options() {
    checkResolve();
    return new ScriptOptions(script, keyedArguments(), parsedPlatform(), limits());
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

  private Map<String, String> keyedArguments() {
    Map<String, String> map = new LinkedHashMap<>();
    for (String argument : buildArguments) {
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw new UsageException(
            "--build-arg " + argument + " has no value",
            "write --build-arg "
                + argument
                + "=VALUE: luakit takes nothing from the environment on its own");
      }
      if (equals == 0) {
        throw new UsageException("--build-arg " + argument + " has no name before the '='");
      }
      map.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return map;
  }

  private Platform parsedPlatform() {
    try {
      return platform == null ? null : Platform.parse(platform);
    } catch (InvalidGraphException e) {
      throw new UsageException("--platform: " + e.getMessage());
    }
  }

  private Limits limits() {
    Limits limits = Limits.DEFAULT;
    if (timeout != null) {
      limits = limits.withTimeMillis(Quantity.DURATION.parse("--timeout", timeout));
    }
    if (memory != null) {
      limits = limits.withMemoryBytes(Quantity.MEMORY.parse("--max-memory", memory));
    }
    if (instructions != null) {
      limits = limits.withInstructions(Quantity.COUNT.parse("--max-instructions", instructions));
    }
    return limits;
  }
}
