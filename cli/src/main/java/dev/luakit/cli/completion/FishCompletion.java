package dev.luakit.cli.completion;

import java.util.List;

/** The completion for fish. */
public final class FishCompletion {
  private static final String HEAD =
      """
      # Completion of luakit's commands and options, for fish. To have it in this shell:
      #   luakit completion fish | source
      # and in each new one:
      #   luakit completion fish > ~/.config/fish/completions/luakit.fish

      function __luakit_list
          set -l before (commandline -ct | string match -r '(?:[^=]*=)?(.*,)')[2]
          printf '%s\\n' "$before"$argv
      end

      complete -c luakit -f
      """;

  private FishCompletion() {}

  /** The script for some commands, of which the first is luakit itself. */
  public static String write(List<CommandModel> commands) {
    StringBuilder out = new StringBuilder(HEAD);
    for (CommandModel command : commands) {
      String when = "__fish_use_subcommand";
      if (!command.name().isEmpty()) {
        out.append("complete -c luakit -n __fish_use_subcommand -a ").append(command.name());
        out.append(" -d '").append(command.description()).append("'\n");
        when = "__fish_seen_subcommand_from " + command.name();
      }
      for (ArgumentModel option : command.options()) {
        add(out, when, option);
      }
      for (ArgumentModel positional : command.positionals()) {
        out.append("complete -c luakit -n '").append(when).append('\'').append(value(positional));
        out.append('\n');
      }
    }
    return out.toString();
  }

  private static void add(StringBuilder out, String when, ArgumentModel option) {
    out.append("complete -c luakit -n '").append(when).append('\'');
    for (String name : option.names()) {
      out.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (option.takesValue()) { // -x: no files, which stand for the script beside it
      out.append(option.kind() == ArgumentModel.Kind.FILE ? " -r" : " -x").append(value(option));
    }
    out.append(" -d '").append(option.description()).append("'\n");
  }

  private static String value(ArgumentModel argument) {
    return switch (argument.kind()) {
      case WORDS -> " -a '" + String.join(" ", argument.words()) + "'";
      case LIST -> " -a '(__luakit_list " + String.join(" ", argument.words()) + ")'";
      case FILE -> " -F";
      case FOLDER -> " -a '(__fish_complete_directories)'";
      case OTHER -> "";
    };
  }
}
