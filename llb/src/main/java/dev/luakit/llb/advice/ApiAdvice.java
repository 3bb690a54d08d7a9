package dev.luakit.llb.advice;

import dev.luakit.llb.bk.Vocabulary;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advice where the library of builds was called wrongly. */
final class ApiAdvice {
  private static final Pattern ARGUMENT =
      Pattern.compile(
          "((?:bk\\.|state:)\\w+): (argument|option) '(\\w+)'.* must be (.*), got (.*)",
          Pattern.DOTALL);

  private final String message;
  private final Tokens tokens;
  private final int at;
  private final NilValue reason;

  ApiAdvice(String message, Tokens tokens, int at, Variables variables) {
    this.message = message;
    this.tokens = tokens;
    this.at = at;
    reason = new NilValue(tokens, variables);
  }

  /** The advice, {@code null} where there is none. */
  Advice advice() {
    if (message.startsWith("the script never calls bk.export")) {
      return neverExported();
    }
    Matcher matcher = ARGUMENT.matcher(message);
    if (matcher.matches()) {
      return ofArgument(
          matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4), matcher.group(5));
    }
    if (message.contains("must be called on a state") && tokens.get(at - 1).is(".")) {
      String state = tokens.get(at - 2).text();
      return Advice.of(
          "a method is called with a colon: " + state + ":" + tokens.get(at).text() + "(...)");
    }
    if (message.startsWith("state:run: the options must be a table, got \"")) {
      return Advice.of("a command and its arguments are one list: s:run({ \"ls\", \"-l\" })");
    }
    return null;
  }

  private Advice ofArgument(String function, String sort, String name, String wanted, String got) {
    if (got.equals("nil") || got.equals("nothing")) {
      return sort.equals("argument") ? ofNil(function, name) : null;
    }
    if (name.equals("mounts")) {
      return Advice.of(
          got.startsWith("\"")
              ? "a directory that is kept between builds is mounts = { bk.cache(" + got + ") }"
              : "put it in braces: mounts = { bk.cache(...) }");
    }
    if (name.equals("env") && got.startsWith("\"")) {
      int equals = got.indexOf('=');
      return equals < 0
          ? null
          : Advice.of(
              "write env = { "
                  + got.substring(1, equals)
                  + " = \""
                  + got.substring(equals + 1)
                  + " }");
    }
    if (wanted.equals("a state") && got.startsWith("\"")) {
      return Advice.of(
          function.equals("state:copy")
              ? "to copy from the build context: s:copy(bk.local_(\"context\"), "
                  + got
                  + ", \"/to\")"
              : "a state is what bk.image and the methods of states return: bk.image(" + got + ")");
    }
    if (wanted.startsWith("a state") && got.equals("a function")) {
      return Advice.of("call the function, with ()");
    }
    if (wanted.startsWith("a list of strings") && got.startsWith("\"")) {
      return Advice.of("put it in braces: { " + got + " }");
    }
    boolean number = wanted.contains("a string") && got.matches("-?[0-9.e+]+");
    return number ? Advice.of("write it in quotes: \"" + got + "\"") : null;
  }

  /** Why the argument of that name is nil. */
  private Advice ofNil(String function, String parameter) {
    int position = Vocabulary.position(function, parameter);
    int open = at + 1;
    if (!tokens.get(open).is("(")) {
      return null;
    }
    var arguments = tokens.arguments(open);
    if (position < 0 || position >= arguments.size()) {
      return null;
    }
    int[] range = arguments.get(position);
    return reason.expression(range[0], range[1]);
  }

  private Advice neverExported() {
    if (tokens.count() == 0) {
      return Advice.of("the file has nothing but comments in it; luakit init writes a build.lua");
    }
    String state = null;
    for (int i = 0; i < tokens.count(); i++) {
      if (tokens.get(i).is("bk") && tokens.get(i + 2).is("export")) {
        return Advice.of(
            "it is called here only, which the script does not come to", tokens.get(i + 2));
      }
      if (tokens.get(i).isName() && tokens.get(i + 1).is("=") && isState(i + 2)) {
        state = tokens.get(i).text();
      }
    }
    int last = tokens.count() - 1;
    while (last >= 0 && !tokens.get(last).is("return")) {
      last--;
    }
    if (last >= 0 && tokens.get(last).column() == 1) {
      String returned = tokens.text(last + 1, tokens.count());
      return Advice.of(
          "to return is not enough: bk.export(" + (returned.length() < 60 ? returned : "...") + ")",
          tokens.get(last));
    }
    return state == null ? null : Advice.of("write at the end: bk.export(" + state + ")");
  }

  /** Whether the value that begins here looks like a state. */
  private boolean isState(int value) {
    if (tokens.get(value).is("bk")) {
      return Vocabulary.makesState(tokens.get(value + 2).text());
    }
    return tokens.get(value).isName() && tokens.get(value + 1).is(":");
  }
}
