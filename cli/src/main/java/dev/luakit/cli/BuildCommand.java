package dev.luakit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code luakit build}. */
@CommandLine.Command(
    name = "build",
    abbreviateSynopsis = true,
    description = "Writes the definition of what a script exports, for buildctl to build.",
    footer = {
      "",
      "Examples:",
      "  luakit build build.lua | buildctl build --local context=.",
      "  luakit build -o build.pb --build-arg VERSION=1.2 build.lua"
    })
final class BuildCommand implements Command {
  @Mixin private ScriptArguments script;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the definition goes; standard output unless it is given.")
  private String output;

  @Option(
      names = "--image-config",
      paramLabel = "FILE",
      description = "Where the image's configuration goes, as JSON.")
  private String imageConfig;

  @Override
  public Request request() {
    return new BuildRequest(script.options(), output, imageConfig);
  }
}
