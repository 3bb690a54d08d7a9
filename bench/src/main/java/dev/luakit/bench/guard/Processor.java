package dev.luakit.bench.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The kind of this machine's processor. */
public final class Processor {
  private static final List<String> TELLING =
      List.of("model name", "cpu family", "model", "stepping");

  private Processor() {}

  /**
   * As Linux calls it, with the numbers that tell processors of one name apart; {@code unknown}
   * where there is no Linux.
   */
  public static String name() {
    try {
      return name(Files.readAllLines(Path.of("/proc/cpuinfo")));
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** The same of the first processor that the lines of such a file tell about. */
  static String name(List<String> lines) {
    Map<String, String> values = new HashMap<>();
    for (String line : lines) {
      if (line.isBlank()) {
        break;
      }
      int colon = Math.max(0, line.indexOf(':'));
      values.put(
          line.substring(0, colon).strip(), line.substring(colon).replaceFirst("^:\\s*", ""));
    }
    StringBuilder name = new StringBuilder();
    for (String key : TELLING) {
      if (values.containsKey(key)) {
        name.append(name.isEmpty() ? "" : ", ");
        name.append(key.equals("model name") ? "" : key.replace("cpu ", "") + " ");
        name.append(values.get(key));
      }
    }
    return name.isEmpty() ? "unknown" : name.toString();
  }
}
