package dev.luakit.stdlib.differential;

/**
 * Random statements. They come to an end: loops count, and a function only calls those that were
 * there before it.
 */
final class Statements {
  private static final int DEPTH = 3;

  private final Choice choice;
  private final Scope scope;
  private final int depth;

  /** Whether a break may stand here. */
  private final boolean inLoop;

  private final Expressions expressions;
  private final StringBuilder text = new StringBuilder();

  private Statements(Choice choice, Scope scope, int depth, boolean inLoop) {
    this.choice = choice;
    this.scope = scope;
    this.depth = depth;
    this.inLoop = inLoop;
    expressions = new Expressions(choice, scope);
  }

  /** Some statements for a block of their own, in that scope. */
  static String block(Choice choice, Scope scope) {
    return new Statements(choice, scope.block(), DEPTH, false).write(choice.between(2, 6));
  }

  /** The same for a body that does not end the loop around it. */
  static String loopBody(Choice choice, Scope scope) {
    Statements body = new Statements(choice, scope.block(), DEPTH - 1, false);
    for (int i = choice.between(1, 5); i > 0; i--) {
      body.statement();
      body.text.append('\n');
    }
    return body.text.toString();
  }

  private String inner(Scope scope, boolean inLoop, int length) {
    return new Statements(choice, scope, depth - 1, inLoop).write(length);
  }

  private String write(int length) {
    for (int i = 0; i < length; i++) {
      statement();
      text.append(choice.percent(10) ? ";\n" : "\n");
    }
    if (inLoop && choice.percent(12)) {
      text.append("break\n");
    } else if (choice.percent(6)) {
      text.append("return ").append(expressions.arguments()).append('\n');
    }
    return text.toString();
  }

  private void statement() {
    int kind = choice.below(depth > 0 ? 24 : 12);
    switch (kind) {
      case 0, 1, 2, 3 -> declaration();
      case 4, 5, 6 -> assignment();
      case 7, 8 -> text.append("show(").append(expressions.arguments()).append(")");
      case 9 -> multipleAssignment();
      case 10 -> tableChange();
      case 11 -> multipleDeclaration();
      case 12, 13 -> conditional();
      case 14, 15 -> numericLoop();
      case 16 -> listLoop();
      case 17 -> whileLoop();
      case 18 -> repeatLoop();
      case 19, 20, 21 -> functionDeclaration();
      case 22 -> text.append("do\n").append(inner(scope.block(), inLoop, 2)).append("end");
      default -> protectedCall();
    }
  }

  private Kind anyKind() {
    Kind[] kinds = Kind.values();
    return kinds[choice.below(kinds.length)];
  }

  /** The value of a variable, which must not grow from turn to turn of a loop. */
  private String value(Kind kind) {
    String value = expressions.of(kind);
    return kind == Kind.STRING || kind == Kind.ANY ? "clip(" + value + ")" : value;
  }

  private void declaration() {
    Kind kind = anyKind();
    String name = Scope.anyName(choice);
    text.append("local ").append(name).append(" = ").append(value(kind));
    scope.declare(name, kind, kind != Kind.FUNCTION);
  }

  private void multipleDeclaration() {
    String first = Scope.anyName(choice);
    String second = Scope.anyName(choice);
    text.append("local ").append(first).append(", ").append(second);
    if (choice.percent(80)) {
      text.append(" = ").append(expressions.of(Kind.ANY));
      if (choice.percent(60)) {
        text.append(", ").append(expressions.of(Kind.ANY));
      }
    }
    scope.declare(first, Kind.ANY, true);
    scope.declare(second, Kind.ANY, true);
  }

  private void assignment() {
    Kind kind = anyKind();
    Scope.Variable variable = scope.pick(kind, true, choice);
    if (variable == null || choice.percent(15)) {
      text.append("g_").append(Scope.anyName(choice)).append(" = ").append(value(kind));
      return;
    }
    text.append(variable.name()).append(" = ").append(value(variable.kind()));
  }

  private void multipleAssignment() {
    Scope.Variable first = scope.pick(Kind.NUMBER, true, choice);
    Scope.Variable second = scope.pick(Kind.NUMBER, true, choice);
    if (first == null || second == null) {
      assignment();
      return;
    }
    text.append(first.name()).append(", ").append(second.name()).append(" = ");
    text.append(expressions.of(Kind.NUMBER)).append(", ").append(expressions.of(Kind.NUMBER));
  }

