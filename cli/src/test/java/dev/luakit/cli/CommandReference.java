package dev.luakit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The document of the command line, made of what the commands declare. What several commands have
 * in common is told once.
 */
final class CommandReference {
  static final Path DOCUMENT = Guide.ROOT.resolve("docs/cli.md");

  private static final String HEAD =
      """
      # The command line

      <!-- Made of the declarations in cli/src/main/java/dev/luakit/cli; do not edit.
           `mvn -q -B -pl cli -am -P command-reference process-test-classes` makes it again. -->

      Every command and option of `luakit`. `luakit --help` and `luakit COMMAND --help` say the same on the terminal,
      `luakit completion` has the shell complete it, and `luakit --version` (`-V`) tells which luakit it is.

      Options may stand before or behind the script, but for `eval`, where all that is behind the script is the script's.
      A value follows its option as the next word or after `=`: `--target test`, `--target=test`. What looks like an
      option and is none comes behind `--`. Definitions are never written to a terminal, and an output file is replaced
      whole or not at all. Errors and warnings go to standard error, so that standard output is the result alone.
      """;

  private static final String AMOUNTS =
      """

      Sizes are in bytes, or with `k`, `m` and `g` in powers of 1024; counts may have them too, for thousands, millions
      and billions. Times are in `ms`, `s` or `m`, a plain number in seconds.
      """;

  private static final String ENVIRONMENT =
      """

      ## Environment

      Scripts see none of it: what they are to know, `--build-arg` tells them.

      | variable | what it does |
      |---|---|
      | `SOURCE_DATE_EPOCH` | the script's time, in seconds since 1970, unless `--build-arg SOURCE_DATE_EPOCH=…` says it; 0 without either |
      | `NO_COLOR`, `CLICOLOR_FORCE`, `TERM` | whether errors are coloured where `--color` doesn't say; `TERM=dumb` has no colours |
      | `BROWSER` | the program that `dag --open` shows pages with |
      | `LUAKIT_CACHE`, `XDG_CACHE_HOME` | where answers of registries are kept: `$LUAKIT_CACHE`, else `$XDG_CACHE_HOME/luakit`, else `~/.cache/luakit` |
      | `DOCKER_CONFIG` | the folder with the credentials for registries: a `config.json`; else `~/.docker` |
      | `XDG_CONFIG_HOME` | where `buildkit/buildkitd.toml` names mirrors; else `~/.config` |
      | `HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY` | proxies on the way to registries |
      | `SSL_CERT_FILE` | the authorities that vouch for registries |
      | `JAVA_HOME` | the JDK, 25 or newer, that `./luakit` starts; one that it finds by itself otherwise |
      """;

  /** The headings of options that several commands have, each by one of them. */
  private static final Map<String, String> TITLES =
      Map.of(
          "--help", "Options of every command",
          "--resolve", "Options of build scripts",
          "--timeout", "Limits");

  // How descriptions say what is so where an argument is not given.
  private static final Pattern NUMBER = Pattern.compile("(\\w+) \\(the default\\)");
  private static final Pattern UNLESS =
      Pattern.compile("(?:^|[;.:] )([^;.]*(?:\\.\\w[^;.]*)*) unless (?:it|any) is given");
  private static final Pattern WORD = Pattern.compile("\\b(\\w+), the default");
  private static final Pattern ALSO = Pattern.compile("without that it is (\\w+)");

  private static final Pattern GUESS = Pattern.compile("Where it is not given, (.*?) tells? it");

  private CommandReference() {}

  /** Writes the document. */
  public static void main(String[] args) throws IOException {
    Files.writeString(DOCUMENT, document());
  }

