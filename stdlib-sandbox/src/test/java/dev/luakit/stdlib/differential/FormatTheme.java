package dev.luakit.stdlib.differential;

/** Random directives of {@code string.format}. */
final class FormatTheme implements Theme {
  @Override
  public String snippet(Choice choice) {
    StringBuilder text = new StringBuilder();
    for (int i = choice.between(2, 6); i > 0; i--) {
      text.append(call(choice)).append('\n');
    }
    return text.toString();
  }

  private static String call(Choice choice) {
    StringBuilder format = new StringBuilder();
    StringBuilder arguments = new StringBuilder();
    for (int i = choice.between(1, 3); i > 0; i--) {
      format.append(choice.of("", "", " ", "x=", "%%", "\0", "-"));
      char conversion = choice.charOf("diucxXoeEfgGqsssdgf");
      if (choice.percent(3)) {
        conversion = choice.charOf("aApnhlLy \0%*$");
      }
      String modifiers = modifiers(choice);
      if (conversion == 'g' || conversion == 'G') {
        // glibc forgets the zeros that # asks for where rounding adds a digit.
        modifiers = modifiers.replace("#", "");
      }
      format.append('%').append(modifiers).append(conversion);
      if (!choice.percent(4)) {
        arguments.append(", ").append(argument(conversion, choice));
      }
    }
    return "show(pcall(string.format, " + Literals.quote(format.toString()) + arguments + "))";
  }

  private static String modifiers(Choice choice) {
    StringBuilder modifiers = new StringBuilder();
    while (choice.percent(30)) {
      modifiers.append(choice.charOf("-+ #0"));
    }
    if (choice.percent(40)) {
      modifiers.append(choice.of("1", "5", "10", "20", "99", "100", "3"));
    }
    if (choice.percent(40)) {
      modifiers.append('.').append(choice.of("", "0", "1", "3", "10", "20", "99", "100"));
    }
    return modifiers.toString();
  }

  /** For integers only what a C integer holds: beyond that the machine decides. */
  private static String argument(char conversion, Choice choice) {
    if (choice.percent(10)) {
      return choice.of(
          "\"12\"", "\" 0x10 \"", "\"abc\"", "nil", "true", "{}", "\"\"", "\"1e1\"", "print", "7");
    }
    return switch (conversion) {
      case 'c' -> Integer.toString(choice.between(0, 300));
      case 'd', 'i', 'u', 'x', 'X', 'o' ->
          choice.of(
              "id(0)",
              "1",
              "-1",
              "7.9",
              "-7.9",
              "255",
              "65535",
              "123456789",
              "2147483648",
              "-2147483649",
              "9007199254740991",
              "-9007199254740991",
              "4294967295",
              "1e15",
              "0.5",
              "-0.5");
      case 's', 'q' ->
          choice.percent(80)
              ? Literals.text(choice)
              : choice.of("(\"ab\"):rep(60)", "1.5", "(\"\\0x\"):rep(60)", "1e100", "-12");
      default -> floating(choice);
    };
  }

  private static String floating(Choice choice) {
    return switch (choice.below(6)) {
      case 0 ->
          choice.of(
              "id(0)",
              "-id(0)",
              "1",
              "-1",
              "0.5",
              "1.5",
              "2.5",
              "0.1",
              "100",
              "1e15",
              "1e16",
              "1e21",
              "1e100",
              "1.7976931348623157e308",
              "5e-324",
              "2.2250738585072014e-308",
              "inf",
              "-inf",
              "123456.5",
              "0.00001",
              "9.9999995",
              "999999.5",
              "0.000099999995");
      case 1 -> Double.toString(choice.between(-1_000_000, 1_000_000) / 64.0);
      case 2 -> Double.toString(choice.between(-1_000_000, 1_000_000) / 1000.0);
      default -> Doubles.any(choice);
    };
  }
}
