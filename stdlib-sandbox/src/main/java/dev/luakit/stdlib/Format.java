package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.LuaError;

/** One call of {@code string.format}: what C's {@code printf} writes, to the byte. */
final class Format {
  private static final String FLAGS = "-+ #0";

  /** A string of this length without a precision is not padded: no width is that wide. */
  private static final int LONG_STRING = 100;

  /** What the values of a usual format take beyond its directives. */
  private static final int ROOM_FOR_VALUES = 24;

  private static final int BATCH = 1000;

  /** Characters that are quoted, and percent signs, in about the time of an instruction. */
  private static final int ESCAPES_PER_STEP = 2;

  private static final double TWO_TO_63 = 0x1p63;

  private final Arguments arguments;
  private final String format;
  private final TextBuffer result;
  private int at;
  private int argument = 1;

  /** Characters written for others that were not accounted for yet. */
  private int escapes;

  // The directive that is being written.
  private boolean left;
  private boolean plus;
  private boolean space;
  private boolean alternative;
  private boolean zero;
  private int width;

  /** Digits behind the point, or -1 where the directive does not say. */
  private int precision;

  Format(Arguments arguments) {
    this.arguments = arguments;
    format = arguments.string(1);
    result = new TextBuffer(arguments.state().memory(), format.length() + ROOM_FOR_VALUES);
  }

  Object run() {
    while (true) {
      int percent = format.indexOf('%', at);
      if (percent < 0) {
        break;
      }
      result.append(format, at, percent);
      at = percent + 1;
      if (charAt(at) == '%') {
        result.append('%');
        at++;
        countEscape();
      } else {
        directive();
      }
    }
    return result.append(format, at, format.length()).finish();
  }

  private char charAt(int index) {
    return index < format.length() ? format.charAt(index) : '\0';
  }

  private void directive() {
    if (++argument > arguments.count()) {
      throw arguments.error(argument, "no value");
    }
    scan();
    char conversion = charAt(at++);
    switch (conversion) {
      case 'c' -> character();
      case 'd', 'i' -> signed();
      case 'o' -> unsigned(8, "0", false);
      case 'u' -> unsigned(10, "", false);
      case 'x' -> unsigned(16, "0x", false);
      case 'X' -> unsigned(16, "0X", true);
      case 'e', 'f', 'g' -> floating(conversion, false);
      case 'E', 'G' -> floating((char) (conversion | 0x20), true);
      case 'q' -> quoted();
      case 's' -> string();
      // A zero byte ends the text of the message in C.
      default ->
          throw arguments.error(
              "invalid option '%" + (conversion == 0 ? "" : conversion) + "' to 'format'");
    }
  }

  /** Reads flags, width and precision. */
  private void scan() {
    left = plus = space = alternative = zero = false;
    int flags = at;
    while (at < format.length() && FLAGS.indexOf(format.charAt(at)) >= 0) {
      switch (format.charAt(at++)) {
        case '-' -> left = true;
        case '+' -> plus = true;
        case ' ' -> space = true;
        case '#' -> alternative = true;
        default -> zero = true;
      }
    }
    if (at - flags > FLAGS.length()) {
      throw invalid("repeated flags");
    }
    width = twoDigits();
    precision = -1;
    if (charAt(at) == '.') {
      at++;
      precision = twoDigits();
    }
    if (CharacterClass.isDigit(charAt(at))) {
      throw invalid("width or precision too long");
    }
  }

  private LuaError invalid(String what) {
    return arguments.error("invalid format (" + what + ")");
  }

  private int twoDigits() {
    int value = 0;
    for (int i = 0; i < 2 && CharacterClass.isDigit(charAt(at)); i++) {
      value = value * 10 + charAt(at++) - '0';
    }
    return value;
  }

  // ---- padding

  private void padded(String text) {
    int padding = width - text.length();
    if (!left) {
      result.append(' ', padding);
    }
    result.append(text);
    if (left) {
      result.append(' ', padding);
    }
  }

  /** Writes a number; zeros as padding stand behind its sign or prefix. */
  private void number(String sign, String digits, boolean zeros) {
    if (zeros && !left) {
      result.append(sign);
      result.append('0', width - sign.length() - digits.length());
      result.append(digits);
    } else {
      padded(sign + digits);
    }
  }

