package dev.luakit.cli;

import java.util.List;

/** How a graph is written. */
enum DagFormat {
  DOT,
  JSON;

  /**
   * Reads the option's value.
   *
   * @throws UsageException if it is no format
   */
  static DagFormat parse(String text) {
    if (text.equals("dot")) {
      return DOT;
    }
    if (text.equals("json")) {
      return JSON;
    }
    throw new UsageException(
        "--format: '"
            + text
            + "' is not one of dot, json"
            + Suggestion.among(text, List.of("dot", "json")));
  }
}
