package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.ByteStrings;
import dev.luakit.vm.Library;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;

/** String manipulation (section 5.4 of the manual). */
final class StringLibrary extends Library {
  // The functions that are called quickly, by their places in the names.
  private static final int BYTE = 0;
  private static final int CHAR = 1;
  private static final int LEN = 6;
  private static final int SUB = 11;

  private static final String SPECIAL_CHARACTERS = "^$*+?.([%-";

  /** Bytes that become numbers in about the time of an instruction. */
  private static final int BYTES_PER_STEP = 8;

  private static final Object[] NONE = {};

  private final PatternCache patterns = new PatternCache();

  private StringLibrary() {
    super(
        "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "rep",
        "reverse", "sub", "upper");
  }

  /** Fills {@code table} and makes its functions the methods of strings. */
  static void open(LuaState state, LuaTable table) {
    new StringLibrary().install(table);
    // The name of gmatch in Lua 5.0, which 5.1 still knows.
    table.set("gfind", table.get("gmatch"));
    LuaTable metatable = new LuaTable(state.memory(), 0, 1);
    metatable.set("__index", table);
    state.setStringMetatable(metatable);
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    return switch (function) {
      case BYTE -> bytes(arguments);
      case CHAR -> characters(arguments);
      case 2 -> find(arguments);
      case 3 -> new Format(arguments).run();
      case 4 -> new MatchIterator(arguments, patterns).function(0);
      case 5 -> new Substitution(arguments, patterns).run();
      case LEN -> (double) arguments.string(1).length();
      case 7 -> lower(arguments);
      case 8 -> match(arguments);
      case 9 -> repeat(arguments);
      case 10 -> reverse(arguments);
      case SUB -> substring(arguments);
      default -> upper(arguments);
    };
  }

  @Override
  protected Object callQuickly(
      LuaState state, int function, int count, Object a, Object b, Object c) {
    if (a instanceof String string) {
      if (b instanceof Double x) {
        if (function == BYTE && count == 2) {
          return byteAt(string, x.longValue());
        }
        if (function == SUB && (count == 2 || c instanceof Double)) {
          long last = c instanceof Double y ? y.longValue() : -1;
          return substring(state, string, x.longValue(), last);
        }
      }
      return function == LEN ? (Object) (double) string.length() : NOT_QUICK;
    }
    if (function == CHAR && count == 1 && a instanceof Double code && code >= 0 && code < 256) {
      state.memory().allocateString(1);
      return ByteStrings.single(code.intValue());
    }
    return NOT_QUICK;
  }

  /** A position that may count from the end, as one that counts from the start; 0 is before it. */
  private static long fromStart(long position, int length) {
    long absolute = position < 0 ? position + length + 1 : position;
    return Math.max(absolute, 0);
  }

  private static Object byteAt(String string, long position) {
    long at = fromStart(position, string.length());
    return at < 1 || at > string.length() ? NONE : (Object) (double) string.charAt((int) at - 1);
  }

  private static Object bytes(Arguments arguments) {
    String string = arguments.string(1);
    long first = fromStart(arguments.optionalInteger(2, 1), string.length());
    long last = fromStart(arguments.optionalInteger(3, first), string.length());
    first = Math.max(first, 1);
    last = Math.min(last, string.length());
    if (first > last) {
      return NONE;
    }
    if (first == last) {
      return (double) string.charAt((int) first - 1);
    }
    long count = last - first + 1;
    if (count + arguments.count() > BaseLibrary.MAX_RESULTS) {
      throw arguments.error("stack overflow (string slice too long)");
    }
    arguments.state().work(count / BYTES_PER_STEP);
    Object[] values = new Object[(int) count];
    for (int i = 0; i < count; i++) {
      values[i] = (double) string.charAt((int) first - 1 + i);
    }
    return values;
  }

