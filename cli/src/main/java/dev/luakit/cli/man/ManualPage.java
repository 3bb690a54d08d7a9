package dev.luakit.cli.man;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The manual page of a command.
 *
 * @param name what {@code man} finds it by, as {@code luakit-build}
 * @param roff its source
 */
public record ManualPage(String name, String roff) {
  private static final String SECTION = "1";
  private static final String EXAMPLES = "Examples:";
  private static final String EXIT_CODES = "Exit codes: ";

  /**
   * The pages of a command and of all its commands.
   *
   * @param version the program's version
   * @param date the program's date, as {@code 2026-01-31}
   */
  public static List<ManualPage> all(CommandSpec luakit, String version, String date) {
    List<ManualPage> pages = new ArrayList<>();
    pages.add(of(luakit, version, date));
    for (CommandLine command : luakit.subcommands().values()) {
      pages.add(of(command.getCommandSpec(), version, date));
    }
    return pages;
  }

  /** The file's name where pages are kept. */
  public String file() {
    return name + "." + SECTION;
  }

  private static ManualPage of(CommandSpec command, String version, String date) {
    Roff page = new Roff();
    String title = title(command).toUpperCase(Locale.ROOT);
    page.title(title, SECTION, date, command.root().name() + " " + version);
    addHead(page, command);
    for (List<String> block : blocks(command.usageMessage().footer())) {
      if (isPlain(block) && !block.getFirst().startsWith(EXIT_CODES)) {
        page.macro("PP").text(String.join(" ", block));
      }
    }
    addArguments(page, command);
    addOptions(page, command);
    addCommands(page, command);
    addExitStatus(page, command);
    addExamples(page, command);
    addOthers(page, command);
    return new ManualPage(title(command), page.toString());
  }

  /** What the page is called: the words of the command in one. */
  private static String title(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private static void addHead(Roff page, CommandSpec command) {
    String[] description = command.usageMessage().description();
    page.macro("SH", "NAME");
    page.line(Roff.escaped(title(command)) + " \\- " + Roff.escaped(summary(description[0])));
    page.macro("SH", "SYNOPSIS");
    String words = command.qualifiedName();
    String synopsis = new Help(command, Help.defaultColorScheme(Help.Ansi.OFF)).synopsis(0);
    String rest = synopsis.strip().replaceAll("\\s+", " ").substring(words.length());
    page.line(Roff.bold(words) + Roff.escaped(rest));
    page.macro("SH", "DESCRIPTION");
    for (String line : description) {
      if (line.isEmpty()) {
        page.macro("PP");
      } else {
        page.text(line);
      }
    }
  }

  /** A description's first sentence, as the list of all manual pages shows it. */
  private static String summary(String description) {
    int end = description.indexOf(". ");
    String sentence = end < 0 ? description : description.substring(0, end);
    String bare = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    return bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
  }

  private static void addArguments(Roff page, CommandSpec command) {
    List<PositionalParamSpec> arguments = command.positionalParameters();
    if (!arguments.isEmpty()) {
      page.macro("SH", "ARGUMENTS");
    }
    for (PositionalParamSpec argument : arguments) {
      page.macro("TP").line(Roff.italic(argument.paramLabel()));
      addDescription(page, argument);
    }
  }

  private static void addOptions(Roff page, CommandSpec command) {
    page.macro("SH", "OPTIONS");
    List<OptionSpec> options = new ArrayList<>(command.options());
    options.sort(Comparator.comparing(ManualPage::longName));
    for (OptionSpec option : options) {
      if (!option.hidden()) {
        page.macro("TP").line(names(option));
        addDescription(page, option);
      }
    }
  }

  /** The first of its names that is a word, without its dashes. */
  private static String longName(OptionSpec option) {
    String found = option.names()[0];
    for (String name : option.names()) {
      if (name.startsWith("--") && !found.startsWith("--")) {
        found = name;
      }
    }
    return found.replaceFirst("^-+", "");
  }

  private static String names(OptionSpec option) {
    List<String> names = new ArrayList<>();
    for (String name : option.names()) {
      names.add(Roff.bold(name));
    }
    String all = String.join(", ", names);
    if (option.arity().max() == 0) {
      return all;
    }
    String separator = option.longestName().startsWith("--") ? "=" : " ";
    String label = separator + Roff.italic(option.paramLabel());
    return all + (option.arity().min() == 0 ? "[" + label + "]" : label);
  }

  private static void addDescription(Roff page, ArgSpec argument) {
    page.text(String.join(" ", argument.description()));
  }

  private static void addCommands(Roff page, CommandSpec command) {
    if (command.subcommands().isEmpty()) {
      return;
    }
    page.macro("SH", "COMMANDS");
    for (CommandLine each : command.subcommands().values()) {
      CommandSpec spec = each.getCommandSpec();
      page.macro("TP").line(Roff.bold(title(spec)) + "(" + SECTION + ")");
      page.text(spec.usageMessage().description()[0]);
    }
  }

  private static void addExitStatus(Roff page, CommandSpec command) {
    for (List<String> block : blocks(command.root().usageMessage().footer())) {
      if (block.getFirst().startsWith(EXIT_CODES)) {
        page.macro("SH", "EXIT STATUS");
        page.text(String.join(" ", block).substring(EXIT_CODES.length()));
      }
    }
  }

  private static void addExamples(Roff page, CommandSpec command) {
    boolean any = false;
    for (List<String> block : blocks(command.usageMessage().footer())) {
      if (isPlain(block)) {
        continue;
      }
      if (!any) {
        page.macro("SH", "EXAMPLES");
        any = true;
      }
      boolean introduced = !block.getFirst().startsWith(" ");
      if (introduced && !block.getFirst().equals(EXAMPLES)) {
        page.text(block.getFirst()).macro("PP");
      }
      List<String> lines = block.subList(introduced ? 1 : 0, block.size());
      page.verbatim(String.join("\n", lines).stripIndent().lines().toList());
    }
  }

  private static void addOthers(Roff page, CommandSpec command) {
    page.macro("SH", "SEE ALSO").macro("nh");
    List<String> others = new ArrayList<>();
    for (CommandSpec other : related(command)) {
      others.add(Roff.bold(title(other)) + "(" + SECTION + ")");
    }
    page.line(String.join(",\n", others));
  }

  /** Of the command that holds the others, these; of each of them, that one. */
  private static List<CommandSpec> related(CommandSpec command) {
    if (command.parent() != null) {
      return List.of(command.root());
    }
    List<CommandSpec> all = new ArrayList<>();
    for (CommandLine each : command.subcommands().values()) {
      all.add(each.getCommandSpec());
    }
    return all;
  }

  /** The parts of a footer, between which there are empty lines. */
  private static List<List<String>> blocks(String[] footer) {
    List<List<String>> blocks = new ArrayList<>();
    boolean open = false;
    for (String line : footer) {
      if (line.isEmpty()) {
        open = false;
      } else if (open) {
        blocks.getLast().add(line);
      } else {
        blocks.add(new ArrayList<>(List.of(line)));
        open = true;
      }
    }
    return blocks;
  }

  /** Whether a part of a footer is text, without commands to type, which are indented. */
  private static boolean isPlain(List<String> block) {
    for (String line : block) {
      if (line.startsWith(" ")) {
        return false;
      }
    }
    return true;
  }
}
