package dev.luakit.llb.advice;

import dev.luakit.llb.bk.Vocabulary;
import java.util.Set;

/** Finds out why an expression is nil. */
final class NilValue {
  /** Variables that are followed to where their values come from. */
  private static final int MOST_STEPS = 3;

  /** How many tokens a call's name has at most: {@code bk.export}. */
  private static final int MOST_NAMES = 3;

  private final Tokens tokens;
  private final Variables variables;

  NilValue(Tokens tokens, Variables variables) {
    this.tokens = tokens;
    this.variables = variables;
  }

  /**
   * Why the expression from one token to before another is nil, {@code null} if that is unclear.
   */
  Advice expression(int from, int to) {
    return expression(from, to, MOST_STEPS);
  }

  /** Why the simple expression is nil that a token is in, which is its name or a later one. */
  Advice around(int token) {
    int from = start(token);
    return expression(from, end(from));
  }

  /** Why one of the operands of an operator is nil, which has no name. */
  Advice operand(int operator) {
    Advice argument = argumentAround(operator);
    if (argument != null) {
      return argument;
    }
    boolean left = tokens.get(operator - 1).is(")");
    int behind = operator + 1;
    boolean right = tokens.get(behind).isName() && tokens.get(end(behind) - 1).is(")");
    if (left == right) {
      return null;
    }
    int name = tokens.opening(operator - 1) - 1;
    return right
        ? expression(behind, end(behind))
        : tokens.get(name).isName() ? around(name) : null;
  }

  /** Whether one of the operands of an operator is a build argument that was not given. */
  Advice argumentAround(int operator) {
    if (tokens.get(operator - 1).is(")")) {
      Advice left = buildArgument(start(tokens.opening(operator - 1) - 1));
      if (left != null) {
        return left;
      }
    }
    return buildArgument(operator + 1);
  }

  /** Why what is indexed is nil, with the token as the name of a field or method. */
  Advice before(int token) {
    return expression(start(token), token - 1);
  }

  /** The first token of the simple expression that a name belongs to. */
  private int start(int name) {
    int from = name;
    while (tokens.get(from - 1).is(".") || tokens.get(from - 1).is(":")) {
      from -= 2;
      while (tokens.get(from).is(")") || tokens.get(from).is("]")) {
        from = tokens.opening(from) - 1;
      }
    }
    return from;
  }

  /** Why an element is nil whose index is at a token, or ends at it. */
  Advice element(int bracket) {
    int open = bracket;
    while (open > 0 && !tokens.get(open).is("[")) {
      open--;
    }
    if (!tokens.get(open + 2).is("]")) {
      return null;
    }
    Token index = tokens.get(open + 1);
    String list = tokens.get(open - 1).isName() ? tokens.get(open - 1).text() : "list";
    boolean zero = index.is("0") || index.isName() && countsFromZero(index.text(), open);
    return zero
        ? Advice.of("lists begin at 1, not at 0: the first element is " + list + "[1]")
        : Advice.of(
            "'" + list + "' has nothing at this index: lists begin at 1 and end at #" + list);
  }

  /** Whether a variable is that of a loop around a token which begins with 0. */
  private boolean countsFromZero(String name, int at) {
    for (int i = at; i >= 0; i--) {
      if (tokens.get(i).is("for") && tokens.get(i + 1).is(name)) {
        return tokens.get(i + 2).is("=") && tokens.get(i + 3).is("0");
      }
    }
    return false;
  }

  private Advice expression(int from, int to, int steps) {
    Token first = tokens.get(from);
    if (!first.isName() || steps == 0) {
      return null;
    }
    if (to == from + 1) {
      return variable(first.text(), steps);
    }
    Advice argument = buildArgument(from);
    if (argument != null) {
      return argument;
    }
    if (to >= from + 3 && tokens.get(to - 2).is(".") && tokens.get(to - 1).isName()) {
      return field(to - 1);
    }
    if (tokens.get(to - 1).is(")")) {
      return call(from, tokens.opening(to - 1));
    }
    return null;
  }

