package dev.luakit.llb.advice;

import dev.luakit.llb.bk.Vocabulary;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advice where the arguments of the library's functions are not those that they take. */
final class UsageAdvice {
  private static final Pattern TOO_MANY =
      Pattern.compile("((?:bk\\.|state:)\\w+): takes at most \\d+ arguments?, got \\d+");

  private static final Pattern OPTIONS =
      Pattern.compile(
          "((?:bk\\.|state:)(\\w+)): the options must be a table, got (.*)", Pattern.DOTALL);

  private static final Pattern HOLE =
      Pattern.compile(
          "((?:bk\\.|state:)\\w+): (argument|option) '(\\w+)' is a list with a hole: it has no"
              + " element (\\d+)");

  private final String message;
  private final Tokens tokens;
  private final int at;
  private final NilValue reason;

  UsageAdvice(String message, Tokens tokens, int at, NilValue reason) {
    this.message = message;
    this.tokens = tokens;
    this.at = at;
    this.reason = reason;
  }

  /** The advice, {@code null} where there is none. */
  Advice advice() {
    Matcher many = TOO_MANY.matcher(message);
    if (many.matches()) {
      return many.group(1).equals("state:with_env")
          ? Advice.of("variables stand in braces: s:with_env({ NAME = \"value\" })")
          : usage(many.group(1));
    }
    Matcher hole = HOLE.matcher(message);
    if (hole.matches()) {
      return ofHole(hole.group(1), hole.group(2), hole.group(3), Integer.parseInt(hole.group(4)));
    }
    Matcher options = OPTIONS.matcher(message);
    return options.matches()
        ? ofOptions(options.group(1), options.group(2), options.group(3))
        : null;
  }

  /** How a function is called. */
  static Advice usage(String function) {
    String usage = Vocabulary.usage(function);
    return usage == null ? null : Advice.of("it is called as " + usage);
  }

  /** Why an element of a list is nil. */
  private Advice ofHole(String function, String sort, String name, int element) {
    int list = sort.equals("argument") ? argument(function, name) : option(name);
    if (list < 0 || !tokens.get(list).is("{")) {
      return null;
    }
    List<int[]> elements = tokens.parts(list);
    if (element > elements.size()) {
      return null;
    }
    int[] range = elements.get(element - 1);
    return reason.expression(range[0], range[1]);
  }

  /** The first token of an argument of the call, or -1. */
  private int argument(String function, String name) {
    int position = Vocabulary.position(function, name);
    List<int[]> arguments = tokens.arguments(at + 1);
    return position < 0 || position >= arguments.size() ? -1 : arguments.get(position)[0];
  }

  /** The first token of an option's value, or -1. */
  private int option(String name) {
    int close = tokens.closing(at + 1);
    for (int i = at + 1; i < close; i++) {
      if (tokens.get(i).is(name) && tokens.get(i + 1).is("=")) {
        return i + 2;
      }
    }
    return -1;
  }

  /** Where something else stands in the options' place. */
  private Advice ofOptions(String qualified, String function, String got) {
    if (got.equals("a mount")) {
      return Advice.of("mounts are an option: { mounts = { ... } }");
    }
    if (!got.startsWith("\"")) {
      return usage(qualified);
    }
    if (function.equals("run")) {
      return Advice.of("a command and its arguments are one list: s:run({ \"ls\", \"-l\" })");
    }
    boolean named = function.equals("secret") || function.equals("cache");
    Token first = tokens.get(at + 2);
    if (named && got.startsWith("\"/") && first.kind() == Token.Kind.STRING) {
      return Advice.of(
          "the path comes first: bk." + function + "(" + got + ", { id = " + first.text() + " })");
    }
    String option =
        switch (function) {
          case "secret", "cache", "ssh" -> "id = " + got;
          case "image" -> "platform = \"linux/arm64\"";
          case "git" -> "ref = " + got;
          case "mkdir", "mkfile", "copy" -> "mode = \"0755\"";
          case "with_metadata" -> "description = " + got;
          default -> "name = value";
        };
    return Advice.of("options stand in braces, with their names: { " + option + " }");
  }
}
