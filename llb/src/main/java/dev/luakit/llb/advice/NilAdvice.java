package dev.luakit.llb.advice;

import dev.luakit.llb.bk.Vocabulary;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Advice where a script uses a value that is nil. */
final class NilAdvice {
  private static final Pattern NAMED =
      Pattern.compile(
          "attempt to (.+) (local|global|upvalue|field|method) '(.*)' \\(a nil value\\)",
          Pattern.DOTALL);

  private static final Pattern ARGUMENT =
      Pattern.compile("bad argument #(\\d+) to '(.*)' \\(.* expected, got (nil|no value)\\)");

  /** How far a name may be from the place that is shown. */
  private static final int NEAR = 40;

  private final String message;
  private final Tokens tokens;
  private final int at;
  private final NilValue reason;
  private final Variables variables;

  NilAdvice(String message, Tokens tokens, int at, Variables variables) {
    this.message = message;
    this.tokens = tokens;
    this.at = at;
    this.variables = variables;
    reason = new NilValue(tokens, variables);
  }

  /** The advice, {@code null} where there is none. */
  Advice advice() {
    Matcher named = NAMED.matcher(message);
    if (named.matches()) {
      return named(named.group(2), named.group(3));
    }
    Matcher argument = ARGUMENT.matcher(message);
    if (argument.matches()) {
      return argument(Integer.parseInt(argument.group(1)));
    }
    if (message.endsWith(" a nil value") && message.startsWith("attempt to")) {
      if (message.startsWith("attempt to perform arithmetic")) {
        return reason.operand(at);
      }
      return message.startsWith("attempt to index") ? reason.before(at) : reason.around(at);
    }
    if (message.startsWith("assertion failed!")) {
      Advice advice = argument(1);
      return advice != null
          ? advice
          : Advice.of("a second argument of assert becomes the message: assert(x, \"no x\")");
    }
    if (message.contains("compare") && message.contains("nil")) {
      return comparison();
    }
    return null;
  }

  private Advice named(String kind, String name) {
    return switch (kind) {
      case "field" -> {
        if (name.equals("?")) {
          yield reason.element(at);
        }
        int token = find(name);
        yield token < 0 ? null : reason.field(token);
      }
      case "method" -> {
        int token = find(name);
        yield token < 0 ? null : reason.method(token);
      }
      default -> {
        if (tokens.get(at).is(name) && tokens.isStringUpTo(at)) {
          yield Advice.of(SyntaxAdvice.quoteWithin(tokens.get(at - 1)));
        }
        yield kind.equals("global") && isLibrary(name)
            ? Advice.of("there is no variable '" + name + "'; did you mean 'bk'?")
            : reason.variable(name);
      }
    };
  }

  /** Whether a name that nothing has a function of the library behind it. */
  private boolean isLibrary(String name) {
    boolean member = tokens.get(at - 1).is(".") && tokens.get(at - 2).is(name);
    return member
        && !name.equals("bk")
        && variables.find(name) == null
        && Vocabulary.FUNCTIONS.contains(tokens.get(at).text());
  }

  /** The token of that name nearest to the failure, those before it first; -1 for none. */
  private int find(String name) {
    for (int i = at; i >= Math.max(0, at - NEAR); i--) {
      if (tokens.get(i).is(name)) {
        return i;
      }
    }
    for (int i = at; i < at + NEAR; i++) {
      if (tokens.get(i).is(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Why an argument of the call at the failure is nil. */
  private Advice argument(int position) {
    int open = at + 1;
    while (tokens.get(open).is(".") || tokens.get(open).is(":") || tokens.get(open).isName()) {
      open++;
    }
    if (!tokens.get(open).is("(")) {
      return null;
    }
    var arguments = tokens.arguments(open);
    if (position < 1 || position > arguments.size()) {
      return null;
    }
    int[] range = arguments.get(position - 1);
    return reason.expression(range[0], range[1]);
  }

  private Advice comparison() {
    Advice argument = reason.argumentAround(at);
    if (argument != null) {
      return argument;
    }
    if (tokens.get(at - 1).isName()) {
      Advice left = reason.variable(tokens.get(at - 1).text());
      if (left != null && message.contains("nil with") == tokens.get(at).text().startsWith("<")) {
        return left;
      }
    }
    return tokens.get(at + 1).isName() ? reason.variable(tokens.get(at + 1).text()) : null;
  }
}
