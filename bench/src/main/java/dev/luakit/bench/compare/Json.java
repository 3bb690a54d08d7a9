package dev.luakit.bench.compare;

import java.util.List;

/** All times of all runs, for programs to read. */
final class Json {
  private Json() {}

  /** {@code {"PROGRAM": {"CONTENDER": [SECONDS, ...], ...}, ...}}; the names need no escapes. */
  static String of(List<Contender> contenders, List<Result> results) {
    StringBuilder text = new StringBuilder("{");
    String separator = "\n";
    for (Result result : results) {
      text.append(separator).append("  \"").append(result.program()).append("\": {");
      for (int i = 0; i < contenders.size(); i++) {
        text.append(i == 0 ? "" : ", ").append('"').append(contenders.get(i).name()).append("\": ");
        text.append(result.runs().get(i).seconds());
      }
      text.append('}');
      separator = ",\n";
    }
    return text.append("\n}\n").toString();
  }
}
