package dev.luakit.llb.bk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** How each option is written, for its description in an editor. */
final class OptionExamples {
  private static final Map<String, String> ALL = read();

  private OptionExamples() {}

  private static Map<String, String> read() {
    Map<String, String> all = new HashMap<>();
    try (InputStream in = OptionExamples.class.getResourceAsStream("/option-examples.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        if (!line.startsWith("#")) {
          int equals = line.indexOf(" = ");
          String key = line.substring(0, equals);
          String field = key.substring(key.indexOf('.') + 1);
          all.put(key, field + line.substring(equals));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  /**
   * The fields of a table that shows an option, as in {@code mode = "0755"}.
   *
   * @param className the options' class, such as {@code bk.CopyOptions}
   * @throws IllegalStateException if there is no example for it
   */
  static String of(String className, String option) {
    String own = ALL.get(className.substring("bk.".length()) + "." + option);
    String example = own != null ? own : ALL.get(option);
    if (example == null) {
      throw new IllegalStateException("no example for " + className + "." + option);
    }
    return example;
  }
}
