package dev.luakit.cli;

import java.nio.charset.StandardCharsets;

/**
 * Tells how luakit is used.
 *
 * @param text what it tells
 */
record HelpRequest(String text) implements Request {

  @Override
  public void run(Host host) {
    new StandardOutput(host).write(text.getBytes(StandardCharsets.UTF_8));
  }
}
