package dev.luakit.cli.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A command as a shell completes it.
 *
 * @param name its name; empty for luakit itself
 * @param options its options
 * @param positionals its other arguments
 */
public record CommandModel(
    String name, String description, List<ArgumentModel> options, List<ArgumentModel> positionals) {

  /** The command itself, and behind it its commands. */
  public static List<CommandModel> all(CommandSpec luakit) {
    List<CommandModel> all = new ArrayList<>();
    all.add(of("", luakit));
    for (CommandLine command : luakit.subcommands().values()) {
      all.add(of(command.getCommandName(), command.getCommandSpec()));
    }
    return all;
  }

  private static CommandModel of(String name, CommandSpec spec) {
    return new CommandModel(
        name,
        ArgumentModel.line(spec.usageMessage().description()),
        models(spec.options()),
        models(spec.positionalParameters()));
  }

  private static List<ArgumentModel> models(List<? extends ArgSpec> arguments) {
    List<ArgumentModel> models = new ArrayList<>();
    for (ArgSpec argument : arguments) {
      if (!argument.hidden()) {
        models.add(ArgumentModel.of(argument));
      }
    }
    return models;
  }

  /** All names of all options, with spaces between them. */
  String optionNames() {
    List<String> names = new ArrayList<>();
    for (ArgumentModel option : options) {
      names.addAll(option.names());
    }
    return String.join(" ", names);
  }
}
