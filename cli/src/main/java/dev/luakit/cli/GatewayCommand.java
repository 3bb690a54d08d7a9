package dev.luakit.cli;

import picocli.CommandLine;

/** {@code luakit gateway}. */
@CommandLine.Command(
    name = "gateway",
    abbreviateSynopsis = true,
    description =
        "Runs as BuildKit's frontend: BuildKit starts it in a container and talks to it over"
            + " standard input and output. Not for people.",
    footer = {
      "",
      "Examples, where BuildKit starts it:",
      "  docker buildx build -f build.lua .",
      "  buildctl build --frontend gateway.v0 --opt source=IMAGE --local context=. \\",
      "      --local dockerfile=."
    })
final class GatewayCommand implements Command {
  @Override
  public Request request() {
    return new GatewayRequest();
  }
}
