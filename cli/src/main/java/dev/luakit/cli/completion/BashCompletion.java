package dev.luakit.cli.completion;

import java.util.List;

/** The completion for bash, 3.2 (of macOS) or later. */
public final class BashCompletion {
  private static final String HEAD =
      """
      # Completion of luakit's commands and options, for bash. To have it in this shell:
      #   eval "$(luakit completion bash)"
      # and in each new one, as a file that bash-completion reads:
      #   luakit completion bash > ~/.local/share/bash-completion/completions/luakit

      _luakit_words() {
        COMPREPLY=($(compgen -W "$1" -- "$2"))
      }

      _luakit_list() {
        local before=
        case $2 in
          *,*) before=${2%,*}, ;;
        esac
        COMPREPLY=($(compgen -P "$before" -W "$1" -- "${2##*,}"))
      }

      _luakit_files() {
        local IFS=$'\\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen "$1" -- "$2"))
      }

      _luakit() {
        local cur=${COMP_WORDS[COMP_CWORD]} before=$((COMP_CWORD - 1)) command= i
        COMPREPLY=()
        # In --color=always the shell takes = for a word of its own.
        if [ "$cur" = = ]; then
          cur=
        elif [ "${COMP_WORDS[before]}" = = ]; then
          before=$((before - 1))
        fi
        local previous=${COMP_WORDS[before]}
        for ((i = 1; i < COMP_CWORD; i++)); do
          case ${COMP_WORDS[i]} in
            -*) ;;
            *) command=${COMP_WORDS[i]}; break ;;
          esac
        done
        case $command in
      """;

  private static final String TAIL =
      """
        esac
      }

      complete -F _luakit luakit ./luakit
      """;

  private BashCompletion() {}

  /** The script for some commands, of which the first is luakit itself. */
  public static String write(List<CommandModel> commands) {
    StringBuilder out = new StringBuilder(HEAD);
    for (CommandModel command : commands.subList(1, commands.size())) {
      add(out, command.name(), command, positional(command));
    }
    StringBuilder names = new StringBuilder();
    for (CommandModel command : commands.subList(1, commands.size())) {
      names.append(names.isEmpty() ? "" : " ").append(command.name());
    }
    String first = "_luakit_words \"" + names + "\" \"$cur\"";
    add(out, "''", commands.getFirst(), first);
    return out.append(TAIL).toString();
  }

  private static void add(StringBuilder out, String name, CommandModel command, String otherwise) {
    out.append("    ").append(name).append(")\n");
    out.append("      case $previous in\n");
    for (ArgumentModel option : command.options()) {
      if (option.takesValue()) {
        out.append("        ").append(String.join(" | ", option.names())).append(") ");
        out.append(value(option)).append("; return ;;\n");
      }
    }
    out.append("      esac\n");
    out.append("      case $cur in\n");
    out.append("        -*) _luakit_words \"").append(command.optionNames());
    out.append("\" \"$cur\" ;;\n");
    out.append("        *) ").append(otherwise).append(" ;;\n");
    out.append("      esac\n");
    out.append("      ;;\n");
  }

  private static String positional(CommandModel command) {
    return command.positionals().isEmpty() ? ":" : value(command.positionals().getFirst());
  }

  private static String value(ArgumentModel argument) {
    return switch (argument.kind()) {
      case WORDS -> "_luakit_words \"" + String.join(" ", argument.words()) + "\" \"$cur\"";
      case LIST -> "_luakit_list \"" + String.join(" ", argument.words()) + "\" \"$cur\"";
      case FILE -> "_luakit_files -f \"$cur\"";
      case FOLDER -> "_luakit_files -d \"$cur\"";
      case OTHER -> ":";
    };
  }
}
