package dev.luakit.llb.advice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advice where a function of the library {@code prelude} was called wrongly. */
final class PreludeAdvice {
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "prelude\\.(\\w+): (argument|option) '(\\w+)' must be (.*), got (.*)", Pattern.DOTALL);

  private static final Pattern OPTIONS =
      Pattern.compile(
          "prelude\\.(\\w+): the options must be a table, got (\".*\")", Pattern.DOTALL);

  private final String message;
  private final Tokens tokens;
  private final int at;
  private final Variables variables;

  PreludeAdvice(String message, Tokens tokens, int at, Variables variables) {
    this.message = message;
    this.tokens = tokens;
    this.at = at;
    this.variables = variables;
  }

  /** The advice, {@code null} where there is none. */
  Advice advice() {
    String text = text();
    return text == null ? null : Advice.of(text);
  }

  private String text() {
    if (message.endsWith(" must be a function, got a state")) {
      return message.startsWith("prelude.parallel")
          ? "what makes it belongs into a function: function(s) return s:run(\"make\") end"
          : "what makes it belongs into a function: function() return bk.image(\"alpine:3.19\")"
              + " end";
    }
    Matcher options = OPTIONS.matcher(message);
    if (options.matches()) {
      String value = options.group(1).equals("user") ? options.group(2) : "value";
      return "options stand in braces, with their names: { name = " + value + " }";
    }
    Matcher argument = ARGUMENT.matcher(message);
    return argument.matches()
        ? ofArgument(argument.group(1), argument.group(3), argument.group(4), argument.group(5))
        : null;
  }

  private String ofArgument(String function, String name, String wanted, String got) {
    if (tokens.get(at - 1).is(":") && name.equals("state")) {
      return "the library's functions are called with a dot: "
          + tokens.get(at - 2).text()
          + "."
          + tokens.get(at).text()
          + "(s, ...)";
    }
    if (got.equals("nil")) {
      String usage = variables.usage("builtin:prelude.lua", "prelude." + function);
      return usage == null ? null : "it is called as " + usage;
    }
    if (wanted.equals("a list of strings") && got.startsWith("\"")) {
      return "put each word in braces: { " + got.replaceAll(" +", "\", \"") + " }";
    }
    if ((wanted.startsWith("a list") || wanted.equals("a table")) && got.startsWith("\"")) {
      return "put it in braces: { " + got + " }";
    }
    boolean number = wanted.startsWith("a whole number") && got.matches("\"\\d+\"");
    return number ? "leave the quotes out: " + got.substring(1, got.length() - 1) : null;
  }
}
