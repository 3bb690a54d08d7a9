package dev.luakit.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** Reads a command line into a request. */
final class Arguments {
  /** What Java makes of bytes that are no text in the user's locale. */
  static final char NO_CHARACTER = '\uFFFD';

  private Arguments() {}

  /**
   * Reads the arguments.
   *
   * @throws UsageException if they make no sense
   */
  static Request parse(String[] args) {
    checkText(args);
    CommandLine luakit = commandLine();
    try {
      List<CommandLine> commands = luakit.parseArgs(args).asCommandLineList();
      for (CommandLine command : commands) {
        if (command.isUsageHelpRequested()) {
          return new HelpRequest(command.getUsageMessage(CommandLine.Help.Ansi.OFF));
        }
      }
      if (luakit.isVersionHelpRequested()) {
        return new VersionRequest(false);
      }
      Command command = commands.getLast().getCommand();
      return command.request();
    } catch (CommandLine.UnmatchedArgumentException e) {
      throw unmatched(e);
    } catch (CommandLine.MissingParameterException e) {
      throw missing(e);
    } catch (CommandLine.OverwrittenOptionException e) {
      throw usage(
          ((CommandLine.Model.OptionSpec) e.getOverwritten()).longestName() + " is given twice", e);
    } catch (CommandLine.ParameterException e) {
      throw usage(e.getMessage(), e);
    }
  }

  private static CommandLine commandLine() {
    CommandLine luakit = new CommandLine(new LuakitCommand());
    luakit.addSubcommand(new BuildCommand());
    luakit.addSubcommand(new ValidateCommand());
    luakit.addSubcommand(new DagCommand());
    luakit.addSubcommand(evalCommand());
    luakit.addSubcommand(new FmtCommand());
    luakit.addSubcommand(new LockCommand());
    luakit.addSubcommand(new GatewayCommand());
    luakit.addSubcommand(new VersionCommand());
    luakit.setExpandAtFiles(false); // A name may begin with @.
    return luakit;
  }

  /** What stands behind the script is the script's, and code may look like an option. */
  private static CommandLine evalCommand() {
    CommandLine eval = new CommandLine(new EvalCommand());
    eval.setStopAtPositional(true);
    eval.setAllowOptionsAsOptionParameters(true);
    return eval;
  }

  /** Fails rather than build from text that has lost some of its letters. */
  private static void checkText(String[] args) {
    for (String arg : args) {
      if (arg.indexOf(NO_CHARACTER) >= 0) {
        throw new UsageException(
            "'" + arg + "' is not text in this locale",
            "run luakit in a UTF-8 locale: LC_ALL=C.UTF-8 luakit …");
      }
    }
  }

  private static UsageException unmatched(CommandLine.UnmatchedArgumentException e) {
    String argument = e.getUnmatched().getFirst();
    CommandLine command = e.getCommandLine();
    if (e.isUnknownOption()) {
      List<String> names = new ArrayList<>();
      for (CommandLine.Model.OptionSpec option : command.getCommandSpec().options()) {
        names.addAll(List.of(option.names()));
      }
      int end = argument.indexOf('=');
      String name = end < 0 ? argument : argument.substring(0, end);
      return usage("unknown option '" + name + "'" + Suggestion.among(name, names), e);
    }
    if (command.getParent() != null) {
      return usage("'" + argument + "' is one argument too many", e);
    }
    if (argument.endsWith(".lua")) {
      return new UsageException(
          "'" + argument + "' is not a command", "to build it: luakit build " + argument);
    }
    List<String> names = List.copyOf(command.getSubcommands().keySet());
    return usage("unknown command '" + argument + "'" + Suggestion.among(argument, names), e);
  }

  private static UsageException missing(CommandLine.MissingParameterException e) {
    if (e.getMissing().getFirst() instanceof CommandLine.Model.OptionSpec option) {
      return usage(option.longestName() + " needs a value: " + option.paramLabel(), e);
    }
    return usage(e.getMessage(), e);
  }

  private static UsageException usage(String message, CommandLine.ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return new UsageException(message, "see " + command + " --help");
  }
}
