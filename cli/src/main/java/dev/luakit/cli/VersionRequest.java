package dev.luakit.cli;

import java.nio.charset.StandardCharsets;

/**
 * Says which luakit this is.
 *
 * @param verbose whether also on what it runs
 */
record VersionRequest(boolean verbose) implements Request {
  /** The version; a test holds it to that of the build. */
  static final String VERSION = "0.1.0";

  @Override
  public void run(Host host) {
    StringBuilder out = new StringBuilder("luakit ").append(VERSION).append('\n');
    if (verbose) {
      out.append("Java ").append(System.getProperty("java.version"));
      out.append(" (").append(System.getProperty("java.vm.name")).append("), ");
      out.append(System.getProperty("os.name")).append(' ');
      out.append(System.getProperty("os.arch")).append('\n');
    }
    new StandardOutput(host).write(out.toString().getBytes(StandardCharsets.UTF_8));
  }
}
