package dev.luakit.cli.completion;

import java.util.List;

/** The completion for zsh. */
public final class ZshCompletion {
  private static final String HEAD =
      """
      #compdef luakit
      # Completion of luakit's commands and options, for zsh. To have it in this shell:
      #   source <(luakit completion zsh)
      # and in each new one, as a file in a folder of $fpath:
      #   luakit completion zsh > "${fpath[1]}/_luakit"

      _luakit() {
        local -a commands
        commands=(
      """;

  private static final String MIDDLE =
      """
        )
        if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
          _describe -t commands command commands
          return
        fi
        local command=$words[2]
        if [[ $command != -* ]]; then
          shift words
          (( CURRENT-- ))
        else
          command=
        fi
        case $command in
      """;

  private static final String TAIL =
      """
        esac
      }

      if [ "$funcstack[1]" = _luakit ]; then
        _luakit "$@"
      else
        compdef _luakit luakit
      fi
      """;

  private ZshCompletion() {}

  /** The script for some commands, of which the first is luakit itself. */
  public static String write(List<CommandModel> commands) {
    StringBuilder out = new StringBuilder(HEAD);
    for (CommandModel command : commands.subList(1, commands.size())) {
      out.append("    '").append(command.name()).append(':').append(command.description());
      out.append("'\n");
    }
    out.append(MIDDLE);
    for (CommandModel command : commands) {
      add(out, command);
    }
    return out.append(TAIL).toString();
  }

  private static void add(StringBuilder out, CommandModel command) {
    out.append("    ").append(command.name().isEmpty() ? "''" : command.name()).append(")\n");
    out.append("      _arguments -s");
    for (ArgumentModel option : command.options()) {
      for (String name : option.names()) {
        boolean equals = option.takesValue() && name.startsWith("--");
        out.append(" \\\n        '").append(name).append(equals ? "=" : "");
        out.append('[').append(option.description()).append(']');
        out.append(option.takesValue() ? value(option) : "").append('\'');
      }
    }
    for (ArgumentModel positional : command.positionals()) {
      out.append(" \\\n        '*").append(value(positional)).append('\'');
    }
    out.append("\n      ;;\n");
  }

  private static String value(ArgumentModel argument) {
    return switch (argument.kind()) {
      case WORDS -> ":value:(" + String.join(" ", argument.words()) + ")";
      case LIST -> ":value:_values -s , value " + String.join(" ", argument.words());
      case FILE -> ":file:_files";
      case FOLDER -> ":folder:_files -/";
      case OTHER -> ":value: ";
    };
  }
}