  private String sign(boolean negative) {
    return negative ? "-" : plus ? "+" : space ? " " : "";
  }

  // ---- conversions

  private void character() {
    double number = arguments.number(argument);
    // A number that is no int becomes the least one in C, whose lowest byte is 0.
    boolean fits = number > -0x1p31 - 1 && number < 0x1p31;
    char c = (char) ((fits ? (int) number : 0) & 0xff);
    if (c != 0) {
      padded(String.valueOf(c));
    } else if (!left) {
      // The item is copied as a C string, which ends before the zero byte.
      result.append(' ', width - 1);
    }
  }

  /** A number as C casts it on common machines: what does not fit becomes the least integer. */
  private static long toLong(double number) {
    return number >= -TWO_TO_63 && number < TWO_TO_63 ? (long) number : Long.MIN_VALUE;
  }

  private static long toUnsigned(double number) {
    return number >= TWO_TO_63 ? toLong(number - TWO_TO_63) ^ Long.MIN_VALUE : toLong(number);
  }

  private void signed() {
    long value = toLong(arguments.number(argument));
    String digits = Long.toString(value);
    if (value < 0) {
      digits = digits.substring(1);
    }
    number(sign(value < 0), withPrecision(digits), zero && precision < 0);
  }

  private void unsigned(int base, String prefix, boolean upper) {
    long value = toUnsigned(arguments.number(argument));
    String digits = Long.toUnsignedString(value, base);
    if (upper) {
      digits = upperCase(digits);
    }
    digits = withPrecision(digits);
    boolean prefixed = alternative && value != 0;
    if (base == 8 && alternative) {
      // The prefix is one more digit, if there is no leading zero already.
      prefixed = !digits.startsWith("0");
    }
    if (base == 8 && prefixed) {
      digits = "0" + digits;
      prefixed = false;
    }
    number(prefixed ? prefix : "", digits, zero && precision < 0);
  }

  /** At least as many digits as the precision says; none at all for a zero of precision 0. */
  private String withPrecision(String digits) {
    if (precision == 0 && digits.equals("0")) {
      return "";
    }
    return digits.length() < precision ? "0".repeat(precision - digits.length()) + digits : digits;
  }

  private void floating(char conversion, boolean upper) {
    double number = arguments.number(argument);
    boolean negative = number < 0 || (number == 0 && 1 / number < 0) || Double.isNaN(number);
    boolean finite = Math.abs(number) <= Double.MAX_VALUE;
    String digits;
    if (finite) {
      digits =
          FloatText.of(Math.abs(number), conversion, precision < 0 ? 6 : precision, alternative);
      // The exact value may have hundreds of digits, which takes time that nothing else counts.
      arguments.state().work(digits.length());
    } else {
      // The NaN of x86 processors has its sign bit set, and C writes the sign.
      digits = Double.isNaN(number) ? "nan" : "inf";
    }
    number(sign(negative), upper ? upperCase(digits) : digits, zero && finite);
  }

  private static String upperCase(String text) {
    StringBuilder upper = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      upper.append(c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c);
    }
    return upper.toString();
  }

  private void string() {
    String text = arguments.string(argument);
    if (precision < 0 && text.length() >= LONG_STRING) {
      result.append(text);
      return;
    }
    // Here, too, C works on a string that ends at its first zero byte.
    int most = precision >= 0 ? Math.min(precision, text.length()) : text.length();
    int end = text.indexOf('\0', 0, most);
    if (end < 0) {
      end = most;
    }
    padded(text.substring(0, end));
  }

  /** A literal that Lua reads as the same string. */
  private void quoted() {
    String text = arguments.string(argument);
    result.append('"');
    int copied = 0;
    for (int i = 0; i < text.length(); i++) {
      String escape;
      switch (text.charAt(i)) {
        case '"' -> escape = "\\\"";
        case '\\' -> escape = "\\\\";
        case '\n' -> escape = "\\\n";
        case '\r' -> escape = "\\r";
        case '\0' -> escape = "\\000";
        default -> {
          continue;
        }
      }
      result.append(text, copied, i).append(escape);
      copied = i + 1;
      countEscape();
    }
    result.append(text, copied, text.length()).append('"');
  }

  private void countEscape() {
    if (++escapes == BATCH) {
      arguments.state().work(BATCH / ESCAPES_PER_STEP);
      escapes = 0;
    }
  }
}
