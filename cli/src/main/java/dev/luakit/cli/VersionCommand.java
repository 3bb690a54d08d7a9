package dev.luakit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code luakit version}. */
@CommandLine.Command(
    name = "version",
    description = "Shows the version.",
    footer = {"", "Examples:", "  luakit version", "  luakit version --verbose"})
final class VersionCommand implements Command {
  @Option(names = "--verbose", description = "Show also what luakit runs on.")
  private boolean verbose;

  @Override
  public Request request() {
    return new VersionRequest(verbose);
  }
}