  /** Why {@code f(...)} is nil. */
  private Advice call(int from, int open) {
    String function = tokens.text(from, open);
    if (open == from + 1) {
      Declaration declaration = variables.find(function);
      if (declaration != null && isWithoutReturn(declaration)) {
        return Advice.of(
            "the function '" + function + "' returns nothing: end it with return ...",
            tokens.get(declaration.at()));
      }
    }
    return Advice.of("the call of '" + function + "' gave no value, or nil");
  }

  private boolean isWithoutReturn(Declaration declaration) {
    if (declaration.value() < 0 || !tokens.get(declaration.value()).is("function")) {
      return false;
    }
    int depth = 0;
    for (int i = declaration.value(); i < tokens.count(); i++) {
      switch (tokens.get(i).kind() == Token.Kind.KEYWORD ? tokens.get(i).text() : "") {
        case "return" -> {
          return false;
        }
        case "function", "if", "do", "repeat" -> depth++;
        case "end", "until" -> {
          depth--;
          if (depth == 0) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  /** Why a variable is nil. */
  Advice variable(String name) {
    return variable(name, MOST_STEPS);
  }

  private Advice variable(String name, int steps) {
    Declaration declaration = variables.find(name);
    if (declaration == null) {
      return unknown(name);
    }
    Token place = tokens.get(declaration.at());
    if (declaration.kind() == Declaration.Kind.PARAMETER) {
      return Advice.of("'" + name + "' is a parameter, and the call gives it no value");
    }
    if (declaration.value() == Declaration.NO_VALUE) {
      return Advice.of("'" + name + "' is declared without a value", place);
    }
    if (declaration.value() < 0) {
      return null;
    }
    int from = declaration.value();
    int to = end(from);
    if (from <= variables.at() && variables.at() < to) {
      return Advice.of(
          "'"
              + name
              + "' is not known yet in the statement that gives it its first value: end that before"
              + " this call, and write s = s:copy(...) behind it");
    }
    if (tokens.get(to).is(",") && to < variables.at() && variables.at() <= to + MOST_NAMES) {
      return Advice.of(
          "the comma behind this makes the next line a part of it: delete the comma",
          tokens.get(to));
    }
    if (tokens.get(from).is("nil")) {
      return Advice.of("'" + name + "' is set to nil", place);
    }
    Advice reason = expression(from, to, steps - 1);
    if (reason != null && reason.line() == 0) {
      return Advice.of("'" + name + "' is nil: " + reason.text(), place);
    }
    return reason != null ? reason : Advice.of("'" + name + "' gets its value here", place);
  }

  /** Behind the last token of the simple expression that begins at one. */
  private int end(int from) {
    int i = from + 1;
    while (i < tokens.count()) {
      Token token = tokens.get(i);
      boolean member = token.is(".") || token.is(":");
      if (member) {
        i += 2;
      } else if ((token.is("(") || token.is("[")) && tokens.closing(i) > 0) {
        i = tokens.closing(i) + 1;
      } else {
        return i;
      }
    }
    return i;
  }

  /** Why a name that nothing here declares is nil. */
  private Advice unknown(String name) {
    String foreign = ForeignName.global(name);
    if (foreign != null) {
      return Advice.of(foreign);
    }
    if (Vocabulary.FUNCTIONS.contains(name)) {
      return Advice.of("there is no global '" + name + "'; did you mean bk." + name + "?");
    }
    if (Vocabulary.PRELUDE.contains(name)) {
      return Advice.of(
          "the library has it: local prelude = require(\"prelude\"), and prelude."
              + name
              + "(s, ...)");
    }
    Declaration elsewhere = variables.elsewhere(name);
    if (elsewhere != null) {
      Token place = tokens.get(elsewhere.at());
      return Advice.of(
          "'"
              + name
              + "' of line "
              + place.line()
              + " is not known here: "
              + (elsewhere.kind() == Declaration.Kind.PARAMETER
                  ? "a parameter is known in its function only"
                  : "a local is known from its line to the end of its block"),
          place);
    }
    String nearest = Nearest.of(name, variables.names());
    if (nearest != null) {
      return Advice.of("there is no variable '" + name + "'; did you mean '" + nearest + "'?");
    }
    if (Vocabulary.METHODS.contains(name)) {
      return Advice.of("'" + name + "' is a method of states: write s:" + name + "(...)");
    }
    int place = variables.at();
    boolean statement = tokens.get(place).is(name) && tokens.beginsLine(place);
    String word = statement ? ForeignWord.advice(name) : null;
    if (word != null) {
      return Advice.of(word);
    }
    return Advice.of("nothing in the script gives '" + name + "' a value");
  }

  /** Why the field at a token is nil. */
  Advice field(int at) {
    String name = tokens.get(at).text();
    String owner = owner(at);
    if (owner == null) {
      return null;
    }
    boolean library = variables.find(owner) == null;
    if (library && owner.equals("bk") && tokens.get(at + 1).is("(")) {
      return Advice.of("bk." + name + " is a value and no function: leave the () out");
    }
    String foreign = library ? ForeignName.field(owner, name) : null;
    if (foreign != null) {
      return Advice.of(foreign);
    }
    Set<String> fields = library ? StandardNames.of(owner) : variables.fields(owner);
    String function = library || fields.contains(name) ? null : ForeignName.ofTable(name);
    return function == null || Nearest.of(name, fields) != null
        ? missing(owner, name, fields)
        : Advice.of("'" + owner + "' has no field '" + name + "': " + function);
  }

  /** The name before the dot or colon before a token, {@code null} where there is none. */
  private String owner(int at) {
    boolean member = tokens.get(at - 1).is(".") || tokens.get(at - 1).is(":");
    boolean deeper = tokens.get(at - 3).is(".") || tokens.get(at - 3).is(":");
    return member && tokens.get(at - 2).isName() && !deeper ? tokens.get(at - 2).text() : null;
  }

  private static Advice missing(String owner, String name, Set<String> fields) {
    if (fields.isEmpty()) {
      return Advice.of("'" + owner + "' has no field '" + name + "'");
    }
    String nearest = Nearest.of(name, fields);
    if (nearest != null) {
      return Advice.of(
          "'"
              + owner
              + "' has no field '"
              + name
              + "'; did you mean '"
              + owner
              + "."
              + nearest
              + "'?");
    }
    return fields.contains(name)
        ? null
        : Advice.of(
            "'"
                + owner
                + "' has no field '"
                + name
                + "'; known are "
                + String.join(", ", fields.stream().sorted().toList()));
  }

  /** Why the method at a token is nil. */
  Advice method(int at) {
    String name = tokens.get(at).text();
    Token receiver = tokens.get(at - 2);
    String owner = owner(at);
    Set<String> fields = owner == null ? Set.of() : variables.fields(owner);
    if (!fields.isEmpty()) {
      return missing(owner, name, fields);
    }
    String foreign = ForeignName.ofString(name);
    if (foreign != null) {
      return Advice.of(foreign);
    }
    String nearest = Nearest.of(name, StandardNames.of("string"));
    boolean string = receiver.kind() == Token.Kind.STRING || receiver.is(")");
    if (nearest != null) {
      return Advice.of(
          "there is no method '" + name + "'; of strings, did you mean '" + nearest + "'?");
    }
    if (Vocabulary.METHODS.contains(name)) {
      return Advice.of("'" + name + "' is a method of states, and this is none");
    }
    return string ? Advice.of("strings have no method '" + name + "'") : null;
  }

  /** Whether the expression asks for a build argument that was not given. */
  private Advice buildArgument(int from) {
    boolean argument = tokens.get(from).is("bk") && tokens.get(from + 2).is("arg");
    boolean variable = tokens.get(from).is("os") && tokens.get(from + 2).is("getenv");
    if (!argument && !variable) {
      return null;
    }
    int string = tokens.get(from + 3).is("(") ? from + 4 : from + 3;
    Token name = tokens.get(string);
    if (name.kind() != Token.Kind.STRING || tokens.get(string + 1).is(",")) {
      return null;
    }
    String plain = name.text().substring(1, name.text().length() - 1);
    return Advice.of(
        variable
            ? "os.getenv sees build arguments only, and "
                + plain
                + " is not given: --build-arg "
                + plain
                + "=value"
            : "the build argument "
                + plain
                + " is not given: --build-arg "
                + plain
                + "=value, or bk.arg(\""
                + plain
                + "\", \"default\")");
  }
}
