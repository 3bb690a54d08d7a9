package dev.luakit.cli;

import picocli.CommandLine;

/** {@code luakit gateway}. */
@CommandLine.Command(
    name = "gateway",
    abbreviateSynopsis = true,
    description =
        "Runs as BuildKit's frontend: BuildKit starts it in a container and talks to it over"
            + " standard input and output. Not for people.")
final class GatewayCommand implements Command {
  @Override
  public Request request() {
    return new GatewayRequest();
  }
}
