package dev.luakit.stdlib;

/**
 * A point in time by the Gregorian calendar, in UTC.
 *
 * @param month from 1
 * @param day of the month, from 1
 * @param weekday 0 is Sunday
 * @param dayOfYear from 0
 */
record CalendarTime(
    long year, int month, int day, int hour, int minute, int second, int weekday, int dayOfYear) {
  static final int SECONDS_PER_DAY = 86_400;

  /** The days of 400 years, after which the calendar repeats itself. */
  private static final int DAYS_PER_CYCLE = 146_097;

  /** From the first of March of the year 0 to the first of January 1970. */
  private static final int DAYS_TO_EPOCH = 719_468;

  /** Years that fit a C {@code int}. */
  private static final long MAX_SECONDS = (1L << 31) * 365 * SECONDS_PER_DAY;

  static boolean isInRange(long seconds) {
    return seconds > -MAX_SECONDS && seconds < MAX_SECONDS;
  }

  /**
   * @param seconds since 1970, in range
   */
  static CalendarTime of(long seconds) {
    long days = Math.floorDiv(seconds, SECONDS_PER_DAY);
    int second = Math.floorMod(seconds, SECONDS_PER_DAY);
    // Years are taken to begin in March: then the day that leap years add is the last one.
    long cycle = Math.floorDiv(days + DAYS_TO_EPOCH, DAYS_PER_CYCLE);
    int dayOfCycle = Math.floorMod(days + DAYS_TO_EPOCH, DAYS_PER_CYCLE);
    int yearOfCycle = yearOfCycle(dayOfCycle);
    int dayOfMarchYear = dayOfCycle - daysBefore(yearOfCycle);
    int marchMonth = 0;
    while (marchMonth < 11 && daysBeforeMonth(marchMonth + 1) <= dayOfMarchYear) {
      marchMonth++;
    }
    int month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    long year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0);
    return new CalendarTime(
        year,
        month,
        dayOfMarchYear - daysBeforeMonth(marchMonth) + 1,
        second / 3600,
        second / 60 % 60,
        second % 60,
        Math.floorMod(days + 4, 7),
        (int) (days - dayOf(year, 1, 1)));
  }

  /** The day since 1970; months and days out of their range count on into the next ones. */
  static long dayOf(long year, long month, long day) {
    long monthsSinceMarch = year * 12 + month - 3;
    long marchYear = Math.floorDiv(monthsSinceMarch, 12);
    int marchMonth = Math.floorMod(monthsSinceMarch, 12);
    return Math.floorDiv(marchYear, 400) * DAYS_PER_CYCLE
        + daysBefore(Math.floorMod(marchYear, 400))
        + daysBeforeMonth(marchMonth)
        + (day - 1)
        - DAYS_TO_EPOCH;
  }

  private static int yearOfCycle(int dayOfCycle) {
    // Dividing by 365 is too much by one at the most, as 400 years have 97 days more.
    int year = Math.min(dayOfCycle / 365, 399);
    return daysBefore(year) > dayOfCycle ? year - 1 : year;
  }

  /** Days of a cycle before a year of it. */
  private static int daysBefore(int year) {
    return year * 365 + year / 4 - year / 100;
  }

  /** Days of a year that begins in March before a month: 31, 30, 31, 30, 31, and so on. */
  private static int daysBeforeMonth(int marchMonth) {
    return (marchMonth * 153 + 2) / 5;
  }

  static boolean isLeap(long year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }
}
