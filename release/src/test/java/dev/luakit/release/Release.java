package dev.luakit.release;

import java.nio.file.Path;

/** What was packed. */
final class Release {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final String VERSION = System.getProperty("luakit.version");

  /** The folder that unpacking an archive makes. */
  static final String NAME = "luakit-" + VERSION;

  private static final Path DIST = Path.of("target", "dist").toAbsolutePath();

  private Release() {}

  /** A file that is published. */
  static Path file(String name) {
    return DIST.resolve(name);
  }

  static Path folder() {
    return DIST;
  }

  static Path tar() {
    return file(NAME + ".tar.gz");
  }

  static Path zip() {
    return file(NAME + ".zip");
  }

  static Path deb() {
    return file("luakit_" + VERSION + "_all.deb");
  }
}