  private void tableChange() {
    if (choice.percent(50)) {
      Scope.Variable list = scope.pick(Kind.LIST, false, choice);
      if (list != null) {
        text.append("if #").append(list.name()).append(" < 50 then ");
        text.append(list.name()).append("[#").append(list.name()).append(" + 1] = ");
        text.append(value(Kind.STRING)).append(" end");
        return;
      }
    }
    Scope.Variable table = scope.pick(Kind.TABLE, false, choice);
    if (table == null) {
      assignment();
      return;
    }
    text.append(table.name()).append('.').append(Scope.anyName(choice)).append(" = ");
    text.append(value(Kind.ANY));
  }

  private void conditional() {
    text.append("if ").append(expressions.of(Kind.BOOLEAN)).append(" then\n");
    text.append(inner(scope.block(), inLoop, choice.between(1, 3)));
    if (choice.percent(30)) {
      text.append("elseif ").append(expressions.of(Kind.BOOLEAN)).append(" then\n");
      text.append(inner(scope.block(), inLoop, choice.between(0, 2)));
    }
    if (choice.percent(50)) {
      text.append("else\n").append(inner(scope.block(), inLoop, choice.between(0, 2)));
    }
    text.append("end");
  }

  private void numericLoop() {
    String name = Scope.anyName(choice);
    text.append("for ").append(name).append(" = ");
    text.append(
        choice.of("1, 3", "3, 1, -1", "0.5, 2, 0.75", "1, 0", "-2, 2, 2", "5, 1", "\"1\", \"2\""));
    text.append(" do\n");
    Scope body = scope.block();
    body.declare(name, Kind.NUMBER, true);
    text.append(inner(body, true, choice.between(1, 3))).append("end");
  }

  private void listLoop() {
    String key = Scope.anyName(choice);
    String element = Scope.anyName(choice);
    text.append("for ").append(key).append(", ").append(element).append(" in ipairs(");
    // A copy, so that the body can make the list longer.
    text.append("{unpack(").append(expressions.of(Kind.LIST)).append(")}) do\n");
    Scope body = scope.block();
    body.declare(key, Kind.NUMBER, true);
    body.declare(element, Kind.ANY, true);
    text.append(inner(body, true, choice.between(1, 3))).append("end");
  }

  private void whileLoop() {
    String condition = expressions.of(Kind.BOOLEAN);
    text.append("do local turns = 0\nwhile turns < 4 and (").append(condition).append(") do\n");
    text.append(countedBody(scope.block())).append("end end");
  }

  private void repeatLoop() {
    Scope body = scope.block();
    text.append("do local turns = 0\nrepeat\n").append(countedBody(body));
    String last = Scope.anyName(choice);
    text.append("local ").append(last).append(" = ").append(expressions.of(Kind.BOOLEAN));
    // The condition can see the variables of the body.
    body.declare(last, Kind.BOOLEAN, false);
    String condition = new Expressions(choice, body).of(Kind.BOOLEAN);
    text.append("\nuntil turns >= 4 or (").append(condition).append(") end");
  }

  /** The body of a loop that also ends for a count which its statements do not know. */
  private String countedBody(Scope body) {
    String block = inner(body.block(), true, choice.between(1, 3));
    // Nothing may follow a return or break in its block.
    return "turns = turns + 1\ndo " + block + "end\n";
  }

  private void functionDeclaration() {
    String name = Scope.anyName(choice);
    boolean vararg = choice.percent(30);
    Scope body = scope.function(vararg);
    StringBuilder parameters = new StringBuilder();
    for (int i = choice.below(3); i > 0; i--) {
      String parameter = Scope.anyName(choice);
      body.declare(parameter, choice.percent(60) ? Kind.NUMBER : Kind.ANY, true);
      parameters.append(parameters.isEmpty() ? "" : ", ").append(parameter);
    }
    if (vararg) {
      parameters.append(parameters.isEmpty() ? "..." : ", ...");
    }
    // With "local function" its name would be visible in the body, which could call itself forever.
    text.append("local ").append(name).append(" = function(").append(parameters).append(")\n");
    text.append(inner(body, false, choice.between(1, 3)));
    text.append("end");
    scope.declare(name, Kind.FUNCTION, false);
  }

  private void protectedCall() {
    text.append("show(pcall(function(...)\n");
    text.append(inner(scope.function(true), false, choice.between(1, 3)));
    text.append("end").append(choice.percent(30) ? ", " + expressions.of(Kind.ANY) : "");
    text.append("))");
  }
}
