package dev.luakit.stdlib;

import dev.luakit.vm.DecimalRounding;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point numbers as C's {@code printf} writes them, rounded from their exact value. */
final class FloatText {
  /** Integers up to here are written by way of {@code long}. */
  private static final double EXACT_INTEGERS = 0x1p53;

  private FloatText() {}

  /**
   * Writes a number.
   *
   * @param number finite and not negative
   * @param conversion {@code e}, {@code f} or {@code g}
   * @param alternative whether the point and trailing zeros always stand
   */
  static String of(double number, char conversion, int precision, boolean alternative) {
    return switch (conversion) {
      case 'f' -> fixed(number, precision, alternative);
      case 'e' -> scientific(number, precision, alternative);
      default -> general(number, Math.max(precision, 1), alternative);
    };
  }

  private static String fixed(double number, int precision, boolean alternative) {
    String digits;
    long scaled = DecimalRounding.scale(number, precision);
    if (scaled >= 0) {
      digits = withPoint(scaled, precision);
    } else if (number < EXACT_INTEGERS && number == (long) number) {
      digits = Long.toString((long) number);
      if (precision > 0) {
        digits = digits + "." + "0".repeat(precision);
      }
    } else {
      digits = new BigDecimal(number).setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
    }
    return alternative && precision == 0 ? digits + "." : digits;
  }

  /** {@code scaled / 10^precision}. */
  private static String withPoint(long scaled, int precision) {
    String digits = Long.toString(scaled);
    if (precision == 0) {
      return digits;
    }
    int point = digits.length() - precision;
    StringBuilder text = new StringBuilder(Math.max(digits.length(), precision + 1) + 1);
    if (point > 0) {
      text.append(digits, 0, point).append('.').append(digits, point, digits.length());
    } else {
      text.append("0.").repeat('0', -point).append(digits);
    }
    return text.toString();
  }

  private static String scientific(double number, int precision, boolean alternative) {
    Decimal decimal = Decimal.round(number, precision + 1);
    return scientific(decimal.digits, decimal.exponent, alternative);
  }

  private static String scientific(String digits, int exponent, boolean alternative) {
    StringBuilder text = new StringBuilder(digits.length() + 6);
    text.append(digits.charAt(0));
    if (digits.length() > 1 || alternative) {
      text.append('.').append(digits, 1, digits.length());
    }
    int size = Math.abs(exponent);
    text.append('e').append(exponent < 0 ? '-' : '+');
    if (size < 10) {
      text.append('0');
    }
    return text.append(size).toString();
  }

  private static String general(double number, int precision, boolean alternative) {
    Decimal decimal = Decimal.round(number, precision);
    String digits = alternative ? decimal.digits : withoutTrailingZeros(decimal.digits);
    int exponent = decimal.exponent;
    if (exponent < -4 || exponent >= precision) {
      return scientific(digits, exponent, alternative);
    }
    StringBuilder text = new StringBuilder(digits);
    if (exponent < 0) {
      return text.insert(0, "0." + "0".repeat(-exponent - 1)).toString();
    }
    if (digits.length() <= exponent) {
      text.repeat('0', exponent + 1 - digits.length());
    }
    if (text.length() > exponent + 1 || alternative) {
      text.insert(exponent + 1, '.');
    }
    return text.toString();
  }

  private static String withoutTrailingZeros(String digits) {
    int length = digits.length();
    while (length > 1 && digits.charAt(length - 1) == '0') {
      length--;
    }
    return digits.substring(0, length);
  }

  /**
   * A number rounded to a count of digits.
   *
   * @param digits the first of them is not 0, unless all are
   * @param exponent the power of ten of the first digit
   */
  private record Decimal(String digits, int exponent) {
    static Decimal round(double number, int count) {
      if (number == 0) {
        return new Decimal("0".repeat(count), 0);
      }
      if (count <= DecimalRounding.MAX_DIGITS) {
        int exponent = DecimalRounding.exponent(number, count);
        if (exponent != Integer.MIN_VALUE) {
          long digits = DecimalRounding.scale(number, count - 1 - exponent);
          return new Decimal(Long.toString(digits), exponent);
        }
      }
      BigDecimal rounded =
          new BigDecimal(number).round(new MathContext(count, RoundingMode.HALF_EVEN));
      String digits = rounded.unscaledValue().toString();
      int exponent = digits.length() - 1 - rounded.scale();
      if (digits.length() < count) {
        digits = digits + "0".repeat(count - digits.length());
      }
      return new Decimal(digits, exponent);
    }
  }
}
