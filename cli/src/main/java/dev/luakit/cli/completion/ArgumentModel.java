package dev.luakit.cli.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option or another argument of a command.
 *
 * @param names how the option is written, the short one first; empty for another argument
 * @param takesValue whether a value follows the option
 * @param kind what the value is
 * @param words the values that there are, where kind is {@link Kind#WORDS} or {@link Kind#LIST}
 * @param description one line
 */
record ArgumentModel(
    List<String> names, boolean takesValue, Kind kind, List<String> words, String description) {

  /** What a value can be. */
  enum Kind {
    /** One of several words. */
    WORDS,
    /** Some of several words, with commas between them. */
    LIST,
    FILE,
    FOLDER,
    /** What no shell can guess. */
    OTHER
  }

  static ArgumentModel of(ArgSpec argument) {
    String label = argument.paramLabel();
    List<String> names =
        argument instanceof OptionSpec option ? List.of(option.names()) : List.of();
    boolean flag = argument.isOption() && argument.arity().max() == 0;
    List<String> words = words(label);
    if (argument.completionCandidates() != null) {
      argument.completionCandidates().forEach(words::add);
    }
    Kind kind = label.contains("[,") ? Kind.LIST : Kind.WORDS;
    if (words.isEmpty()) {
      kind =
          switch (label) {
            case "FILE", "FILE|DIR", "SCRIPT", "CONFIG" -> Kind.FILE;
            case "FOLDER" -> Kind.FOLDER;
            default -> Kind.OTHER;
          };
    }
    return new ArgumentModel(names, !flag, kind, words, line(argument.description()));
  }

  /** The choices that a label lists: {@code always|auto|never}. */
  private static List<String> words(String label) {
    List<String> words = new ArrayList<>();
    if (label.matches("[a-z]+(\\|[a-z]+)+")) {
      words.addAll(List.of(label.split("\\|")));
    }
    return words;
  }

  /** The first clause of a description, as plain text that no shell takes for its own. */
  static String line(String[] description) {
    String text = description.length == 0 ? "" : description[0];
    int end = text.length();
    for (String stop : new String[] {". ", "; ", ": ", ", as"}) {
      int at = text.indexOf(stop);
      end = at > 0 ? Math.min(end, at) : end;
    }
    String clause = text.substring(0, end).replaceAll("[^A-Za-z0-9 ,./=|()-]", "");
    return clause.endsWith(".") ? clause.substring(0, clause.length() - 1) : clause;
  }
}
