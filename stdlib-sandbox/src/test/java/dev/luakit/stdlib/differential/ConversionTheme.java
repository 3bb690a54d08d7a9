package dev.luakit.stdlib.differential;

/** Numbers as text, and text as numbers. */
final class ConversionTheme implements Theme {
  private static final String DIGITS = "0123456789abcdefzZ";

  @Override
  public String snippet(Choice choice) {
    StringBuilder text = new StringBuilder();
    for (int i = choice.between(3, 8); i > 0; i--) {
      text.append(line(choice)).append('\n');
    }
    return text.toString();
  }

  private static String line(Choice choice) {
    String number = Doubles.any(choice);
    return switch (choice.below(8)) {
      case 0 -> "show(tostring(" + number + "), " + number + " .. \"\")";
      case 1 -> "show(tonumber(tostring(" + number + ")), (\"%.17g\"):format(" + number + "))";
      case 2 -> "show(tonumber(" + Literals.numberlike(choice) + "))";
      case 3 -> "show(pcall(function() return " + Literals.numberlike(choice) + " + 1 end))";
      case 4, 5 -> "show(pcall(tonumber, " + digits(choice) + ", " + base(choice) + "))";
      case 6 -> "show(pcall(tonumber, " + Literals.value(choice) + radix(choice) + "))";
      default -> "show(tonumber(" + Literals.quote(decimal(choice)) + "))";
    };
  }

  private static String radix(Choice choice) {
    return choice.percent(50) ? ", " + base(choice) : "";
  }

  private static String base(Choice choice) {
    return choice.percent(85)
        ? Integer.toString(choice.between(2, 36))
        : choice.of("0", "1", "37", "-1", "\"16\"", "10.9", "nil", "\"x\"", "16", "16");
  }

  private static String digits(Choice choice) {
    StringBuilder text = new StringBuilder(choice.of("", "", "", " ", "\t", "\n "));
    text.append(choice.of("", "", "", "-", "+", "0x", "0X", "-0x"));
    int alphabet = choice.of("2", "10", "10", "18").equals("2") ? 2 : choice.between(8, 18);
    for (int i = choice.below(choice.percent(10) ? 30 : 8); i > 0; i--) {
      text.append(DIGITS.charAt(choice.below(alphabet)));
    }
    return Literals.quote(text.append(choice.of("", "", "", " ", "\n", "\0", ".", "x")).toString());
  }

  /** Digits enough to make rounding difficult. */
  private static String decimal(Choice choice) {
    StringBuilder text = new StringBuilder(choice.of("", "-", "+", " "));
    for (int i = choice.between(1, 30); i > 0; i--) {
      text.append(choice.charOf("0123456789"));
    }
    text.insert(choice.between(1, text.length()), choice.of(".", ""));
    if (choice.percent(60)) {
      text.append(choice.of("e", "E")).append(choice.between(-340, 320));
    }
    return text.toString();
  }
}
