package dev.luakit.llb.advice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advice where a value is of a type that can't do what it is used for. */
final class TypeAdvice {
  private static final Pattern LOCAL = Pattern.compile("(?:local|upvalue|global) '(\\w+)'");

  static final String PLATFORM = "tostring makes a text of a platform";

  private static final String USERDATA = "(a userdata value)";

  private final String message;
  private final Tokens tokens;
  private final int at;
  private final Variables variables;

  TypeAdvice(String message, Tokens tokens, int at, Variables variables) {
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
    if (message.startsWith("attempt to perform arithmetic on")
        && message.contains("a string value")) {
      return switch (tokens.get(at).text()) {
        case "+" -> "texts are joined with .., as in \"a\" .. b";
        case "%" -> "texts are filled by a function: string.format(\"%s\", x)";
        default -> "tonumber(x) makes a number of a text";
      };
    }
    if (message.startsWith("attempt to concatenate")) {
      return concatenated();
    }
    if (message.startsWith("attempt to compare")) {
      return message.contains("string") && message.contains("number")
          ? "tonumber(x) makes a number of a text, and tostring(x) a text of a number"
          : null;
    }
    if (message.startsWith("attempt to index") && message.endsWith(USERDATA)) {
      return "a state can't be changed: its methods return a new one, as in s = s:run(\"make\")";
    }
    if (message.startsWith("attempt to index") && message.endsWith("(a boolean value)")) {
      return indexedBoolean();
    }
    if (message.startsWith("attempt to call")) {
      return called();
    }
    if (message.startsWith("bad argument") && message.contains("table expected, got userdata")) {
      return "what bk makes is no table, and has nothing to go through";
    }
    if (message.startsWith("bad argument #1 to 'ipairs'")
        && message.contains("table expected, got string")) {
      return "a list stands in braces: ipairs({ \"a\", \"b\" })";
    }
    if (message.startsWith("stack overflow")) {
      return "a function calls itself without end: what should stop it?";
    }
    if (message.startsWith("(error object is a table")) {
      return "error was given a table: give it a text, as in error(\"what is wrong\")";
    }
    return null;
  }

  /** A module that returns nothing is {@code true} to who requires it. */
  private String indexedBoolean() {
    Matcher named = LOCAL.matcher(message);
    Declaration declaration = named.find() ? variables.find(named.group(1)) : null;
    boolean module =
        declaration != null
            && declaration.value() >= 0
            && tokens.get(declaration.value()).is("require");
    return module
        ? "the module returns nothing: end it with return, and the table that has its functions"
        : null;
  }

  private String concatenated() {
    if (message.endsWith(USERDATA)) {
      if (message.contains("_platform'")) {
        return PLATFORM;
      }
      return "a state is no text; a file of one state gets into another with s:copy(from, source,"
          + " to)";
    }
    if (message.contains("a table value")) {
      return "table.concat(t, \", \") makes a text of a list";
    }
    if (message.contains("a boolean value")) {
      return "tostring(x) makes a text of true or false";
    }
    return message.contains("a function value") ? "to call it, write ()" : null;
  }

  private String called() {
    boolean userdata = message.contains("a userdata value");
    boolean value = message.contains("a string value") || userdata;
    if (value && tokens.get(at + 1).is("(") && tokens.get(at + 2).is(")")) {
      return "it is a value and no function: leave the () out";
    }
    int open = tokens.get(at).is("(") ? at : at + 1;
    if (userdata && tokens.get(open).is("(")) {
      Token next = tokens.get(tokens.closing(open) + 1);
      if (next.is("{") || next.kind() == Token.Kind.STRING) {
        return "a comma is missing behind the ) before "
            + (next.is("{") ? "the table" : "the text");
      }
    }
    if (userdata) {
      return "a state is no function: to run a command, write s:run(\"make\")";
    }
    if (message.contains("a table value")) {
      int loop = tokens.lineStart(at);
      return tokens.get(loop).is("for")
          ? "for goes through a table with pairs or ipairs: for i, value in ipairs(t) do"
          : "a table is no function: a field of it is t.name, an element t[1]";
    }
    if (message.contains("a string value")) {
      return "a string is no function: was an operator or a comma left out before the (?";
    }
    if (message.contains("a number value") || message.contains("a boolean value")) {
      return tokens.get(at + 1).kind() == Token.Kind.STRING
          ? "texts are joined with .., as in \"a\" .. b .. \"c\""
          : "it is no function: was an operator or a comma left out before the (?";
    }
    if (message.contains("a nil value") && tokens.get(at).isName()) {
      return variables.find(tokens.get(at).text()) == null
          ? null
          : "'" + tokens.get(at).text() + "' is nil when it is called";
    }
    return null;
  }
}
