package dev.luakit.stdlib;

import dev.luakit.vm.Arguments;
import dev.luakit.vm.Library;
import dev.luakit.vm.LuaState;
import dev.luakit.vm.LuaTable;

/**
 * The operating system facilities (section 5.8 of the manual) that make sense in a build: time
 * stands still, and the environment is the build's arguments.
 */
final class OsLibrary extends Library {
  private final Variables variables;
  private final long now;

  /**
   * @param now seconds since 1970
   */
  OsLibrary(Variables variables, long now) {
    super("clock", "date", "difftime", "getenv", "time");
    this.variables = variables;
    this.now = now;
  }

  @Override
  protected Object call(int function, Arguments arguments) {
    return switch (function) {
      // No time passes while a script runs.
      case 0 -> 0.0;
      case 1 -> date(arguments);
      case 2 -> (double) arguments.integer(1) - (double) arguments.optionalInteger(2, 0);
      case 3 -> getenv(arguments);
      default -> time(arguments);
    };
  }

  private Object getenv(Arguments arguments) {
    String value = variables.value(arguments.string(1));
    if (value != null) {
      arguments.state().memory().allocateString(value.length());
    }
    return value;
  }

  private Object date(Arguments arguments) {
    LuaState state = arguments.state();
    String format = arguments.optionalString(1, "%c");
    long seconds = arguments.isNoneOrNil(2) ? now : arguments.integer(2);
    // The local time is UTC, too; only the zone's name differs.
    boolean utc = format.startsWith("!");
    if (utc) {
      format = format.substring(1);
    }
    if (!CalendarTime.isInRange(seconds)) {
      return null;
    }
    CalendarTime time = CalendarTime.of(seconds);
    if (format.equals("*t")) {
      return fields(state, time);
    }
    TextBuffer result = new TextBuffer(state.memory());
    new DateFormat(state, time, utc ? "GMT" : "UTC", result).write(format);
    return result.finish();
  }

  private static LuaTable fields(LuaState state, CalendarTime time) {
    LuaTable table = new LuaTable(state.memory(), 0, 9);
    table.set("sec", (double) time.second());
    table.set("min", (double) time.minute());
    table.set("hour", (double) time.hour());
    table.set("day", (double) time.day());
    table.set("month", (double) time.month());
    table.set("year", (double) time.year());
    table.set("wday", time.weekday() + 1.0);
    table.set("yday", time.dayOfYear() + 1.0);
    table.set("isdst", Boolean.FALSE);
    return table;
  }

  private Object time(Arguments arguments) {
    if (arguments.isNoneOrNil(1)) {
      return (double) now;
    }
    LuaTable table = arguments.table(1);
    long second = field(arguments, table, "sec", 0);
    long minute = field(arguments, table, "min", 0);
    long hour = field(arguments, table, "hour", 12);
    long day = field(arguments, table, "day", -1);
    long month = field(arguments, table, "month", -1);
    long year = field(arguments, table, "year", -1);
    arguments.state().index(table, "isdst");
    long seconds =
        CalendarTime.dayOf(year, month, day) * CalendarTime.SECONDS_PER_DAY
            + hour * 3600
            + minute * 60
            + second;
    // To C this one second before 1970 means that there is no such time.
    return seconds == -1 ? null : (Object) (double) seconds;
  }

  private static long field(Arguments arguments, LuaTable table, String name, int otherwise) {
    Object value = arguments.state().index(table, name);
    Double number = null;
    if (value instanceof Double given) {
      number = given;
    } else if (value instanceof String text) {
      number = arguments.state().parseNumber(text);
    }
    if (number != null) {
      return Math.clamp((long) number.doubleValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
    if (otherwise < 0) {
      throw arguments.error("field '" + name + "' missing in date table");
    }
    return otherwise;
  }
}