  private static Object characters(Arguments arguments) {
    byte[] bytes = newBytes(arguments, arguments.count());
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) character(arguments, i + 1);
    }
    return bytes.length == 1 ? ByteStrings.single(bytes[0] & 0xFF) : ByteStrings.fromBytes(bytes);
  }

  private static long character(Arguments arguments, int position) {
    long value = arguments.integer(position);
    if (value < 0 || value > 255) {
      throw arguments.error(position, "invalid value");
    }
    return value;
  }

  private static byte[] newBytes(Arguments arguments, int length) {
    arguments.state().memory().allocateString(length);
    return new byte[length];
  }

  private static Object lower(Arguments arguments) {
    String string = arguments.string(1);
    byte[] bytes = newBytes(arguments, string.length());
    for (int i = 0; i < bytes.length; i++) {
      char c = string.charAt(i);
      bytes[i] = (byte) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return ByteStrings.fromBytes(bytes);
  }

  private static Object upper(Arguments arguments) {
    String string = arguments.string(1);
    byte[] bytes = newBytes(arguments, string.length());
    for (int i = 0; i < bytes.length; i++) {
      char c = string.charAt(i);
      bytes[i] = (byte) (c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
    }
    return ByteStrings.fromBytes(bytes);
  }

  private static Object reverse(Arguments arguments) {
    String string = arguments.string(1);
    byte[] bytes = newBytes(arguments, string.length());
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) string.charAt(bytes.length - 1 - i);
    }
    return ByteStrings.fromBytes(bytes);
  }

  private static Object repeat(Arguments arguments) {
    String string = arguments.string(1);
    long count = arguments.integer(2);
    if (count <= 0 || string.isEmpty()) {
      return "";
    }
    long total =
        count > Long.MAX_VALUE / string.length() ? Long.MAX_VALUE : count * string.length();
    TextBuffer.allocateString(arguments.state().memory(), total);
    return string.repeat((int) count);
  }

  private static Object substring(Arguments arguments) {
    String string = arguments.string(1);
    long first = arguments.integer(2);
    return substring(arguments.state(), string, first, arguments.optionalInteger(3, -1));
  }

  private static Object substring(LuaState state, String string, long from, long to) {
    long first = Math.max(fromStart(from, string.length()), 1);
    long last = Math.min(fromStart(to, string.length()), string.length());
    if (first > last) {
      return "";
    }
    state.memory().allocateString(last - first + 1);
    return ByteStrings.substring(string, (int) first - 1, (int) last);
  }

  // ---- searching

  /** Where a search starts, counted from 0. */
  private static int searchStart(Arguments arguments, String string) {
    long start = fromStart(arguments.optionalInteger(3, 1), string.length()) - 1;
    return Math.clamp(start, 0, string.length());
  }

  private Object find(Arguments arguments) {
    String string = arguments.string(1);
    String pattern = arguments.string(2);
    int from = searchStart(arguments, string);
    arguments.state().work(pattern.length() >> 4);
    if (arguments.toBoolean(4) || isPlain(pattern)) {
      int start = PlainSearch.find(arguments.state(), string, pattern, from);
      return start < 0 ? null : new Object[] {start + 1.0, (double) (start + pattern.length())};
    }
    PatternMatcher matcher =
        new PatternMatcher(arguments, string, patterns.get(arguments.state(), pattern));
    int start = matcher.search(from);
    if (start < 0) {
      return null;
    }
    int captures = matcher.explicitCaptures();
    Object[] values = new Object[2 + captures];
    values[0] = start + 1.0;
    values[1] = (double) matcher.end();
    matcher.captures(start, values, 2, captures);
    return values;
  }

  private Object match(Arguments arguments) {
    String string = arguments.string(1);
    String pattern = arguments.string(2);
    PatternMatcher matcher =
        new PatternMatcher(arguments, string, patterns.get(arguments.state(), pattern));
    int start = matcher.search(searchStart(arguments, string));
    return start < 0 ? null : matcher.captures(start);
  }

  /** Whether a pattern has no special character; what is behind a zero byte does not count. */
  private static boolean isPlain(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\0') {
        return true;
      }
      if (SPECIAL_CHARACTERS.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }
}
