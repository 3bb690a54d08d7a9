package dev.luakit.llb.bk;

import dev.luakit.llb.PlatformName;
import dev.luakit.llb.graph.ExitCodes;
import dev.luakit.llb.graph.FileMode;
import dev.luakit.llb.graph.InvalidGraphException;
import dev.luakit.llb.graph.Platform;
import dev.luakit.llb.graph.State;
import dev.luakit.vm.LuaTable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The types of single values, and of lists of them. */
final class Types {
  private Types() {}

  static final ValueType<String> STRING =
      new ValueType<>("a string", "string") {
        @Override
        String read(Object value, Place place) {
          if (value instanceof String string) {
            return string;
          }
          throw place.wrong(description(), value);
        }
      };

  /** A string that must not be empty. */
  static final ValueType<String> NAME =
      new ValueType<>("a string that is not empty", "string") {
        @Override
        String read(Object value, Place place) {
          if (value instanceof String string && !string.isEmpty()) {
            return string;
          }
          throw place.wrong(description(), value);
        }
      };

  /** A name or a number, such as a user's. */
  static final ValueType<String> NAME_OR_NUMBER =
      new ValueType<>("a name or a number", "string|integer") {
        @Override
        String read(Object value, Place place) {
          if (value instanceof Double) {
            return Long.toString(ID.read(value, place));
          }
          if (value instanceof String name && !name.isEmpty()) {
            return name;
          }
          throw place.wrong(description(), value);
        }
      };

  static final ValueType<Boolean> BOOLEAN =
      new ValueType<>("true or false", "boolean") {
        @Override
        Boolean read(Object value, Place place) {
          if (value instanceof Boolean bool) {
            return bool;
          }
          throw place.wrong(description(), value);
        }
      };

  /** The number of a user or a group. */
  static final ValueType<Long> ID = integer(0, 0xFFFFFFFFL);

  static ValueType<Long> integer(long least, long most) {
    return new ValueType<>("an integer from " + least + " to " + most, "integer") {
      @Override
      Long read(Object value, Place place) {
        if (value instanceof Double number
            && number == Math.rint(number)
            && number >= least
            && number <= most) {
          return number.longValue();
        }
        throw place.wrong(description(), value);
      }
    };
  }

  /** Bytes: a number, or a text such as {@code "512m"}. */
  static final ValueType<Long> BYTES =
      new ValueType<>("a number of bytes, or a text such as \"512m\"", "integer|string") {
        private static final String UNITS = "bkmgt";
        private static final double MOST = 1L << 53;

        @Override
        Long read(Object value, Place place) {
          Double number = value instanceof Double n ? n : null;
          if (value instanceof String text && !text.isEmpty()) {
            int unit = UNITS.indexOf(Character.toLowerCase(text.charAt(text.length() - 1)));
            String digits = unit < 0 ? text : text.substring(0, text.length() - 1);
            Double parsed = place.state().parseNumber(digits);
            number = parsed == null ? null : parsed * (1L << 10 * Math.max(0, unit));
          }
          if (number == null || number < 0 || number > MOST || number != Math.rint(number)) {
            throw place.wrong(description(), value);
          }
          return number.longValue();
        }
      };

  /** The same, and -1 for no limit. */
  static final ValueType<Long> BYTES_OR_UNLIMITED =
      new ValueType<>(
          "a number of bytes, a text such as \"512m\", or -1 for no limit", "integer|string") {
        @Override
        Long read(Object value, Place place) {
          if (value instanceof Double number && number == -1) {
            return -1L;
          }
          if (value instanceof Double || value instanceof String) {
            return BYTES.read(value, place);
          }
          throw place.wrong(description(), value);
        }
      };

  /** A file's permissions as octal digits, or a number that is read by its digits. */
  static final ValueType<FileMode> MODE =
      new ValueType<>("a file mode such as \"0755\"", "string|integer") {
        @Override
        FileMode read(Object value, Place place) {
          if (value instanceof Double number) {
            return FileMode.ofDigits(number);
          }
          if (value instanceof String text) {
            return FileMode.octal(text);
          }
          throw place.wrong(description(), value);
        }
      };

  /** The same, and also changes as {@code chmod} takes them. */
  static final ValueType<FileMode> MODE_OR_CHANGES =
      new ValueType<>("a file mode such as \"0755\" or \"u+x\"", "string|integer") {
        @Override
        FileMode read(Object value, Place place) {
          if (value instanceof Double) {
            return MODE.read(value, place);
          }
          if (value instanceof String text) {
            return FileMode.parse(text);
          }
          throw place.wrong(description(), value);
        }
      };

  static final ValueType<State> STATE =
      new ValueType<>("a state", "bk.State") {
        @Override
        State read(Object value, Place place) {
          if (value instanceof StateValue state) {
            return state.state();
          }
          throw place.wrong(description(), value);
        }
      };

  private static final Option<String> PLATFORM_OS =
      Option.of("os", NAME, "", "Platform.OS", "The operating system.");
  private static final Option<String> PLATFORM_ARCH =
      Option.of("arch", NAME, "", "Platform.Architecture", "The architecture.");
  private static final Option<String> PLATFORM_VARIANT =
      Option.of(
          "variant", STRING, "none", "Platform.Variant", "The architecture's variant, as in `v7`.");

