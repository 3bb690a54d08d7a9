package dev.luakit.stdlib.differential;

/** Random patterns on random subjects. */
final class PatternTheme implements Theme {
  private static final String SUBJECT = "aabbc 1,2(x)[]%.-\0\nABz_=\u00e9";

  @Override
  public String snippet(Choice choice) {
    StringBuilder text = new StringBuilder();
    for (int i = choice.between(2, 6); i > 0; i--) {
      text.append(call(choice)).append('\n');
    }
    return text.toString();
  }

  private static String call(Choice choice) {
    String subject = Literals.quote(subject(choice));
    String pattern = Literals.quote(pattern(choice));
    String both = subject + ", " + pattern;
    return switch (choice.below(8)) {
      case 0, 1 -> protect("string.find", both + position(choice));
      case 2, 3 -> protect("string.match", both + position(choice));
      case 4 ->
          "show(pcall(function() for a, b, c in string.gmatch("
              + both
              + ") do show(a, b, c) end end))";
      default -> protect("string.gsub", both + ", " + replacement(choice) + limit(choice));
    };
  }

  private static String protect(String function, String arguments) {
    return "show(pcall(" + function + ", " + arguments + "))";
  }

  private static String position(Choice choice) {
    return switch (choice.below(6)) {
      case 0 -> ", " + choice.between(-6, 12);
      case 1 -> ", " + choice.between(-6, 12) + ", " + choice.of("true", "false", "1");
      default -> "";
    };
  }

  private static String limit(Choice choice) {
    return choice.percent(25) ? ", " + choice.between(-1, 4) : "";
  }

  private static String subject(Choice choice) {
    StringBuilder subject = new StringBuilder();
    for (int i = choice.below(16); i > 0; i--) {
      // Mostly few different characters, so that there are repetitions to match.
      subject.append(choice.percent(60) ? choice.charOf("ab") : choice.charOf(SUBJECT));
    }
    return subject.toString();
  }

  private static String pattern(Choice choice) {
    StringBuilder pattern = new StringBuilder(choice.percent(15) ? "^" : "");
    int open = 0;
    int captures = 0;
    for (int i = choice.between(0, 5); i > 0; i--) {
      if (choice.percent(20)) {
        pattern.append('(');
        open++;
        captures++;
      }
      pattern.append(item(choice, captures));
      if (open > 0 && choice.percent(50)) {
        pattern.append(')');
        open--;
      }
    }
    pattern.append(")".repeat(open));
    if (choice.percent(10)) {
      pattern.append('$');
    }
    if (choice.percent(8) && !pattern.isEmpty()) {
      // A mistake: a character too much or too few.
      int at = choice.below(pattern.length());
      if (choice.percent(50)) {
        pattern.deleteCharAt(at);
      } else {
        pattern.insert(at, choice.charOf("%([])^$*+-?.\0bf19"));
      }
    }
    return pattern.toString();
  }

  private static String item(Choice choice, int captures) {
    return switch (choice.below(20)) {
      case 0 -> "()";
      case 1 -> "%b" + choice.of("()", "[]", "ab", "aa", "xy");
      case 2 -> "%f" + set(choice);
      case 3 -> captures > 0 ? "%" + choice.between(1, captures) : "%" + choice.between(0, 9);
      case 4, 5, 6 -> single(choice);
      default -> single(choice) + choice.of("*", "+", "-", "?", "");
    };
  }

  private static String single(Choice choice) {
    return switch (choice.below(10)) {
      case 0, 1 -> ".";
      case 2, 3 -> "%" + choice.charOf("acdlpsuwxzACDLPSUWXZ");
      case 4 -> "%" + choice.charOf("%.()[]^$-+*?_=\u00e9");
      case 5, 6 -> set(choice);
      case 7 -> String.valueOf(choice.charOf(" ,=_z1-]"));
      default -> String.valueOf(choice.charOf("ab"));
    };
  }

  private static String set(Choice choice) {
    StringBuilder set = new StringBuilder(choice.percent(30) ? "[^" : "[");
    for (int i = choice.between(1, 3); i > 0; i--) {
      set.append(
          choice.of(
              "a",
              "b",
              "a-c",
              "0-9",
              "%d",
              "%s",
              "%a",
              "%]",
              "%-",
              "-",
              "]",
              "^",
              "a-",
              "%w",
              ".",
              "c-a",
              "%%",
              "A-Z",
              "\u0080-\u00ff",
              "a-%z",
              "%a-z",
              "(",
              ","));
    }
    return set.append(']').toString();
  }

  private static String replacement(Choice choice) {
    return switch (choice.below(8)) {
      case 0 -> "{a = \"A\", b = 1, [\"\"] = \"-\", ab = false, aa = true}";
      case 1 -> "function(...) show(...) return " + result(choice) + " end";
      case 2 -> Literals.value(choice);
      case 3 -> "setmetatable({}, {__index = function(t, k) return text(k) .. \"!\" end})";
      default -> Literals.quote(replacementText(choice));
    };
  }

  private static String result(Choice choice) {
    return choice.of("nil", "false", "\"<\" .. text(...) .. \">\"", "12", "true", "{}", "...", "");
  }

  private static String replacementText(Choice choice) {
    StringBuilder text = new StringBuilder();
    for (int i = choice.below(4); i > 0; i--) {
      text.append(choice.of("x", "%0", "%1", "%2", "%%", "-", "\0", "%9", "%a", "%"));
    }
    return text.toString();
  }
}
