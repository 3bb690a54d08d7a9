package dev.luakit.stdlib.differential;

import java.util.StringJoiner;

/** Random expressions over the variables of a scope. */
final class Expressions {
  private static final int DEPTH = 3;

  /** Percentage of operands that are of another kind than the one that is asked for. */
  private static final int MISTAKES = 4;

  private final Choice choice;
  private final Scope scope;

  Expressions(Choice choice, Scope scope) {
    this.choice = choice;
    this.scope = scope;
  }

  String of(Kind kind) {
    return of(kind, choice.between(0, DEPTH));
  }

  private String of(Kind kind, int depth) {
    if (kind != Kind.LIST && choice.percent(MISTAKES)) {
      return anything(0);
    }
    return switch (kind) {
      case NUMBER -> number(depth);
      case STRING -> string(depth);
      case BOOLEAN -> condition(depth);
      case LIST -> list(depth);
      case TABLE -> table(depth);
      case FUNCTION -> function(depth);
      case ANY -> anything(depth);
    };
  }

  /** The operand of an operator, which binds tighter or not: that is for the parser to find out. */
  private String operand(Kind kind, int depth) {
    String text = of(kind, depth);
    return choice.percent(60) ? "(" + text + ")" : text;
  }

  private String variable(Kind kind) {
    Scope.Variable variable = scope.pick(kind, false, choice);
    return variable == null ? null : variable.name();
  }

  private String anything(int depth) {
    if (choice.percent(15)) {
      return Literals.value(choice);
    }
    if (choice.percent(15)) {
      String name = variable(Kind.ANY);
      return name != null ? name : "missing";
    }
    // ANY is the last of them.
    Kind[] kinds = Kind.values();
    return of(kinds[choice.below(kinds.length - 1)], depth);
  }

  // ---- numbers

  private String number(int depth) {
    if (depth == 0) {
      String name = variable(Kind.NUMBER);
      return name != null && choice.percent(70) ? name : Literals.number(choice);
    }
    int below = depth - 1;
    return switch (choice.below(16)) {
      case 0, 1, 2, 3, 4, 5 -> arithmetic(below);
      case 6 -> "#" + operand(choice.percent(50) ? Kind.STRING : Kind.LIST, 0);
      case 7 -> "math." + choice.of("floor", "ceil", "abs") + "(" + number(below) + ")";
      case 8 -> "math." + choice.of("max", "min") + "(" + number(below) + ", " + number(0) + ")";
      case 9 -> "(tonumber(" + of(Kind.STRING, below) + ") or " + number(0) + ")";
      case 10 -> choose(Kind.NUMBER, below);
      case 11 -> "select(\"#\"" + furtherArguments() + ")";
      case 12 -> call(Kind.NUMBER, below);
      case 13 -> element(Kind.NUMBER, below);
      case 14 -> "-" + " " + "id(" + number(below) + ")";
      default -> "string.byte(" + of(Kind.STRING, below) + ", " + small() + ")";
    };
  }

  /**
   * Two constants seldom meet here: the reference implementation calculates with them when it
   * compiles, and takes a negative zero that comes out for the constant 0.
   */
  private String arithmetic(int depth) {
    if (choice.percent(8)) {
      return "(" + term(depth) + " ^ " + choice.of("2", "id(0)", "1") + ")";
    }
    String operator = choice.of(" + ", " - ", " * ", " + ", " - ", " * ", " / ", " % ");
    return switch (choice.below(6)) {
      case 0, 1 -> held(depth) + operator + Literals.number(choice);
      case 2 -> Literals.number(choice) + operator + held(depth);
      default -> term(depth) + operator + term(depth);
    };
  }

  private String term(int depth) {
    if (depth == 0 || choice.percent(40)) {
      return held(depth);
    }
    String text = arithmetic(depth - 1);
    return choice.percent(50) ? "(" + text + ")" : text;
  }

  /** A number that is no constant. */
  private String held(int depth) {
    String name = variable(Kind.NUMBER);
    return name != null && choice.percent(60) ? name : "id(" + of(Kind.NUMBER, depth) + ")";
  }

  private String small() {
    return Integer.toString(choice.between(-2, 4));
  }

  // ---- strings

  private String string(int depth) {
    if (depth == 0) {
      String name = variable(Kind.STRING);
      if (name != null && choice.percent(70)) {
        return name;
      }
      return choice.percent(80) ? Literals.text(choice) : Literals.numberlike(choice);
    }
    int below = depth - 1;
    return switch (choice.below(14)) {
      case 0, 1, 2 -> operand(Kind.STRING, below) + " .. " + operand(textual(), below);
      case 3 ->
          operand(Kind.STRING, below) + " .. " + of(textual(), 0) + " .. " + operand(textual(), 0);
      case 4 -> "(" + string(below) + "):sub(" + small() + ", " + small() + ")";
      case 5 -> "(" + string(below) + "):" + choice.of("upper", "lower", "reverse") + "()";
      case 6 -> "(" + string(below) + "):rep(" + choice.between(0, 3) + ")";
      case 7 -> "text(" + anything(below) + ")";
      case 8 -> "type(" + anything(below) + ")";
      case 9 -> choose(Kind.STRING, below);
      case 10 -> "string.format(\"%s-%.1f\", " + string(below) + ", " + number(0) + ")";
      case 11 -> call(Kind.STRING, below);
      case 12 -> element(Kind.STRING, below);
      default -> "table.concat(" + list(0) + ", " + string(0) + ")";
    };
  }

