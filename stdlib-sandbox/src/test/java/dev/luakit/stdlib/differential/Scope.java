package dev.luakit.stdlib.differential;

import java.util.ArrayList;
import java.util.List;

/** The variables that are visible at a place of a program. */
final class Scope {
  /**
   * @param assignable false where an assignment could keep a loop from ending
   */
  record Variable(String name, Kind kind, boolean assignable) {}

  /** Few names, so that variables shadow each other. */
  private static final String[] NAMES = {
    "a", "b", "c", "i", "k", "n", "p", "q", "s", "t", "u", "v", "x", "y", "z"
  };

  private final Scope outer;
  private final List<Variable> variables = new ArrayList<>();

  /** Whether {@code ...} may be written here. */
  private final boolean vararg;

  private Scope(Scope outer, boolean vararg) {
    this.outer = outer;
    this.vararg = vararg;
  }

  static Scope ofChunk() {
    return new Scope(null, true);
  }

  Scope block() {
    return new Scope(this, vararg);
  }

  Scope function(boolean vararg) {
    return new Scope(this, vararg);
  }

  boolean vararg() {
    return vararg;
  }

  static String anyName(Choice choice) {
    return choice.of(NAMES);
  }

  void declare(String name, Kind kind, boolean assignable) {
    variables.add(new Variable(name, kind, assignable));
  }

  /** A visible variable of that kind, or {@code null}. */
  Variable pick(Kind kind, boolean assignable, Choice choice) {
    List<Variable> candidates = new ArrayList<>();
    List<String> seen = new ArrayList<>();
    for (Scope scope = this; scope != null; scope = scope.outer) {
      for (Variable variable : scope.variables.reversed()) {
        boolean shadowed = seen.contains(variable.name());
        seen.add(variable.name());
        boolean suits = kind == Kind.ANY || variable.kind() == kind;
        if (!shadowed && suits && (variable.assignable() || !assignable)) {
          candidates.add(variable);
        }
      }
    }
    return candidates.isEmpty() ? null : candidates.get(choice.below(candidates.size()));
  }
}
