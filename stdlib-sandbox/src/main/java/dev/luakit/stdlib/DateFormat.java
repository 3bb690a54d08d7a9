package dev.luakit.stdlib;

import dev.luakit.vm.LuaState;

/** What C's {@code strftime} writes in the C locale. */
final class DateFormat {
  private static final String[] DAYS = {
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"
  };

  private static final String[] MONTHS = {
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  };

  /** Directives that are written before they are accounted for as work. */
  private static final int BATCH = 100;

  /** Instructions that take about the time of a directive. */
  private static final int STEPS = 10;

  private final LuaState state;
  private final CalendarTime time;
  private final String zone;
  private final TextBuffer result;
  private int directives;

  DateFormat(LuaState state, CalendarTime time, String zone, TextBuffer result) {
    this.state = state;
    this.time = time;
    this.zone = zone;
    this.result = result;
  }

  /** Writes {@code format} up to its first zero byte. */
  void write(String format) {
    int zero = format.indexOf('\0');
    int end = zero < 0 ? format.length() : zero;
    for (int i = 0; i < end; i++) {
      char c = format.charAt(i);
      if (c == '%' && i + 1 < end) {
        directive(format.charAt(++i));
      } else {
        result.append(c);
      }
    }
  }

  private void directive(char c) {
    if (++directives == BATCH) {
      state.work(BATCH * STEPS);
      directives = 0;
    }
    switch (c) {
      case 'a' -> result.append(DAYS[time.weekday()], 0, 3);
      case 'A' -> result.append(DAYS[time.weekday()]);
      case 'b', 'h' -> result.append(MONTHS[time.month() - 1], 0, 3);
      case 'B' -> result.append(MONTHS[time.month() - 1]);
      case 'c' -> write("%a %b %e %H:%M:%S %Y");
      case 'C' -> padded(Math.floorDiv(time.year(), 100), 2, '0');
      case 'd' -> padded(time.day(), 2, '0');
      case 'D', 'x' -> write("%m/%d/%y");
      case 'e' -> padded(time.day(), 2, ' ');
      case 'F' -> write("%Y-%m-%d");
      case 'g' -> padded(Math.floorMod(weekYear(), 100), 2, '0');
      case 'G' -> padded(weekYear(), 1, '0');
      case 'H' -> padded(time.hour(), 2, '0');
      case 'I' -> padded(hour12(), 2, '0');
      case 'j' -> padded(time.dayOfYear() + 1, 3, '0');
      case 'k' -> padded(time.hour(), 2, ' ');
      case 'l' -> padded(hour12(), 2, ' ');
      case 'm' -> padded(time.month(), 2, '0');
      case 'M' -> padded(time.minute(), 2, '0');
      case 'n' -> result.append('\n');
      case 'p' -> result.append(time.hour() < 12 ? "AM" : "PM");
      case 'P' -> result.append(time.hour() < 12 ? "am" : "pm");
      case 'r' -> write("%I:%M:%S %p");
      case 'R' -> write("%H:%M");
      case 's' -> padded(epochSeconds(), 1, '0');
      case 'S' -> padded(time.second(), 2, '0');
      case 't' -> result.append('\t');
      case 'T', 'X' -> write("%H:%M:%S");
      case 'u' -> padded(isoWeekday(), 1, '0');
      case 'U' -> padded((time.dayOfYear() + 7 - time.weekday()) / 7, 2, '0');
      case 'V' -> padded(isoWeek(), 2, '0');
      case 'w' -> padded(time.weekday(), 1, '0');
      case 'W' -> padded((time.dayOfYear() + 8 - isoWeekday()) / 7, 2, '0');
      case 'y' -> padded(Math.floorMod(time.year(), 100), 2, '0');
      case 'Y' -> padded(time.year(), 1, '0');
      case 'z' -> result.append("+0000");
      case 'Z' -> result.append(zone);
      case '%' -> result.append('%');
      default -> result.append('%').append(c);
    }
  }

  private void padded(long number, int width, char padding) {
    String digits = Long.toString(number);
    result.append(padding, width - digits.length()).append(digits);
  }

  private int hour12() {
    return time.hour() % 12 == 0 ? 12 : time.hour() % 12;
  }

  private long epochSeconds() {
    return CalendarTime.dayOf(time.year(), time.month(), time.day()) * CalendarTime.SECONDS_PER_DAY
        + time.hour() * 3600L
        + time.minute() * 60L
        + time.second();
  }

  // ---- weeks of ISO 8601, which belong to the year that their Thursday is in

  /** 1 is Monday, 7 is Sunday. */
  private int isoWeekday() {
    return time.weekday() == 0 ? 7 : time.weekday();
  }

  /** Counts this week's Thursday from the start of the year: negative in the year before. */
  private int thursday() {
    return time.dayOfYear() + 4 - isoWeekday();
  }

  private long weekYear() {
    if (thursday() < 0) {
      return time.year() - 1;
    }
    return thursday() >= daysOf(time.year()) ? time.year() + 1 : time.year();
  }

  private int isoWeek() {
    int day = thursday();
    if (day < 0) {
      day += daysOf(time.year() - 1);
    } else if (day >= daysOf(time.year())) {
      day -= daysOf(time.year());
    }
    return day / 7 + 1;
  }

  private static int daysOf(long year) {
    return CalendarTime.isLeap(year) ? 366 : 365;
  }
}