  static String document() {
    CommandLine luakit = Arguments.commandLine();
    Map<String, List<String>> users = users(luakit);
    StringBuilder out = new StringBuilder(HEAD);
    out.append("\n## Commands\n\n| command | what it does |\n|---|---|\n");
    for (CommandLine command : luakit.getSubcommands().values()) {
      String name = command.getCommandName();
      out.append("| [`").append(name).append("`](#luakit-").append(name).append(") | ");
      out.append(sentence(description(command))).append(" |\n");
    }
    for (CommandLine command : luakit.getSubcommands().values()) {
      command(out, command, users);
    }
    shared(out, luakit, users);
    exitCodes(out);
    return out.append(ENVIRONMENT).toString();
  }

  /** The commands of each option, by all that is declared of it. */
  private static Map<String, List<String>> users(CommandLine luakit) {
    Map<String, List<String>> users = new LinkedHashMap<>();
    for (CommandLine command : luakit.getSubcommands().values()) {
      for (OptionSpec option : options(command)) {
        users.computeIfAbsent(row(option), _ -> new ArrayList<>()).add(command.getCommandName());
      }
    }
    return users;
  }

  private static List<OptionSpec> options(CommandLine command) {
    List<OptionSpec> options = new ArrayList<>();
    for (OptionSpec option : command.getCommandSpec().options()) {
      if (!option.hidden()) {
        options.add(option);
      }
    }
    return options;
  }

  private static void command(
      StringBuilder out, CommandLine command, Map<String, List<String>> users) {
    out.append("\n## luakit ").append(command.getCommandName()).append("\n\n");
    String synopsis = command.getHelp().synopsis(0).strip().replaceAll("\\s+", " ");
    out.append("```text\n").append(synopsis).append("\n```\n\n");
    out.append(description(command)).append('\n');
    StringBuilder own = new StringBuilder();
    for (PositionalParamSpec argument : command.getCommandSpec().positionalParameters()) {
      own.append(row("`" + code(argument.paramLabel()) + "`", argument));
    }
    List<String> groups = new ArrayList<>();
    for (OptionSpec option : options(command)) {
      String row = row(option);
      if (users.get(row).size() == 1) {
        own.append(row);
      } else if (!groups.contains(group(users.get(row), users))) {
        groups.add(group(users.get(row), users));
      }
    }
    if (!own.isEmpty()) {
      out.append("\n| argument | default | meaning |\n|---|---|---|\n").append(own);
    }
    List<String> links = new ArrayList<>();
    for (String group : groups) {
      links.add("[" + group + "](#" + group.toLowerCase(Locale.ROOT).replace(' ', '-') + ")");
    }
    out.append(own.isEmpty() ? "\nTakes: " : "\nBesides: ")
        .append(String.join(", ", links))
        .append(".\n");
    examples(out, command);
  }

  private static void examples(StringBuilder out, CommandLine command) {
    StringBuilder lines = new StringBuilder();
    String lead = "Examples:";
    for (String line : command.getCommandSpec().usageMessage().footer()) {
      if (line.startsWith("  ")) {
        lines.append(line.substring(2)).append('\n');
      } else if (!line.isEmpty()) {
        lead = line;
      }
    }
    out.append('\n').append(lead).append("\n\n```text\n").append(lines).append("```\n");
  }

  private static void shared(
      StringBuilder out, CommandLine luakit, Map<String, List<String>> users) {
    Map<String, StringBuilder> groups = new LinkedHashMap<>();
    Map<String, List<String>> commands = new LinkedHashMap<>();
    for (Map.Entry<String, List<String>> option : users.entrySet()) {
      if (option.getValue().size() > 1) {
        String group = group(option.getValue(), users);
        groups.computeIfAbsent(group, _ -> new StringBuilder()).append(option.getKey());
        commands.put(group, option.getValue());
      }
    }
    for (Map.Entry<String, StringBuilder> group : groups.entrySet()) {
      out.append("\n## ").append(group.getKey()).append("\n\n");
      List<String> names = commands.get(group.getKey());
      boolean all = names.size() == luakit.getSubcommands().size();
      out.append(all ? "Of every command" : "Of `" + String.join("`, `", names) + "`")
          .append(".\n");
      out.append("\n| option | default | meaning |\n|---|---|---|\n").append(group.getValue());
      if (group.getValue().indexOf("--timeout") >= 0) {
        out.append(AMOUNTS);
      }
    }
  }

