package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;
import dev.luakit.vm.Numbers;

/**
 * Mathematical functions (section 5.6 of the manual). They come from {@link StrictMath} wherever
 * {@link Math} leaves the last digit to the machine.
 */
final class MathLibrary extends Library {
  /** Exponents beyond this are as good as infinite, either way. */
  private static final int MAX_EXPONENT = 5000;

  private static final Object[] NONE = {};

  private final RandomNumbers random = new RandomNumbers();

  private MathLibrary() {
    super(
        "abs",
        "acos",
        "asin",
        "atan",
        "atan2",
        "ceil",
        "cos",
        "cosh",
        "deg",
        "exp",
        "floor",
        "fmod",
        "frexp",
        "ldexp",
        "log",
        "log10",
        "max",
        "min",
        "modf",
        "pow",
        "rad",
        "random",
        "randomseed",
        "sin",
        "sinh",
        "sqrt",
        "tan",
        "tanh");
  }

  static void open(LuaTable table) {
    new MathLibrary().install(table);
    // The name of fmod in Lua 5.0, which 5.1 still knows.
    table.set("mod", table.get("fmod"));
    table.set("pi", Math.PI);
    table.set("huge", Double.POSITIVE_INFINITY);
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    return switch (function) {
      case 4 -> angle(arguments);
      case 11 -> remainder(arguments);
      case 13 -> scaled(arguments);
      case 16 -> max(arguments);
      case 17 -> min(arguments);
      case 19 -> power(arguments);
      case 21 -> random(arguments);
      case 22 -> {
        random.seed(arguments.integer(1));
        yield NONE;
      }
      default -> call(function, arguments.number(1));
    };
  }

  @Override
  protected Object callQuickly(
      LuaState state, int function, int count, Object a, Object b, Object c) {
    if (a instanceof Double x) {
      if (count == 1) {
        return switch (function) {
          case 10 -> Math.floor(x);
          case 0 -> Math.abs(x);
          case 25 -> Math.sqrt(x);
          case 4, 11, 13, 19, 21, 22 -> NOT_QUICK;
          case 16, 17 -> a;
          default -> call(function, x);
        };
      }
      if (count == 2 && b instanceof Double y) {
        return switch (function) {
          case 16 -> y > x ? b : a;
          case 17 -> y < x ? b : a;
          case 11 -> x % y;
          default -> NOT_QUICK;
        };
      }
    }
    return function == 21 && count == 0 ? random.next() : NOT_QUICK;
  }

  /** The functions of one number. */
  private static Object call(int function, double x) {
    return switch (function) {
      case 0 -> Math.abs(x);
      case 1 -> StrictMath.acos(x);
      case 2 -> StrictMath.asin(x);
      case 3 -> StrictMath.atan(x);
      case 5 -> Math.ceil(x);
      case 6 -> StrictMath.cos(x);
      case 7 -> StrictMath.cosh(x);
      case 8 -> x / (Math.PI / 180);
      case 9 -> StrictMath.exp(x);
      case 10 -> Math.floor(x);
      case 12 -> fractionAndExponent(x);
      case 14 -> StrictMath.log(x);
      case 15 -> StrictMath.log10(x);
      case 18 -> integerAndFraction(x);
      case 20 -> x * (Math.PI / 180);
      case 23 -> StrictMath.sin(x);
      case 24 -> StrictMath.sinh(x);
      case 25 -> Math.sqrt(x);
      case 26 -> StrictMath.tan(x);
      default -> StrictMath.tanh(x);
    };
  }

  // Of two arguments the second is checked first: so do the compilers that C is built with.

  private static double angle(Arguments arguments) {
    double x = arguments.number(2);
    return StrictMath.atan2(arguments.number(1), x);
  }

  private static double remainder(Arguments arguments) {
    double divisor = arguments.number(2);
    return arguments.number(1) % divisor;
  }

  private static double scaled(Arguments arguments) {
    long exponent = arguments.integer(2);
    return Math.scalb(arguments.number(1), Math.clamp(exponent, -MAX_EXPONENT, MAX_EXPONENT));
  }

  private static double power(Arguments arguments) {
    double exponent = arguments.number(2);
    return Numbers.power(arguments.number(1), exponent);
  }

  /** {@code x = f * 2^e} with f from 0.5 up to but not including 1. */
  private static Object[] fractionAndExponent(double x) {
    if (x == 0 || !Double.isFinite(x)) {
      return new Object[] {x, 0.0};
    }
    int exponent = Math.getExponent(x) + 1;
    double scaled = x;
    if (Math.abs(x) < Double.MIN_NORMAL) {
      scaled = x * 0x1p54;
      exponent = Math.getExponent(scaled) + 1 - 54;
      return new Object[] {Math.scalb(scaled, -(exponent + 54)), (double) exponent};
    }
    return new Object[] {Math.scalb(scaled, -exponent), (double) exponent};
  }

  private static Object[] integerAndFraction(double x) {
    double integer = x < 0 ? Math.ceil(x) : Math.floor(x);
    double fraction = Double.isInfinite(x) ? 0 : x - integer;
    // Both parts have the sign of the whole, which the difference loses where it is zero.
    return new Object[] {integer, Math.copySign(fraction, x)};
  }

  private static Object max(Arguments arguments) {
    double max = arguments.number(1);
    for (int i = 2; i <= arguments.count(); i++) {
      double number = arguments.number(i);
      if (number > max) {
        max = number;
      }
    }
    return max;
  }

  private static Object min(Arguments arguments) {
    double min = arguments.number(1);
    for (int i = 2; i <= arguments.count(); i++) {
      double number = arguments.number(i);
      if (number < min) {
        min = number;
      }
    }
    return min;
  }

  private Object random(Arguments arguments) {
    // The reference implementation, too, draws a number before it looks at the arguments.
    double fraction = random.next();
    switch (arguments.count()) {
      case 0 -> {
        return fraction;
      }
      case 1 -> {
        double high = arguments.integer(1);
        if (high < 1) {
          throw arguments.error(1, "interval is empty");
        }
        return between(1, high, fraction);
      }
      case 2 -> {
        double low = arguments.integer(1);
        double high = arguments.integer(2);
        if (low > high) {
          throw arguments.error(2, "interval is empty");
        }
        return between(low, high, fraction);
      }
      default -> throw arguments.error("wrong number of arguments");
    }
  }

  private static double between(double low, double high, double fraction) {
    // Rounding can reach the bound where the interval is wider than doubles are exact.
    return Math.min(high, Math.floor(fraction * (high - low + 1)) + low);
  }
}
