package dev.luakit.stdlib.differential;

/** Constants, as they stand in the source. */
final class Literals {
  private static final String[] NUMBERS =
      ("1 2 3 5 7 10 100 255 256 65536 0.5 .25 1.5 3. 3.14159 0.1 1e3 1E-2 1e15 123456789012345 "
              + "1e16 1e100 1e300 1.7976931348623157e308 2147483647 2147483648 4294967296 "
              + "9007199254740991 9007199254740993 0x10 0XfF 0xffffffff")
          .split(" ");

  /** They need not be numbers, but might be taken for one. */
  private static final String[] NUMBERLIKE =
      ("10| 10 |0x1F|0X10|1e2|0x|1e|e1|| |10a|1 0|-7|-"
              + " 7|+3|.5|5.|.|0x1p4|0x.8|0x1p|inf|-inf|infinity|1e400|-1e400|1e-400|10\0|\0|10\0x|"
              + " 0x10\n"
              + "|\t12\n"
              + "|\u000b4\f\r"
              + "|--1|1_0|1,5|1..2|1e+5"
              + "|1e-5|1e+|0b1|0x-1|-0x10|-0x|+0x1|9007199254740993|0.1e1|00012|0xG|1f|1d|1L"
              + "|0x1f.8p-2|99999999999999999999|0xffffffffffffffffff|\u00a05|5\u00a0|infinit|n|i"
              + "|1e1000000|1e-1000000|123456789012345678901e-5")
          .split("[|]");

  private static final String[] TEXTS =
      ("|a|b|abc|x|hello world|a\0b|%|\u00ff|Hello|\n|1,2,3|key|__index|\r\n|\"quoted\"|\\|n")
          .split("[|]");

  private Literals() {}

  static String number(Choice choice) {
    return choice.percent(50) ? Integer.toString(choice.between(1, 9)) : choice.of(NUMBERS);
  }

  static String text(Choice choice) {
    return quote(choice.of(TEXTS));
  }

  static String numberlike(Choice choice) {
    return quote(choice.of(NUMBERLIKE));
  }

  /** Any value, also one that is hard to do anything with. */
  static String value(Choice choice) {
    return switch (choice.below(20)) {
      case 0 -> "nil";
      case 1 -> "true";
      case 2 -> "false";
      case 3, 4 -> text(choice);
      case 5, 6, 7 -> numberlike(choice);
      case 8 -> "{}";
      case 9 -> "{1, 2, 3}";
      case 10 -> "object('" + choice.of("p", "q") + "', " + choice.between(1, 3) + ")";
      case 11 -> "math.floor";
      case 12 -> "function(...) return ... end";
      case 13 -> "(0x7fffffff + " + choice.of("1", "0.5") + ")";
      case 14 -> choice.of("inf", "-inf", "nan", "id(0)", "5e-324", "2.2250738585072014e-308");
      case 15, 16 -> "-" + number(choice);
      default -> number(choice);
    };
  }

  /** Any value, whose numbers are small: others are cast to a C int differently by machines. */
  static String small(Choice choice) {
    return switch (choice.below(10)) {
      case 0 ->
          choice.of("nil", "true", "false", "{}", "{1, 2}", "math.floor", "object(\"p\", 1)", "id");
      case 1 -> text(choice);
      case 2 -> choice.of("\"2\"", "\" 3 \"", "\"0x2\"", "\"1e1\"", "\"-1\"", "\"2x\"", "\"\"");
      case 3 -> choice.of("1.9", "-1.9", "0.5", "2.0", "id(0)", "-0.5");
      default -> Integer.toString(choice.between(-5, 20));
    };
  }

  /** The bytes as a literal of one line. */
  static String quote(String bytes) {
    StringBuilder literal = new StringBuilder("\"");
    for (int i = 0; i < bytes.length(); i++) {
      char c = bytes.charAt(i);
      if (c == '"' || c == '\\') {
        literal.append('\\').append(c);
      } else if (c == '\n') {
        literal.append("\\n");
      } else if (c < ' ' || c > '~') {
        literal.append('\\').append(c < 10 ? "00" : c < 100 ? "0" : "").append(c & 0xff);
      } else {
        literal.append(c);
      }
    }
    return literal.append('"').toString();
  }
}
