package dev.luakit.stdlib.differential;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a program printed, snippet by snippet. */
record Transcript(Map<String, String> parts) {
  /** Begins the line that precedes a snippet's own, and its name follows; see the prelude. */
  private static final String MARK = "@@ ";

  static Transcript of(String printed) {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : printed.split("(?m)^" + MARK)) {
      int end = part.indexOf('\n');
      parts.put(part.substring(0, Math.max(0, end)), part.substring(end + 1));
    }
    return new Transcript(parts);
  }

  /** What that snippet printed, empty where it was not reached. */
  String of(Snippet snippet) {
    return parts.getOrDefault(snippet.name(), "");
  }
}