  /** The heading of the options that these commands have in common. */
  private static String group(List<String> commands, Map<String, List<String>> users) {
    for (Map.Entry<String, List<String>> option : users.entrySet()) {
      if (option.getValue().equals(commands)) {
        for (Map.Entry<String, String> title : TITLES.entrySet()) {
          if (option.getKey().contains("`" + title.getKey())) {
            return title.getValue();
          }
        }
      }
    }
    throw new AssertionError("there is no title for what these have in common: " + commands);
  }

  private static String row(OptionSpec option) {
    StringBuilder names = new StringBuilder();
    String value = option.arity().max() == 0 ? "" : code(option.paramLabel());
    if (!value.isEmpty()) {
      value = option.arity().min() == 0 ? "[=" + value + "]" : " " + value;
    }
    List<String> all = new ArrayList<>(List.of(option.names()));
    for (int i = 0; i < all.size(); i++) {
      names
          .append(i == 0 ? "`" : ", `")
          .append(all.get(i))
          .append(i == all.size() - 1 ? value : "");
      names.append('`');
    }
    return row(names.toString(), option);
  }

  private static String row(String name, ArgSpec argument) {
    String description = String.join(" ", argument.description());
    return "| " + name + " | " + preset(argument) + " | " + cell(description) + " |\n";
  }

  /** What the description says is so where the argument is not given. */
  private static String preset(ArgSpec argument) {
    String description = String.join(" ", argument.description());
    Matcher number = NUMBER.matcher(description);
    if (number.find()) {
      return "`" + number.group(1) + "`";
    }
    for (Pattern pattern : List.of(WORD, ALSO)) {
      Matcher word = pattern.matcher(description);
      if (word.find()) {
        return "`" + word.group(1) + "`";
      }
    }
    Matcher unless = UNLESS.matcher(description);
    if (unless.find()) {
      String text = unless.group(1);
      return text.contains(".") ? "`" + text + "`" : cell(text);
    }
    Matcher guess = GUESS.matcher(description);
    if (guess.find()) {
      return "by " + guess.group(1);
    }
    if (!argument.isOption() && argument.arity().min() > 0) {
      return "must be given";
    }
    return argument.isOption() && argument.arity().max() == 0 ? "off" : "none";
  }

  private static void exitCodes(StringBuilder out) {
    out.append("\n## Exit codes\n\n| code | what it says |\n|---|---|\n");
    for (ExitCode code : ExitCode.values()) {
      out.append("| ").append(code.number()).append(" | ").append(meaning(code)).append(" |\n");
    }
  }

  private static String meaning(ExitCode code) {
    return switch (code) {
      case OK -> "all is well";
      case SCRIPT ->
          "the script is at fault; or what `--check` asks about is not so (`fmt`, `lock`)";
      case USAGE ->
          "the command line is: an unknown option, no such file, an output that can't be written";
      case LIMIT -> "a limit was reached: time, memory, instructions and the like";
      case INTERNAL -> "luakit is at fault; please report what it says";
      case INTERRUPTED -> "interrupted, as by Ctrl-C";
      case BROKEN_PIPE -> "nobody reads the output any more";
    };
  }

  private static String description(CommandLine command) {
    return String.join("\n", command.getCommandSpec().usageMessage().description());
  }

  private static String sentence(String description) {
    Matcher end = Pattern.compile("\\. |\\.?\n|\\.$|: ").matcher(description);
    return end.find() ? cell(description.substring(0, end.start())) : cell(description);
  }

  private static String code(String text) {
    return text.replace("|", "\\|");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