  private Kind textual() {
    return choice.percent(70) ? Kind.STRING : Kind.NUMBER;
  }

  // ---- booleans

  private String condition(int depth) {
    if (depth == 0) {
      String name = variable(Kind.BOOLEAN);
      return name != null && choice.percent(60) ? name : choice.of("true", "false");
    }
    int below = depth - 1;
    String comparison = choice.of("<", "<=", ">", ">=", "==", "~=");
    return switch (choice.below(10)) {
      case 0, 1, 2 ->
          operand(Kind.NUMBER, below) + " " + comparison + " " + operand(Kind.NUMBER, below);
      case 3 -> operand(Kind.STRING, below) + " " + comparison + " " + operand(Kind.STRING, below);
      case 4 -> operand(Kind.ANY, below) + " " + choice.of("==", "~=") + " " + operand(Kind.ANY, 0);
      case 5 -> "not " + operand(Kind.ANY, below);
      case 6, 7 ->
          operand(Kind.BOOLEAN, below) + choice.of(" and ", " or ") + operand(Kind.BOOLEAN, below);
      case 8 -> "rawequal(" + anything(below) + ", " + anything(0) + ")";
      default -> call(Kind.BOOLEAN, below);
    };
  }

  private String choose(Kind kind, int depth) {
    return "("
        + condition(depth)
        + " and "
        + operand(kind, depth)
        + " or "
        + operand(kind, 0)
        + ")";
  }

  // ---- tables

  private String list(int depth) {
    String name = variable(Kind.LIST);
    if (name != null && choice.percent(60)) {
      return name;
    }
    StringJoiner elements = new StringJoiner(", ", "{", "}");
    Kind kind = choice.percent(50) ? Kind.NUMBER : Kind.STRING;
    for (int i = choice.below(5); i > 0; i--) {
      // A nil would make a gap.
      elements.add("(" + of(kind, Math.max(0, depth - 1)) + ") or 0");
    }
    return elements.toString();
  }

  private String table(int depth) {
    String name = variable(Kind.TABLE);
    if (name != null && choice.percent(60)) {
      return name;
    }
    StringJoiner fields = new StringJoiner(choice.of(", ", "; "), "{", "}");
    for (int i = choice.below(4); i > 0; i--) {
      String value = of(Kind.ANY, Math.max(0, depth - 1));
      if (choice.percent(70)) {
        fields.add(Scope.anyName(choice) + " = " + value);
      } else {
        fields.add("[" + key() + "] = " + value);
      }
    }
    return fields.toString();
  }

  private String key() {
    return choice.of("\"x\"", "true", "false", "0.5", "\"key\"", "print", "1e300", "\"\"", "-1.5");
  }

  private String element(Kind kind, int depth) {
    if (choice.percent(50)) {
      return "(" + list(depth) + ")[" + choice.between(1, 4) + "]";
    }
    String name = variable(Kind.TABLE);
    String table = name != null ? name : "(" + table(depth) + ")";
    String element = table + (choice.percent(70) ? "." + Scope.anyName(choice) : "[" + key() + "]");
    return kind == Kind.ANY ? element : "(" + element + " or " + of(kind, 0) + ")";
  }

  // ---- functions

  private String function(int depth) {
    String name = variable(Kind.FUNCTION);
    if (name != null && choice.percent(60)) {
      return name;
    }
    return functionReturning(Kind.values()[choice.below(Kind.values().length)], depth);
  }

  private String functionReturning(Kind kind, int depth) {
    boolean vararg = choice.percent(25);
    Scope inner = scope.function(vararg);
    StringJoiner parameters = new StringJoiner(", ", "(", ")");
    for (int i = choice.below(3); i > 0; i--) {
      String parameter = Scope.anyName(choice);
      parameters.add(parameter);
      inner.declare(parameter, choice.percent(50) ? Kind.NUMBER : Kind.ANY, true);
    }
    if (vararg) {
      parameters.add("...");
    }
    String result = new Expressions(choice, inner).of(kind, Math.max(0, depth - 1));
    return "function" + parameters + " return " + result + " end";
  }

  private String call(Kind kind, int depth) {
    String name = variable(Kind.FUNCTION);
    if (name != null && choice.percent(50)) {
      return name + "(" + arguments(depth) + ")";
    }
    return "(" + functionReturning(kind, depth) + ")(" + arguments(depth) + ")";
  }

  /** A list of expressions, empty perhaps. */
  String arguments() {
    return arguments(1);
  }

  /** The same behind other arguments. */
  String furtherArguments() {
    String list = arguments();
    return list.isEmpty() ? "" : ", " + list;
  }

  private String arguments(int depth) {
    StringJoiner list = new StringJoiner(", ");
    for (int i = choice.below(4); i > 0; i--) {
      list.add(of(choice.percent(60) ? Kind.NUMBER : Kind.ANY, Math.max(0, depth - 1)));
    }
    if (scope.vararg() && choice.percent(15)) {
      list.add("...");
    }
    return list.toString();
  }
}
