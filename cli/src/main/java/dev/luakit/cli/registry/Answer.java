package dev.luakit.cli.registry;

import java.util.Map;

/**
 * What a server has answered.
 *
 * @param status the HTTP status
 * @param headers by their names in lower case
 * @param body all of it
 */
record Answer(int status, Map<String, String> headers, byte[] body) implements Patience.Result {
  /** A header's first value, or empty. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  @Override
  public String retryAfter() {
    return header("retry-after");
  }
}
