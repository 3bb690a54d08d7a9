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

  private static final Pattern ARCHITECTURE =
      Pattern.compile("platform \"(amd64|arm64|arm|386|riscv64|ppc64le|s390x|x86_64|aarch64)\" .*");

  private static final Pattern OPTIONS =
      Pattern.compile(
          "(bk|state)\\W(\\w+): the options must be a table, got (\".*\")", Pattern.DOTALL);

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
    String text = ofMessage();
    if (text != null) {
      return Advice.of(text);
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
    if (message.startsWith("state:run: the options must be a table, got \"")) {
      return Advice.of("a command and its arguments are one list: s:run({ \"ls\", \"-l\" })");
    }
    Matcher options = OPTIONS.matcher(message);
    return options.matches() ? ofOptions(options.group(2), options.group(3)) : null;
  }

  /** What a whole message asks for, {@code null} where it is none of these. */
  private String ofMessage() {
    if (message.startsWith("bk.merge: needs two or more states, got 1")) {
      return "each state is an argument: bk.merge(a, b); of a list: bk.merge(unpack(list))";
    }
    if (message.startsWith("bk.image: image reference \"http")) {
      return "an image is named as for docker pull, such as \"alpine:3.19\";"
          + " a file from the web is bk.http(url)";
    }
    if (message.startsWith("bk.http: \"") && !quoted().isEmpty() && !quoted().contains("://")) {
      return "write the whole address: \"https://" + quoted() + "\"";
    }
    Matcher architecture =
        ARCHITECTURE.matcher(message.substring(message.lastIndexOf(": ") + 1).strip());
    return architecture.matches() ? "write \"linux/" + architecture.group(1) + "\"" : null;
  }

  /** The first text in quotes of the message. */
  private String quoted() {
    int start = message.indexOf('"') + 1;
    int end = message.indexOf('"', start);
    return start > 0 && end > 0 ? message.substring(start, end) : "";
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

  private static Advice ofOptions(String function, String got) {
    String option =
        switch (function) {
          case "secret", "cache", "ssh" -> "id = " + got;
          case "image" -> "platform = \"linux/arm64\"";
          case "git" -> "ref = " + got;
          case "mkdir", "mkfile", "copy" -> "mode = \"0755\"";
          default -> "name = value";
        };
    return Advice.of("options stand in braces, with their names: { " + option + " }");
  }

  private Advice ofArgument(String function, String sort, String name, String wanted, String got) {
    if (got.equals("nil") || got.equals("nothing")) {
      return sort.equals("argument") ? ofNil(function, name) : null;
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
              "write env = { "
                  + got.substring(1, equals)
                  + " = \""
                  + got.substring(equals + 1)
                  + " }");
    }
    if (function.equals("state:copy")
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
      return Advice.of("table.concat(list, \"\\n\") makes a text of a list");
    }
    boolean number = wanted.contains("a string") && got.matches("-?[0-9.e+]+");
    return number ? Advice.of("write it in quotes: \"" + got + "\"") : null;
  }

  /** Where a copy names a stage, as a Dockerfile does. */
  private Advice ofStageName(String got) {
    String name = got.substring(1, got.length() - 1);
    return Advice.of(
        variables.find(name) != null
            ? "leave the quotes out: s:copy(" + name + ", ...) copies from the state"
            : "a state has no name: keep it in a variable, local built = ..., and write"
                + " s:copy(built, ...)");
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
