package dev.luakit.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The command that holds the others. */
@CommandLine.Command(
    name = "luakit",
    description = "Evaluates Lua scripts that describe container images, for BuildKit to build.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit codes: 0 done; 1 the script is at fault; 2 the command line is; 3 a limit",
      "of the sandbox was reached; 130 interrupted.",
      "",
      "To build with buildctl:",
      "  luakit build build.lua | buildctl build --local context=."
    })
final class LuakitCommand implements Command {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Show this help.")
  boolean help; // Arguments asks picocli for these

  @Option(
      names = ColorChoice.OPTION,
      paramLabel = "auto|always|never",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "Whether errors are coloured: auto, the default, does it on a terminal where NO_COLOR is"
              + " not set.")
  void setColor(String choice) {
    if (!List.of("auto", "always", "never").contains(choice)) {
      throw new UsageException(
          "--color: '" + choice + "' is none of auto, always, never", "see luakit --help");
    }
  }

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  @Override
  public Request request() {
    throw new UsageException("no command is given", "see luakit --help");
  }
}
