package dev.luakit.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
      CommandLine.ParseResult result = luakit.parseArgs(withoutHelp(args));
      List<CommandLine> commands = result.asCommandLineList();
      if (luakit.isUsageHelpRequested() && !result.unmatched().isEmpty()) {
        throw new CommandLine.UnmatchedArgumentException(luakit, result.unmatched());
      }
      for (CommandLine command : commands) {
        if (command.isUsageHelpRequested()) {
          return new HelpRequest(command.getUsageMessage(CommandLine.Help.Ansi.OFF));
        }
      }
      if (luakit.isVersionHelpRequested()) {
        return new VersionRequest(false);
      }
      LuakitCommand main = luakit.getCommand();
      main.checkColor();
      Command command = commands.getLast().getCommand();
      return command.request();
    } catch (CommandLine.UnmatchedArgumentException e) {
      throw unmatched(e, args);
    } catch (CommandLine.MissingParameterException e) {
      throw missing(e);
    } catch (CommandLine.OverwrittenOptionException e) {
      throw usage(name((CommandLine.Model.OptionSpec) e.getOverwritten()) + " is given twice", e);
    } catch (CommandLine.ParameterException e) {
      throw usage(e.getMessage(), e);
    }
  }

  /** {@code help build} as {@code build --help}, for those who are used to it. */
  private static String[] withoutHelp(String[] args) {
    if (args.length == 0 || args.length > 2 || !args[0].equals("help")) {
      return args;
    }
    return args.length == 1 ? new String[] {"--help"} : new String[] {args[1], "--help"};
  }

  /** All commands, with nothing read yet. */
  static CommandLine commandLine() {
    CommandLine luakit = new CommandLine(new LuakitCommand());
    luakit.addSubcommand(new BuildCommand());
    luakit.addSubcommand(new ValidateCommand());
    luakit.addSubcommand(new DagCommand());
    luakit.addSubcommand(evalCommand());
    luakit.addSubcommand(new TestCommand());
    luakit.addSubcommand(new FmtCommand());
    luakit.addSubcommand(new LockCommand());
    luakit.addSubcommand(new GatewayCommand());
    luakit.addSubcommand(new InitCommand());
    luakit.addSubcommand(new CompletionCommand());
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

  private static UsageException unmatched(CommandLine.UnmatchedArgumentException e, String[] args) {
    String argument = e.getUnmatched().getFirst();
    CommandLine command = e.getCommandLine();
    if (e.isUnknownOption()) {
      List<String> names = new ArrayList<>();
      for (CommandLine.Model.OptionSpec option : command.getCommandSpec().options()) {
        names.addAll(List.of(option.names()));
      }
      int end = argument.indexOf('=');
      String name = end < 0 ? argument : argument.substring(0, end);
      String near = Suggestion.among(name, names);
      boolean top = command.getParent() == null;
      String other =
          near.isEmpty() ? top ? OtherTool.topOption(name) : OtherTool.option(name) : null;
      return other == null
          ? usage("unknown option '" + name + "'" + near, e)
          : new UsageException("unknown option '" + name + "'", other);
    }
    if (command.getParent() != null) {
      return new UsageException(
          "'" + argument + "' is one argument too many",
          takesScript(command)
              ? hasLoosePlatform(args)
                  ? "platforms have commas between them: --platform linux/amd64,linux/arm64"
                  : "it takes one script; a value for the script is --build-arg NAME=value"
              : "see luakit " + command.getCommandName() + " --help");
    }
    if (argument.endsWith(".lua")) {
      return new UsageException(
          "'" + argument + "' is not a command", "to build it: luakit build " + argument);
    }
    List<String> names = List.copyOf(command.getSubcommands().keySet());
    if (names.contains(argument)) {
      return new UsageException(
          "what is behind -- is no command: '" + argument + "'", "leave the -- out");
    }
    String near = Suggestion.among(argument.toLowerCase(Locale.ROOT), names);
    String other = near.isEmpty() ? OtherTool.command(argument) : null;
    String all = "the commands are " + String.join(", ", names) + "; see luakit --help";
    return new UsageException(
        "unknown command '" + argument + "'" + near, other == null ? all : other);
  }

  /** Whether a second platform stands behind one, apart from it. */
  private static boolean hasLoosePlatform(String[] args) {
    for (int i = 0; i + 2 < args.length; i++) {
      if (args[i].equals("--platform") && args[i + 2].matches("(linux|windows)/\\w+(/\\w+)?")) {
        return true;
      }
    }
    return false;
  }

  private static boolean takesScript(CommandLine command) {
    for (CommandLine.Model.ArgSpec argument : command.getCommandSpec().positionalParameters()) {
      if (argument.paramLabel().equals("SCRIPT")) {
        return true;
      }
    }
    return false;
  }

  private static UsageException missing(CommandLine.MissingParameterException e) {
    if (e.getMissing().getFirst() instanceof CommandLine.Model.OptionSpec option) {
      return usage(name(option) + " needs a value: " + option.paramLabel(), e);
    }
    if (e.getMissing().getFirst() instanceof CommandLine.Model.PositionalParamSpec argument) {
      String command = e.getCommandLine().getCommandName();
      return usage("luakit " + command + " needs an argument: " + argument.paramLabel(), e);
    }
    return usage(e.getMessage(), e);
  }

  /** The name by which the documents call an option: the first long one, or else its only one. */
  private static String name(CommandLine.Model.OptionSpec option) {
    for (String name : option.names()) {
      if (name.startsWith("--")) {
        return name;
      }
    }
    return option.names()[0];
  }

  private static UsageException usage(String message, CommandLine.ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    return new UsageException(message, "see " + command + " --help");
  }
}
