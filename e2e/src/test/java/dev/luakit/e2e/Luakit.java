package dev.luakit.e2e;

import java.nio.file.Path;

/** The luakit that was built: for Java, or the native binary that {@code luakit.binary} names. */
final class Luakit {
  private static final String BINARY = System.getProperty("luakit.binary", "");

  private Luakit() {}

  static boolean isNative() {
    return !BINARY.isEmpty();
  }

  /** What starts it. */
  static Path command() {
    return (isNative() ? Path.of(BINARY) : Path.of("..", "luakit")).toAbsolutePath().normalize();
  }
}
