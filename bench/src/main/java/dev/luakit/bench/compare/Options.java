package dev.luakit.bench.compare;

import java.nio.file.Path;
import java.util.List;

/**
 * The command line.
 *
 * @param rounds how often each program is run by each contender
 * @param only the programs to run, empty for all
 * @param luaj whether LuaJ takes part
 * @param json where to write all times, or {@code null}
 * @param jvmFlags flags for luakit in place of the launcher's, or {@code null}
 * @param limit seconds after which a process is stopped
 */
record Options(
    int rounds, List<String> only, boolean luaj, Path json, List<String> jvmFlags, int limit) {
  static final String USAGE =
      """
      usage: bench/compare [options]
        --rounds N          run each program N times (3) and take the best
        --only NAME,NAME    only these programs
        --luaj              also run LuaJ
        --json FILE         write all times to a file
        --jvm-flags FLAGS   start luakit without its launcher, with these flags of the JVM
        --limit SECONDS     stop a process that takes longer (60)
      """;

  /**
   * Reads the command line.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  static Options parse(String... arguments) {
    int rounds = 3;
    List<String> only = List.of();
    boolean luaj = false;
    Path json = null;
    List<String> jvmFlags = null;
    int limit = 60;
    for (int i = 0; i < arguments.length; i++) {
      String option = arguments[i];
      if (option.equals("--luaj")) {
        luaj = true;
        continue;
      }
      String value = i + 1 < arguments.length ? arguments[++i] : null;
      switch (option) {
        case "--rounds" -> rounds = positive(option, value);
        case "--only" -> only = List.of(given(option, value).split(","));
        case "--json" -> json = Path.of(given(option, value));
        case "--jvm-flags" -> jvmFlags = words(given(option, value));
        case "--limit" -> limit = positive(option, value);
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    return new Options(rounds, only, luaj, json, jvmFlags, limit);
  }

  private static String given(String option, String value) {
    if (value == null) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return value;
  }

  private static int positive(String option, String value) {
    String text = given(option, value);
    if (!text.matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(option + " needs a number from 1 on, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }
}
