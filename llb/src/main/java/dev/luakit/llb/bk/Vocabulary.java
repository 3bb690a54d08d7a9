package dev.luakit.llb.bk;

import java.util.LinkedHashSet;
import java.util.Set;

/** The names that the library declares, for whoever explains a script's mistakes. */
public final class Vocabulary {
  /** The functions of {@code bk}, by their plain names. */
  public static final Set<String> FUNCTIONS = names(false);

  /** The methods of states, by their plain names. */
  public static final Set<String> METHODS = names(true);

  /** The functions of {@code prelude} that take a state, as some look for among its methods. */
  public static final Set<String> PRELUDE =
      Set.of(
          "apt",
          "apk",
          "pip",
          "npm",
          "go",
          "maven",
          "cargo",
          "user",
          "copy_from",
          "link",
          "parallel",
          "checks",
          "after",
          "layer",
          "squash",
          "flatten");

  private Vocabulary() {}

  private static Set<String> names(boolean methods) {
    Set<String> names = new LinkedHashSet<>();
    for (Signature signature : Declarations.functions()) {
      if (signature.isMethod() == methods) {
        names.add(signature.name());
      }
    }
    return names;
  }

  /**
   * The position of a parameter among those that a script writes in parentheses, from 0.
   *
   * @param function its name as messages have it, such as {@code state:run}
   * @return -1 where there is none
   */
  public static int position(String function, String parameter) {
    for (Signature signature : Declarations.functions()) {
      if (!signature.qualifiedName().equals(function)) {
        continue;
      }
      for (int i = 0; i < signature.parameters().size(); i++) {
        if (signature.parameters().get(i).name().equals(parameter)) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * How a function is called, such as {@code s:copy(from, src, dest, options)}.
   *
   * @param function its name as messages have it, such as {@code state:copy}
   * @return {@code null} where there is none of that name
   */
  public static String usage(String function) {
    for (Signature signature : Declarations.functions()) {
      if (!signature.qualifiedName().equals(function)) {
        continue;
      }
      StringBuilder usage = new StringBuilder();
      usage.append(signature.isMethod() ? "s:" : "bk.").append(signature.name()).append('(');
      String comma = "";
      for (Parameter<?> parameter : signature.parameters()) {
        usage.append(comma).append(parameter.name());
        comma = ", ";
      }
      if (signature.variadic()) {
        usage.append(", ...");
      } else if (!signature.options().isEmpty()) {
        usage.append(comma).append("options");
      }
      return usage.append(')').toString();
    }
    return null;
  }

  /** Whether a function of {@code bk} returns a state. */
  public static boolean makesState(String function) {
    for (Signature signature : Declarations.functions()) {
      if (!signature.isMethod() && signature.name().equals(function)) {
        return signature.returns().equals("bk.State");
      }
    }
    return false;
  }
}