  static final ValueType<Platform> PLATFORM =
      new TableType<>(
          "a platform such as \"linux/arm64\"",
          "string|bk.Platform|bk.PlatformTable",
          "bk.PlatformTable",
          PLATFORM_OS,
          PLATFORM_ARCH,
          PLATFORM_VARIANT) {
        @Override
        Platform read(Object value, Place place) {
          if (value instanceof PlatformValue platform) {
            return platform.platform();
          }
          if (value instanceof String text) {
            return spelt(Platform.parse(text));
          }
          LuaTable table = table(value, place);
          return spelt(
              Platform.of(
                  get(table, PLATFORM_OS, place),
                  get(table, PLATFORM_ARCH, place),
                  get(table, PLATFORM_VARIANT, "", place)));
        }
      };

  /**
   * A platform whose names are not misspelt.
   *
   * @throws InvalidGraphException if they are
   */
  static Platform spelt(Platform platform) {
    String architecture = platform.architecture();
    boolean usual = architecture.equals("amd64") || architecture.equals("arm64");
    String slip = usual && platform.os().equals("linux") ? null : PlatformName.slip(platform);
    if (slip != null) {
      throw new InvalidGraphException(slip);
    }
    return platform;
  }

  static final ValueType<ExitCodes> EXIT_CODES =
      new ValueType<>(
          "an exit code, a list of them, or a range such as \"0..10\"",
          "integer|integer[]|string") {
        private final ValueType<Long> code = integer(0, 255);

        @Override
        ExitCodes read(Object value, Place place) {
          if (value instanceof String range) {
            return ExitCodes.parse(range);
          }
          if (value instanceof Double) {
            return ExitCodes.of(code.read(value, place).intValue());
          }
          LuaTable list = place.list(value, description());
          int[] codes = new int[list.length()];
          for (int i = 0; i < codes.length; i++) {
            codes[i] = code.read(list.get(i + 1), place.element(i + 1)).intValue();
          }
          return ExitCodes.of(codes);
        }
      };

  /** Nanoseconds since 1970, from seconds or an RFC 3339 text. */
  static final ValueType<Long> TIME =
      new ValueType<>(
          "seconds since 1970, or a time such as \"2024-01-01T00:00:00Z\"", "number|string") {
        private static final long NANOS = 1_000_000_000;
        private static final double MOST = Long.MAX_VALUE / NANOS;

        @Override
        Long read(Object value, Place place) {
          if (value instanceof Double number && number >= 0 && number < MOST) {
            double seconds = Math.floor(number);
            return (long) seconds * NANOS + Math.round((number - seconds) * NANOS);
          }
          if (value instanceof String text) {
            try {
              Instant instant = OffsetDateTime.parse(text).toInstant();
              if (instant.getEpochSecond() >= 0 && instant.getEpochSecond() < MOST) {
                return instant.getEpochSecond() * NANOS + instant.getNano();
              }
            } catch (DateTimeException e) {
              throw place.wrong(description(), value);
            }
          }
          throw place.wrong(description(), value);
        }
      };

  static final ValueType<List<String>> STRINGS = listOf(STRING, "a list of strings", "string[]");

  static <T> ValueType<List<T>> listOf(ValueType<T> type, String description, String annotation) {
    return new ValueType<>(description, annotation) {
      @Override
      TableType<?> table() {
        return type.table();
      }

      @Override
      List<T> read(Object value, Place place) {
        LuaTable table = place.list(value, description());
        int length = table.length();
        List<T> list = new ArrayList<>(length);
        for (int i = 1; i <= length; i++) {
          place.countElement(table.get(i));
          list.add(type.read(table.get(i), place.element(i)));
        }
        return list;
      }
    };
  }

  /** A command line for the shell, or a program with its arguments. */
  static final ValueType<List<String>> COMMAND =
      new ValueType<>("a command line or a list of strings", "string|string[]") {
        @Override
        List<String> read(Object value, Place place) {
          if (value instanceof String line) {
            return List.of("/bin/sh", "-c", line);
          }
          List<String> command = STRINGS_OF_COMMAND.read(value, place);
          if (command.isEmpty()) {
            throw place.error("must name at least the program to run");
          }
          return command;
        }
      };

  private static final ValueType<List<String>> STRINGS_OF_COMMAND =
      listOf(STRING, "a command line or a list of strings", "string[]");

  /**
   * One of some words.
   *
   * @param values what the words mean, in the same order
   */
  static <T> ValueType<T> choice(String[] words, T[] values) {
    StringBuilder description = new StringBuilder("one of ");
    StringBuilder annotation = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      description.append(i == 0 ? "" : ", ").append('"').append(words[i]).append('"');
      annotation.append(i == 0 ? "" : "|").append('"').append(words[i]).append('"');
    }
    return new ValueType<>(description.toString(), annotation.toString()) {
      @Override
      T read(Object value, Place place) {
        for (int i = 0; i < words.length; i++) {
          if (words[i].equals(value)) {
            return values[i];
          }
        }
        String hint = value instanceof String text ? Suggestion.among(text, words) : "";
        throw place.error("must be " + description() + ", got " + Place.describe(value) + hint);
      }
    };
  }
}
