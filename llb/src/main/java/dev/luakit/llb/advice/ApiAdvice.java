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

  /** A text with a variable in it, as shells and other languages fill them in. */
  private static final Pattern FILLED =
      Pattern.compile("\"([^\"$]*)\\$(?:\\{([A-Za-z_]\\w*)\\}|([A-Za-z_]\\w*))([^\"]*)\"");

  private final String message;
  private final Tokens tokens;
  private final int at;
  private final NilValue reason;
  private final Variables variables;

  ApiAdvice(String message, Tokens tokens, int at, Variables variables) {
    this.message = message;
    this.tokens = tokens;
    this.at = at;
    this.variables = variables;
    reason = new NilValue(tokens, variables);
  }

  /** The advice, {@code null} where there is none. */
  Advice advice() {
    if (message.startsWith("the script never calls bk.export")) {
      return neverExported();
    }
    Matcher filled = FILLED.matcher(message);
    if (filled.find()) {
      return ofFilled(filled);
    }
    if (message.startsWith("bk.merge: needs two or more states, got 1")) {
      return Advice.of(
          "each state is an argument: bk.merge(a, b); of a list: bk.merge(unpack(list))");
    }
    String text = ValueAdvice.of(message);
    if (text != null) {
      return Advice.of(text);
    }
    if (message.startsWith("prelude.")) {
      return new PreludeAdvice(message, tokens, at, variables).advice();
    }
    Matcher matcher = ARGUMENT.matcher(message);
    if (matcher.matches()) {
      return ofArgument(
          matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4), matcher.group(5));
    }
    if (message.contains("must be called on a state") && tokens.get(at - 1).is(".")) {
      String state = tokens.get(at - 2).isName() ? tokens.get(at - 2).text() : "";
      return Advice.of(
          "a method is called with a colon: " + state + ":" + tokens.get(at).text() + "(...)");
    }
    return new UsageAdvice(message, tokens, at, reason).advice();
  }

  /** Where a text names a variable as if it were filled in. */
  private Advice ofFilled(Matcher filled) {
    String name = filled.group(2) != null ? filled.group(2) : filled.group(3);
    String value = variables.find(name) == null ? "bk.arg(\"" + name + "\")" : name;
    StringBuilder joined = new StringBuilder();
    if (!filled.group(1).isEmpty()) {
      joined.append('"').append(filled.group(1)).append("\" .. ");
    }
    joined.append(value);
    if (!filled.group(4).isEmpty()) {
      joined.append(" .. \"").append(filled.group(4)).append('"');
    }
    return Advice.of("Lua fills no variables into texts, but joins them: " + joined);
  }

  private Advice ofArgument(String function, String sort, String name, String wanted, String got) {
    if (got.equals("nothing")) {
      Advice call = sort.equals("argument") ? ofNil(function, name, wanted) : null;
      return call != null ? call : UsageAdvice.usage(function);
    }
    if (got.equals("nil")) {
      return sort.equals("argument") ? ofNil(function, name, wanted) : null;
    }
    if (name.equals("mounts") && got.equals("a table")) {
      return Advice.of(
          "a mount is what a function makes: bk.cache(\"/c\"), bk.secret(\"/s\"), bk.bind(state,"
              + " \"/b\") and others");
    }
    if (name.equals("mounts") && got.equals("a state")) {
      return Advice.of("to mount a state: mounts = { bk.bind(state, \"/path\") }");
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
              (function.equals("state:with_env") ? "write s:with_env({ " : "write env = { ")
                  + got.substring(1, equals)
                  + " = \""
                  + got.substring(equals + 1)
                  + (function.equals("state:with_env") ? " })" : " }"));
    }
    if (name.equals("owner") && got.matches("\\d+")) {
      return Advice.of("write owner = { user = " + got + " }");
    }
    if (name.equals("secret_env") && got.startsWith("\"")) {
      return Advice.of("write secret_env = { NAME = \"secret-id\" }");
    }
    if (name.equals("security") && got.equals("\"privileged\"")) {
      return Advice.of("all privileges are security = \"insecure\"");
    }
    if (name.equals("network") && got.equals("false")) {
      return Advice.of("a command without a network has network = \"none\"");
    }
    if (function.equals("bk.export") && name.equals("state") && got.equals("a table")) {
      return Advice.of(
          "one state is exported: bk.merge(a, b) makes one of several, and bk.target says which one"
              + " is wanted");
    }
    if (got.equals("a platform")) {
      return Advice.of(TypeAdvice.PLATFORM);
    }
    if (name.equals("from") && got.contains("://")) {
      return Advice.of("what is downloaded is a state, with a file in it: bk.http(" + got + ")");
    }
    if (function.equals("state:copy")
        && name.equals("from")
        && got.startsWith("\"")
        && tokens.arguments(at + 1).size() > 2) {
      return ofStageName(got);
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
    boolean command = name.equals("entrypoint") || name.equals("cmd");
    if (command && got.startsWith("\"") && got.indexOf(' ') > 0) {
      boolean shell = !got.matches("\"[\\w@%+=:,./ -]+\"");
      return Advice.of(
          shell
              ? "a line for the shell is: { \"sh\", \"-c\", " + got + " }"
              : "put each word in braces: { " + got.replaceAll(" +", "\", \"") + " }");
    }
    boolean single = got.startsWith("\"") || got.matches("\\d+");
    if (wanted.startsWith("a list of") && single) {
      String element = got.startsWith("\"") ? got : "\"" + got + "\"";
      return Advice.of("put it in braces: " + name + " = { " + element + " }");
    }
    if (wanted.startsWith("a string") && got.equals("a table")) {
      return ofTable(function, sort, name);
    }
    if (wanted.startsWith("an integer") && got.matches("\"\\d+\"")) {
      return Advice.of("leave the quotes out: " + got.substring(1, got.length() - 1));
    }
    boolean number = wanted.contains("a string") && got.matches("-?[0-9.e+]+");
    return number ? Advice.of("write it in quotes: \"" + got + "\"") : null;
  }

  /** Where a table stands for a text. */
  private Advice ofTable(String function, String sort, String name) {
    if (name.equals("cmd") || name.equals("entrypoint")) {
      return Advice.of("the list has another one in it: { \"a\", \"b\" } has its braces once");
    }
    if (sort.equals("option") || name.equals("data") || name.equals("env")) {
      return Advice.of("table.concat(list, \"\\n\") makes a text of a list");
    }
    if (tokens.get(at + 2).is("{") && tokens.get(at + 4).is("=")) {
      return UsageAdvice.usage(function); // The options stand where the first argument belongs.
    }
    return Advice.of(
        function.equals("state:copy")
            ? "one call for each; or all with s:copy(from, \".\", dest, { include = { ... } })"
            : "one call for each");
  }

  /** Where a copy names a stage, as a Dockerfile does. */
  private Advice ofStageName(String got) {
    String name = got.substring(1, got.length() - 1);
    if (name.indexOf(':') > 0) {
      return Advice.of("an image is a state: s:copy(bk.image(" + got + "), ...)");
    }
    return Advice.of(
        variables.find(name) != null
            ? "leave the quotes out: s:copy(" + name + ", ...) copies from the state"
            : "a state has no name: keep it in a variable, local built = ..., and write"
                + " s:copy(built, ...)");
  }

  /** Why the argument of that name is nil. */
  private Advice ofNil(String function, String parameter, String wanted) {
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
    Token only = tokens.get(range[0]);
    boolean word = range[1] == range[0] + 1 && only.isName() && wanted.startsWith("a string");
    if (word && !variables.isKnown(only.text()) && ForeignName.global(only.text()) == null) {
      return Advice.of(
          "nothing gives '"
              + only.text()
              + "' a value; a text stands in quotes: \""
              + only.text()
              + "\"");
    }
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
