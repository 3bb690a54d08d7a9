package dev.luakit.stdlib.differential;

/** Literals and comments, from characters that mean something in them. */
final class LexicalTheme implements Theme {
  private static final String IN_STRINGS = "abnrtv\\\\\\\\\\\\\"'0129\n\r\u00e9z[]=-x ";
  private static final String IN_NUMBERS = "0123456789...eEeE+-xXpPabfgz__ ";
  private static final String IN_BRACKETS = "[[[]]]==ab\n\r-\\ ";

  @Override
  public String snippet(Choice choice) {
    StringBuilder text = new StringBuilder();
    for (int i = choice.between(2, 6); i > 0; i--) {
      String chunk = Literals.quote(chunk(choice));
      text.append("local chunk, problem = loadstring(").append(chunk).append(", \"=chunk\")\n");
      text.append("show(problem, chunk and pcall(chunk))\n");
    }
    return text.toString();
  }

  private static String chunk(Choice choice) {
    return switch (choice.below(6)) {
      case 0, 1 -> "return \"" + from(IN_STRINGS, choice) + "\", 1";
      case 2 -> "return " + choice.of("", "0x", ".", "-") + from(IN_NUMBERS, choice) + " , 1";
      case 3 -> "return [" + from("==[", choice) + from(IN_BRACKETS, choice) + "]]";
      case 4 -> "return 1 --" + from(IN_BRACKETS, choice) + "\n, 2";
      default -> "return " + from(IN_STRINGS + IN_NUMBERS + IN_BRACKETS, choice);
    };
  }

  private static String from(String alphabet, Choice choice) {
    StringBuilder text = new StringBuilder();
    for (int i = choice.below(8); i > 0; i--) {
      text.append(choice.charOf(alphabet));
    }
    return text.toString();
  }
}
