package dev.luakit.cli;

import java.util.Map;

/** The one point in time that a script sees. */
final class SourceDateEpoch {
  private static final String NAME = "SOURCE_DATE_EPOCH";

  /** The last second of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private SourceDateEpoch() {}

  /**
   * The seconds since 1970 that a build argument gives, else the environment, else 0.
   *
   * @throws UsageException if that is no number of seconds
   */
  static long of(Map<String, String> buildArguments, Host host) {
    String text = buildArguments.get(NAME);
    if (text != null) {
      return seconds("--build-arg " + NAME, text);
    }
    text = host.sourceDateEpoch();
    return text == null || text.isEmpty() ? 0 : seconds(NAME + " in the environment", text);
  }

  private static long seconds(String where, String text) {
    long seconds = text.isEmpty() ? -1 : 0;
    for (int i = 0; i < text.length() && seconds >= 0; i++) {
      int digit = text.charAt(i) - '0';
      seconds = seconds * 10 + digit;
      if (digit < 0 || digit > 9 || seconds > LAST_SECOND) {
        seconds = -1;
      }
    }
    if (seconds < 0) {
      throw new UsageException(
          where + ": '" + text + "' is not a number of seconds since 1970",
          "for the time of the last commit: " + NAME + "=$(git log -1 --pretty=%ct)");
    }
    return seconds;
  }
}
