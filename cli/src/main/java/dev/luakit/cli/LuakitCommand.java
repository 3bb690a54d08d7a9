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
      "To begin, and to build with buildctl:",
      "  luakit init",
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
  String color; // ColorChoice has mostly read it before

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  /**
   * Checks the choice of colours.
   *
   * @throws UsageException if it is none
   */
  void checkColor() {
    List<String> choices = List.of("auto", "always", "never");
    if (color != null && !choices.contains(color)) {
      throw new UsageException(
          "--color: '"
              + color
              + "' is not one of "
              + String.join(", ", choices)
              + Suggestion.among(color, choices));
    }
  }

  @Override
  public Request request() {
    throw new UsageException(
        "no command is given",
        "to begin: luakit init; to build: luakit build build.lua; all commands: luakit --help");
  }
}
